"""Formulas in titles and texts, MathML or TeX, as people read them on one line: "CO₂", "10⁶", "p < 0.05"."""

import re
from html.parser import HTMLParser

from evidence.prose.raised import lowered, raised

LONGEST = 5000  # characters of one formula; what is longer loses its tags alone
DEEPEST = 60  # nested elements of one formula
_MATH = re.compile(r"<(?P<name>(?:\w{1,12}:)?math)\b[^<>]*>(?P<inner>.*?)</(?P=name)\s*>", re.S | re.I)
# TeX between dollars: no blank inside the signs, no digit behind them ("$5 and $6" are prices), something of TeX.
_TEX = re.compile(
    r"\$\$(?P<shown>[^$]{1,2000})\$\$|(?<![\\$])\$(?P<inline>[^\s$](?:[^$\n]{0,400}[^\s$])?)\$(?![\d$])"
)
_BRACED = re.compile(r"\\\((?P<round>[^\\]*(?:\\(?!\))[^\\]*)*)\\\)")
_OF_TEX = re.compile(r"[\\^_{}<>=]|^[A-Za-z]$")
_SHIFT = re.compile(r"(?P<sign>[\^_])\s*(?:\{(?P<group>[^{}]{1,60})\}|(?P<one>[A-Za-z0-9+−-]))")
_NAMED = re.compile(
    r"\\(?:text|mathrm|mathit|mathbf|mathsf|operatorname|rm|it|bf|mbox|hbox|textit|textbf)\s*\{([^{}]*)\}"
)
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\s*\{([^{}]*)\}")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s?")
_SPACING = re.compile(r"\\[,;:! ]|\\q?quad\b|~")
SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "lt": "<",
    "gt": ">", "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠",
    "neq": "≠", "approx": "≈", "sim": "~", "simeq": "≃", "equiv": "≡", "pm": "±", "mp": "∓",
    "times": "×", "cdot": "·", "div": "÷", "circ": "°", "degree": "°", "infty": "∞", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "uparrow": "↑", "downarrow": "↓", "sum": "∑", "prod": "∏",
    "int": "∫", "partial": "∂", "propto": "∝", "in": "∈", "prime": "′", "ell": "ℓ", "percent": "%",
    "ldots": "…", "dots": "…", "backslash": "\0",
}  # fmt: skip


def without_mathml(text):
    """Text with each `<math>` as what it says, never glued to the words beside it."""
    return _MATH.sub(lambda m: _apart(m, _read_math(m["inner"])), text) if "<" in text else text


def without_tex(text):
    """Text with TeX between `$…$`, `$$…$$` and `\\(…\\)` as what it says; prices in dollars stay."""
    if "$" in text:
        text = _TEX.sub(_from_dollars, text)
    return _BRACED.sub(lambda m: tex(m["round"]), text) if "\\(" in text else text


def tex(said):
    """A formula in TeX on one line; commands that no table here explains leave their name, so that no word is lost."""
    said = _SPACING.sub(" ", said.replace("\\%", "%").replace("\\_", "_"))
    before = None
    while before != said:
        before = said
        said = _ROOT.sub(r"√(\1)", _FRACTION.sub(r"(\1)/(\2)", _NAMED.sub(r"\1", said)))
    said = re.sub(r"\\(?:left|right|displaystyle|limits|,)(?![A-Za-z])", "", said)
    said = _COMMAND.sub(lambda m: SYMBOLS.get(m[1], f"{m[1]} "), said)
    said = _SHIFT.sub(lambda m: _shifted(m["group"] or m["one"], m["sign"] == "^"), said)
    said = re.sub(
        r"(?<=\d)\^°|\^°", "°", said.replace("{", "").replace("}", "").replace("\\", "").replace("\0", "\\")
    )
    said = re.sub(r"(?<=[^\s<>=≤≥≈≠])([<>=≤≥≈≠])(?=[^\s<>=≤≥≈≠])", r" \1 ", said)
    return " ".join(re.sub(r"(?<=\S)([<>=≤≥≈≠])(?=\s)", r" \1", said).split())


def _shifted(said, up):
    return "°" if said.strip() == "°" else raised(said) if up else lowered(said)


def _from_dollars(match):
    inner = match["shown"] or match["inline"]
    if match["shown"] is None and not _OF_TEX.search(inner):
        return match.group()
    return _apart(match, tex(inner))


def _apart(match, said):
    """`said`, with a blank where a letter or digit would touch one of the words beside it."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return f"{_gap(before, said[:1])}{said}{_gap(said[-1:], after)}"


def _gap(left, right):
    return " " if left.isalnum() and right.isalnum() and not (_is_shifted(left) or _is_shifted(right)) else ""


def _is_shifted(letter):
    return letter.isdigit() and not letter.isdecimal()


def _read_math(markup):
    if len(markup) > LONGEST:
        return " ".join(re.sub(r"<[^<>]*>", " ", markup).split())
    reader = _Math()
    reader.feed(markup)
    reader.close()
    return reader.said()


class _Math(HTMLParser):
    """Follows the elements of a formula; each is put together from what its children say."""

    SCRIPTS = ("msub", "msup", "msubsup", "mfrac", "msqrt", "munder", "mover", "munderover")

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.hidden = [("math", [])], 0

    def handle_starttag(self, tag, attrs):
        tag = tag.rpartition(":")[2]
        self.hidden += tag.startswith("annotation")
        if tag == "mspace":
            self.stack[-1][1].append(" ")
        elif len(self.stack) < DEEPEST:
            self.stack.append((tag, []))

    def handle_startendtag(self, tag, attrs):
        self.stack[-1][1].append(" " if tag.rpartition(":")[2] == "mspace" else "")

    def handle_endtag(self, tag):
        tag = tag.rpartition(":")[2]
        self.hidden -= bool(tag.startswith("annotation") and self.hidden)
        if any(name == tag for name, _parts in self.stack[1:]):
            while self.stack[-1][0] != tag:
                self._close()
            self._close()

    def handle_data(self, data):
        if not self.hidden and data.strip():
            words = " ".join(data.split())
            kept = self.stack[-1][0] == "mtext"
            self.stack[-1][1].append(f" {words} " if kept and words.isalpha() and len(words) > 1 else words)

    def said(self):
        while len(self.stack) > 1:
            self._close()
        return " ".join("".join(self.stack[0][1]).split())

    def _close(self):
        tag, parts = self.stack.pop()
        self.stack[-1][1].append(_put_together(tag, parts))


def _put_together(tag, parts):
    count = len(parts)
    if tag in ("msub", "munder") and count == 2:
        return parts[0] + lowered(parts[1])
    if tag in ("msup", "mover") and count == 2:
        return parts[0] + _shifted(parts[1], True)
    if tag in ("msubsup", "munderover") and count == 3:
        return parts[0] + lowered(parts[1]) + raised(parts[2])
    if tag == "mfrac" and count == 2:
        return "/".join(f"({part})" if len(part) > 1 and not part.isdecimal() else part for part in parts)
    if tag == "msqrt":
        return f"√({''.join(parts)})"
    return (", " if tag == "mfenced" else "").join(parts)
