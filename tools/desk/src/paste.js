// Pasted HTML to plain elements. Under style-src 'self' an inline style is refused even in a parsed document: each one is
// a report, and `element.style` stays empty, so rules on it would silently lose Google's bold. Hence data-css.
const SILENT = "style,script,meta,link,xml,title,img,svg,object,[data-css*='mso-element:comment'],[data-css*='display:none' i]"

export function tidied(html) {
  const doc = new DOMParser().parseFromString(unstyled(html), "text/html")
  if (doc.querySelector("[data-pm-slice]")) return html
  doc.querySelectorAll(SILENT).forEach(found => found.remove())
  doc.querySelectorAll("p[data-css*='mso-list' i]").forEach(item => intoList(doc, item))
  doc.querySelectorAll("[data-css]").forEach(found => intoMarks(doc, found))
  doc.querySelectorAll("span,font,u,a:not([href])").forEach(found => found.dataset.claim || found.replaceWith(...found.childNodes))
  flattenCells(doc)
  doc.querySelectorAll("p").forEach(found => found.textContent.trim() || found.remove())
  doc.querySelectorAll("sup a[href*='#']").forEach(found => found.replaceWith(...found.childNodes))
  doc.querySelectorAll("a[href*='google.com/url?q=']").forEach(found =>
    found.setAttribute("href", new URL(found.href).searchParams.get("q")))
  return doc.body.innerHTML
}

function unstyled(html) {
  return html.replace(/<!--\[if[^]*?<!\[endif\]-->|<\/?o:[^>]*>|<!\[[^>]*>|<(style|script)[^]*?<\/\1>/gi, "")
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\s(style|on\w+)(?=\s*=)/gi, (_, name) =>
      name.toLowerCase() === "style" ? " data-css" : " data-off"))
}

const css = found => found.getAttribute("data-css") || ""

// Word writes lists as paragraphs with a level and a list's number in their style.
function intoList(doc, item) {
  const sign = item.querySelector("[data-css*='mso-list:Ignore' i]"), said = (sign || item).textContent.trim()
  const level = +(/level(\d)/.exec(css(item)) || [0, 1])[1], tag = /^\(?[\da-z]{1,3}[.)]/i.test(said) ? "ol" : "ul"
  const id = /mso-list:\s*(l\d+)/.exec(css(item))?.[1]
  sign?.remove()
  let list = item.previousElementSibling
  if (list?.dataset.word !== id) {
    list = doc.createElement(tag)
    list.dataset.word = id
    item.before(list)
  }
  for (let depth = 1; depth < level && list.lastElementChild; depth++) {
    const last = list.lastElementChild
    list = [...last.children].find(inner => /^[OU]L$/.test(inner.tagName)) || last.appendChild(doc.createElement(tag))
  }
  list.appendChild(doc.createElement("li")).append(item)
}

function intoMarks(doc, found) {
  const said = css(found).toLowerCase().replace(/\s*:\s*/g, ":")
  if (/^(B|STRONG)$/.test(found.tagName) && /font-weight:(normal|400)/.test(said)) return found.replaceWith(...found.childNodes)
  if (!/^(SPAN|FONT|A)$/.test(found.tagName)) return
  const tags = [
    [/font-weight:(bold|[6-9]00)/, "strong"], [/font-style:italic/, "em"],
    [/vertical-align:super/, "sup"], [/vertical-align:sub(?!\w)/, "sub"],
  ]
  for (const [pattern, tag] of tags) {
    if (!pattern.test(said)) continue
    const inner = doc.createElement(tag)
    inner.append(...found.childNodes)
    found.append(inner)
  }
}

function flattenCells(doc) {
  doc.querySelectorAll("td > * + p, th > * + p").forEach(found => found.prepend(" "))
  doc.querySelectorAll("li > p:only-child, td > p, th > p").forEach(found => found.replaceWith(...found.childNodes))
  doc.querySelectorAll("table").forEach(table => [...(table.rows[0]?.cells || [])].forEach(cell => {
    if (cell.tagName !== "TD") return
    const head = doc.createElement("th")
    head.append(...cell.childNodes)
    cell.replaceWith(head)
  }))
}
