// One editor at a time, mounted on the section that was clicked; Markdown stays the server's.
import {EditorState, TextSelection} from "prosemirror-state"
import {EditorView} from "prosemirror-view"
import {Fragment, Node, Slice} from "prosemirror-model"
import {history} from "prosemirror-history"
import {tableEditing} from "prosemirror-tables"
import {ask, say} from "./asking.js"
import {applied} from "./page.js"
import {tidied} from "./paste.js"
import {typing} from "./keys.js"
import {labels, schema} from "./schema.js"
import {toolbar} from "./toolbar.js"

let open = null // {section, view, html, version, before, bar}

// A pasted copy of a claim that still stands in the article is words only; what was cut or is pasted over keeps its marker.
function once(slice, view) {
  const {doc, selection} = view.state, taken = new Set()
  doc.descendants((node, at) => {
    if (node.type === schema.nodes.claim && (at < selection.from || at >= selection.to)) taken.add(node.attrs.key)
  })
  document.querySelectorAll(".part").forEach(part => {
    if (!part.contains(view.dom)) part.querySelectorAll("[data-claim]").forEach(found => taken.add(found.dataset.claim))
  })
  const strip = fragment => Fragment.fromArray(fragment.content
    .filter(node => node.type !== schema.nodes.claim || !taken.has(node.attrs.key))
    .map(node => node.isText ? node : node.copy(strip(node.content))))
  return new Slice(strip(slice.content), slice.openStart, slice.openEnd)
}

export async function edit(section, at) {
  if (open?.section === section) return
  if (open && !await save()) return
  const found = await ask(section.dataset.url)
  if (!found.ok) return say(found.refused)
  Object.entries(found.labels).forEach(([key, label]) => labels.set(key, label))
  const kept = sessionStorage.getItem(section.dataset.url)
  const tree = kept && JSON.parse(kept).version === found.version ? JSON.parse(kept).tree : found.tree
  const place = section.querySelector(".prose"), label = section.querySelector(".head").textContent
  const html = place.innerHTML, view = mount(place, tree, label)
  open = {section, view, html, version: found.version, before: JSON.stringify(view.state.doc.toJSON())}
  open.bar = toolbar(section, view)
  section.classList.add("editing")
  const spot = at && view.posAtCoords(at)
  if (spot) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(spot.pos))))
  view.focus()
  if (kept) say("What you typed before is here again: press Escape to save it.")
}

function mount(place, tree, label) {
  return new EditorView({mount: place}, {
    state: EditorState.create({doc: Node.fromJSON(schema, tree), plugins: [history(), ...typing, tableEditing()]}),
    attributes: {role: "textbox", "aria-multiline": "true", "aria-label": label},
    transformPastedHTML: tidied, transformPasted: once,
    dispatchTransaction(change) {
      this.updateState(this.state.apply(change))
      if (change.docChanged) keep()
    },
  })
}

// What is typed is kept in this tab until the server has it.
function keep() {
  if (!open) return
  say("Not saved yet")
  sessionStorage.setItem(open.section.dataset.url, JSON.stringify({version: open.version, tree: open.view.state.doc.toJSON()}))
}

// Whether the section is closed and nothing typed is left behind.
export async function save() {
  if (!open) return true
  const {section, view, version, before} = open
  const tree = view.state.doc.toJSON(), kept = sessionStorage.getItem(section.dataset.url)
  if (JSON.stringify(tree) === before && !kept) return close()
  say("Saving …")
  const answer = await ask(section.dataset.url, JSON.stringify({version, tree}))
  if (!answer.ok) {
    say(answer.refused)
    return false
  }
  sessionStorage.removeItem(section.dataset.url)
  close()
  applied(section, answer)
  return true
}

function close() {
  const {section, view, bar, html} = open
  open = null
  view.destroy()
  bar.remove()
  // The editor leaves its classes on the element it was mounted on.
  const place = Object.assign(document.createElement("div"), {className: "prose"})
  place.innerHTML = html
  section.querySelector(".prose").replaceWith(place)
  section.classList.remove("editing")
  section.querySelector(".edit")?.focus()
  return true
}

export const isOpen = section => open?.section === section
addEventListener("beforeunload", event => {
  if (open && sessionStorage.getItem(open.section.dataset.url)) event.preventDefault()
})
