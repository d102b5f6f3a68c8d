// The buttons above the section that is edited; each has its key.
import {commands, setLink} from "./keys.js"

const BUTTONS = [
  ["strong", "Bold", "Ctrl+B"], ["em", "Italic", "Ctrl+I"], ["sup", "Raised", "Ctrl+."], ["sub", "Lowered", "Ctrl+,"],
  ["link", "Link", "Ctrl+K"], ["list", "List", "- "], ["numbers", "Numbers", "1. "], ["heading", "Heading", "## "],
  ["undo", "Undo", "Ctrl+Z"], ["redo", "Redo", "Ctrl+Y"],
]
const IN_TABLES = [
  ["addRowAfter", "Row +"], ["addColumnAfter", "Column +"], ["deleteRow", "Row −"], ["deleteColumn", "Column −"],
]

export function toolbar(section, view) {
  const bar = document.createElement("div")
  bar.className = "toolbar"
  bar.setAttribute("role", "toolbar")
  bar.setAttribute("aria-label", "Formatting")
  const shown = section.querySelector(".prose table") ? [...BUTTONS, ...IN_TABLES] : BUTTONS
  for (const [name, label, key] of shown) bar.append(button(view, name, label, key))
  bar.append(done(view))
  section.querySelector(".head").after(bar)
  view.dom.addEventListener("desk:link", () => askAddress(bar, view))
  return bar
}

function button(view, name, label, key) {
  const made = document.createElement("button")
  made.type = "button"
  made.textContent = label
  if (key) made.title = key
  // The caret stays where it is.
  made.addEventListener("mousedown", event => event.preventDefault())
  made.addEventListener("click", () => {
    commands[name](view.state, view.dispatch, view)
    if (name !== "link") view.focus()
  })
  return made
}

function done(view) {
  const made = document.createElement("button")
  made.type = "button"
  made.className = "done"
  made.textContent = "Done"
  made.title = "Esc"
  made.addEventListener("click", () => view.dom.dispatchEvent(new CustomEvent("desk:done", {bubbles: true})))
  return made
}

function askAddress(bar, view) {
  const form = document.createElement("form")
  form.className = "address"
  const label = document.createElement("label"), field = document.createElement("input"), go = document.createElement("button")
  label.textContent = "Address "
  field.type = "url"
  field.required = true
  go.textContent = "Set"
  label.append(field)
  form.append(label, go)
  form.addEventListener("submit", event => {
    event.preventDefault()
    setLink(field.value)(view.state, view.dispatch)
    form.remove()
    view.focus()
  })
  form.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    event.stopPropagation()
    form.remove()
    view.focus()
  })
  bar.append(form)
  field.focus()
}
