// Asking the server: one place for the token, for refusals, and for a session that ended.
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value
const saved = () => document.getElementById("saved")

export function say(text) {
  saved().textContent = text
}

// The answer as data, with `ok` and `status`; a page instead of data means that the session has ended.
export async function ask(url, body) {
  const sent = body === undefined ? {} : {method: "POST", body, headers: {"X-CSRFToken": token()}}
  let answer
  try {
    answer = await fetch(url, {...sent, credentials: "same-origin"})
  } catch {
    return {ok: false, status: 0, refused: "The server cannot be reached: what you typed is kept here."}
  }
  if (!(answer.headers.get("Content-Type") || "").includes("json")) {
    return {ok: false, status: answer.redirected ? 401 : answer.status, refused: answer.redirected
      ? "Your session has ended: log in in another tab, then save again. What you typed is kept here."
      : "The server could not do this: what you typed is kept here."}
  }
  return {...await answer.json(), ok: answer.ok, status: answer.status}
}
