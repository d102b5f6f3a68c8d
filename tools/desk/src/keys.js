// Keys and Markdown habits: what is typed becomes what it means at once.
import {baseKeymap, chainCommands, exitCode, setBlockType, toggleMark} from "prosemirror-commands"
import {redo, undo} from "prosemirror-history"
import {InputRule, inputRules, textblockTypeInputRule, wrappingInputRule} from "prosemirror-inputrules"
import {keymap} from "prosemirror-keymap"
import {liftListItem, sinkListItem, splitListItem, wrapInList} from "prosemirror-schema-list"
import {addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell} from "prosemirror-tables"
import {schema} from "./schema.js"

const {nodes, marks} = schema

const breakLine = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()))
  return true
}

export const setLink = address => (state, dispatch) => {
  if (state.selection.empty) return false
  return toggleMark(marks.link, {href: address})(state, dispatch)
}

const askLink = (state, dispatch, view) => {
  if (state.selection.empty) return false
  if (dispatch) view.dom.dispatchEvent(new CustomEvent("desk:link", {bubbles: true}))
  return true
}

export const commands = {
  strong: toggleMark(marks.strong), em: toggleMark(marks.em), sup: toggleMark(marks.sup), sub: toggleMark(marks.sub),
  link: askLink, list: wrapInList(nodes.bullet_list), numbers: wrapInList(nodes.ordered_list),
  heading: setBlockType(nodes.heading, {level: 3}), paragraph: setBlockType(nodes.paragraph),
  undo, redo, addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable,
}

// `**word**` and `*word*` become bold and italic when the last sign is typed.
const marked = (pattern, mark) => new InputRule(pattern, (state, match, start, end) => {
  const from = start + match[0].indexOf(match[1])
  return state.tr.delete(from + match[1].length, end).delete(start, from)
    .addMark(start, start + match[1].length, mark.create()).removeStoredMark(mark)
})

const habits = inputRules({rules: [
  marked(/\*\*([^*\s][^*]*[^*\s]|[^*\s])\*\*$/, marks.strong),
  marked(/(?<![*\w])\*([^*\s][^*]*[^*\s]|[^*\s])\*$/, marks.em),
  textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, match => ({level: match[1].length + 1})),
  wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
  wrappingInputRule(/^(\d+)\.\s$/, nodes.ordered_list, match => ({order: +match[1]})),
  wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
]})

const keys = keymap({
  "Mod-b": commands.strong, "Mod-i": commands.em, "Mod-.": commands.sup, "Mod-,": commands.sub,
  "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo, "Mod-k": askLink, Enter: splitListItem(nodes.list_item),
  Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)),
  "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
  "Shift-Enter": chainCommands(exitCode, breakLine),
})

export const typing = [habits, keys, keymap(baseKeymap)]
