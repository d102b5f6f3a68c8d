// The writing desk: click words to write, choose a sentence to see what stands behind it.
import {choose, mend, step} from "./cards.js"
import {edit, isOpen, save} from "./editing.js"

const sheet = document.getElementById("sheet")
const mayWrite = () => Boolean(document.querySelector(".part .edit"))

sheet.addEventListener("click", event => {
  const section = event.target.closest(".part"), button = event.target.closest(".edit")
  if (button) {
    event.preventDefault()
    return edit(section)
  }
  if (!section || isOpen(section) || event.target.closest("a")) return
  const sentence = event.target.closest(".s")
  if (sentence) choose(sentence.id.slice(2), {scroll: false})
})

// A second click writes: the first chooses a sentence, so that reading never opens an editor by accident.
sheet.addEventListener("dblclick", event => {
  const section = event.target.closest(".part")
  if (section && mayWrite() && event.target.closest(".prose")) edit(section, {left: event.clientX, top: event.clientY})
})

document.addEventListener("desk:done", () => save())
document.addEventListener("keydown", event => {
  const inField = event.target.closest("input, textarea, select, [role=textbox]")
  if (event.key === "Escape" && (!inField || event.target.closest(".part"))) return save()
  if (inField || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === "n") step(1)
  if (event.key === "p") step(-1)
  if (event.key === "m") mend()
})
document.getElementById("next").addEventListener("click", () => step(1))

const first = location.hash.startsWith("#s-") ? location.hash.slice(3) : document.body.dataset.first
if (first) choose(first)
