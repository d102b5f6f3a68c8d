// Choosing a sentence opens its card in the margin; what is done there comes back as parts of the page.
import {ask, say} from "./asking.js"
import {applied} from "./page.js"

const card = () => document.getElementById("card")
let chosen = ""

export const sectionOf = anchor => document.getElementById(`part-${anchor.replace(/-\d+$/, "")}`)
export const partsOf = anchor => [...document.querySelectorAll(`[id="s-${anchor}"]`)]

export async function choose(anchor, {scroll = true} = {}) {
  const section = sectionOf(anchor)
  if (!section) return
  document.querySelectorAll(".s.chosen").forEach(found => found.classList.remove("chosen"))
  partsOf(anchor).forEach(found => found.classList.add("chosen"))
  chosen = anchor
  if (scroll) partsOf(anchor)[0]?.scrollIntoView({block: "center"})
  const answer = await ask(`${section.dataset.url}sentences/${anchor.match(/\d+$/)[0]}/`)
  if (chosen !== anchor) return
  if (!answer.ok) return say(answer.refused)
  card().innerHTML = answer.card
  if (card().querySelector("[data-now]")) look()
  document.body.classList.add("card-open")
}

const marked = () => [...document.querySelectorAll(".s.block, .s.check, .s.open")].map(found => found.id.slice(2))

export function step(by) {
  const all = [...new Set(marked())]
  if (!all.length) return say("Nothing is left to mend in the text.")
  const every = [...document.querySelectorAll(".s")].map(found => found.id.slice(2))
  const at = every.indexOf(chosen), order = anchor => every.indexOf(anchor)
  const next = by > 0 ? all.find(anchor => order(anchor) > at) ?? all[0]
    : all.findLast(anchor => order(anchor) < at) ?? all.at(-1)
  choose(next)
}

export function mend() {
  card().querySelector("[data-first-mend]")?.click()
}

async function look(words) {
  const place = card().querySelector("[data-sources]"), asked = chosen
  const query = words === undefined ? "" : `?q=${encodeURIComponent(words)}`
  const answer = await ask(place.dataset.sources + query)
  if (asked === chosen) place.innerHTML = answer.ok ? answer.found : answer.refused
}

async function act(form) {
  const section = sectionOf(chosen), number = chosen.match(/\d+$/)[0]
  const answer = await ask(form.action, new FormData(form))
  if (!answer.ok) return say(answer.refused)
  applied(section, answer)
  if (partsOf(`${section.dataset.key}-${number}`).length) choose(chosen, {scroll: false})
  else card().replaceChildren()
}

document.addEventListener("click", event => event.target.closest("[data-find]") && look())
document.addEventListener("submit", event => {
  if (event.target.matches("[data-ask]")) {
    event.preventDefault()
    return look(event.target.elements.q.value)
  }
  if (!event.target.matches("[data-act]")) return
  event.preventDefault()
  act(event.target)
})

// Words marked in the stored abstract become the quotation.
document.addEventListener("mouseup", event => {
  const place = event.target.closest("[data-quote]"), words = getSelection().toString().trim()
  if (place && words) document.getElementById(place.dataset.quote).value = words
})
