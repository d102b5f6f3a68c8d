// Goes on with a dry run step by step until it has finished or is stopped. Without script the button "Go on" does the same.

const section = () => document.getElementById("dry-run");
let stopped = location.hash !== "#dry-run";

function stopButton(goOn) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = goOn.dataset.stop;
  button.addEventListener("click", () => { stopped = true; });
  return button;
}

async function step(form) {
  const body = new FormData(form);
  body.set("go_on", "1");
  const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("dry-run");
}

async function goOn() {
  stopped = false;
  while (!stopped && section()?.dataset.finished === "no") {
    const form = section().querySelector("form");
    const button = form.querySelector("[name=go_on]");
    if (button) {
      const stop = stopButton(button);
      const focused = document.activeElement === button || document.activeElement?.dataset?.stops === "yes";
      stop.dataset.stops = "yes";
      button.replaceWith(stop);
      if (focused) stop.focus();
    }
    const next = await step(form).catch(() => null);
    if (!next) return location.reload();
    const focus = document.activeElement?.dataset?.stops === "yes";
    section().replaceWith(document.adoptNode(next));
    if (focus) section().querySelector("button")?.focus();
  }
}

document.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "go_on") return;
  event.preventDefault();
  goOn();
});
if (!stopped) goOn();
