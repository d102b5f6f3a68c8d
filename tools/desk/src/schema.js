// What an article's section may hold: the same blocks and marks that `evidence/prose/tree` reads and writes.
import {Schema} from "prosemirror-model"

const cell = (tag, role) => ({
  content: "inline*", tableRole: role, isolating: true,
  // prosemirror-tables asks for the spans; Markdown's tables have none and the server drops them.
  attrs: {align: {default: null}, colspan: {default: 1}, rowspan: {default: 1}, colwidth: {default: null}},
  parseDOM: [{tag}], toDOM: node => [tag, node.attrs.align ? {class: node.attrs.align} : {}, 0],
})
const block = (tag, rest) => ({content: "inline*", group: "block", parseDOM: [{tag}], toDOM: () => [tag, 0], ...rest})
const wrap = (tag, ...also) => ({parseDOM: [tag, ...also].map(name => ({tag: name})), toDOM: () => [tag, 0]})
const isSafe = address => /^(https?|mailto):/.test(address)

// `labels` says what a marker shows: the numbers of its references, as readers see them.
export const labels = new Map()

export const schema = new Schema({
  nodes: {
    doc: {content: "block+"},
    paragraph: block("p"),
    text: {group: "inline"},
    heading: block("h3", {
      defining: true, attrs: {level: {default: 3}}, toDOM: node => ["h" + node.attrs.level, 0],
      parseDOM: [1, 2, 3, 4, 5, 6].map(level => ({tag: "h" + level, attrs: {level: Math.max(level, 3)}})),
    }),
    bullet_list: block("ul", {content: "list_item+", attrs: {tight: {default: true}}}),
    ordered_list: block("ol", {
      content: "list_item+", attrs: {order: {default: 1}, tight: {default: true}},
      toDOM: node => ["ol", {start: node.attrs.order}, 0],
    }),
    list_item: block("li", {content: "block+", group: "", defining: true}),
    blockquote: block("blockquote", {content: "block+", defining: true}),
    code_block: block("pre", {
      content: "text*", marks: "", code: true, attrs: {params: {default: ""}}, toDOM: () => ["pre", ["code", 0]],
    }),
    horizontal_rule: {group: "block", parseDOM: [{tag: "hr"}], toDOM: () => ["hr"]},
    table: block("table", {content: "table_row+", tableRole: "table", isolating: true, toDOM: () => ["table", ["tbody", 0]]}),
    table_row: {content: "(table_cell | table_header)*", tableRole: "row", parseDOM: [{tag: "tr"}], toDOM: () => ["tr", 0]},
    table_header: cell("th", "header_cell"),
    table_cell: cell("td", "cell"),
    hard_break: {inline: true, group: "inline", selectable: false, parseDOM: [{tag: "br"}], toDOM: () => ["br"]},
    claim: {
      inline: true, group: "inline", atom: true, attrs: {key: {}}, leafText: node => `[^${node.attrs.key}]`,
      parseDOM: [{tag: "[data-claim]", getAttrs: found => ({key: found.dataset.claim}), priority: 60}],
      toDOM: node => ["sup", {class: "claim", "data-claim": node.attrs.key}, labels.get(node.attrs.key) || node.attrs.key],
    },
  },
  marks: {
    link: {
      attrs: {href: {}, title: {default: null}}, inclusive: false, toDOM: mark => ["a", mark.attrs, 0],
      parseDOM: [{tag: "a[href]", getAttrs: found => isSafe(found.href) && {href: found.getAttribute("href"), title: found.title || null}}],
    },
    strong: wrap("strong", "b"),
    em: wrap("em", "i"),
    code: wrap("code"),
    sup: {...wrap("sup"), excludes: "sup sub"},
    sub: {...wrap("sub"), excludes: "sup sub"},
  },
})
