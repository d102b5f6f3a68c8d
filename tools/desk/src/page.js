// What an act changed on the page: the server draws the parts, here they take their places.
import {say} from "./asking.js"
import {labels} from "./schema.js"

export function applied(section, answer) {
  if (answer.html) {
    section.querySelectorAll(":scope > .prose, :scope > .cardx").forEach(found => found.remove())
    section.insertAdjacentHTML("beforeend", answer.html)
    section.dataset.version = answer.version
    Object.entries(answer.labels).forEach(([key, label]) => labels.set(key, label))
  } else if (!answer.version) {
    section.remove()
  }
  document.getElementById("progress").innerHTML = answer.bar
  document.getElementById("outline").innerHTML = answer.outline
  say(answer.said)
}
