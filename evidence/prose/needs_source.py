"""How likely authors would cite a source for a sentence: a linear model over its words and over features one can name.

Fitted by `manage.py train_needs_source` on the CRAFT articles (CC BY 3.0; see docs/models.md). It orders attention; it
judges no truth.
"""

import re

from evidence.prose.linear import model

NAMED = {
    "we": r"we|our|us",
    "earlier": r"previous(?:ly)?|earlier|recent(?:ly)?|prior",
    "was shown": r"(?:has|have) been (?:\w+ )?(?:shown|reported|demonstrated|described|proposed|suggested|implicated"
    r"|identified|found|observed|linked|associated)",
    "is known": r"(?:is|are) (?:well |also |widely |generally )?(?:known|thought|believed|considered|required|essential"
    r"|expressed|involved)",
    "literature": r"studies|reports|evidence|literature|authors|investigators|researchers|groups",
    "et al.": r"et al|colleagues|co-?workers",
    "as described": r"as (?:previously )?(?:described|reported|shown)",
    "figure": r"fig(?:ure|s)?|table|data not shown|see text|supplement\w*",
    "this study": r"(?:this|these|the present|the current) (?:study|data|results?|findings?|analysis|paper|work|mice"
    r"|experiments?|observations?)",
    "here": r"here|herein",
    "concluding": r"results?|findings?|suggest|indicate|conclude|therefore|thus|hence",
    "past": r"was|were",
    "present": r"is|are",
    "future": r"future|further|needed|will",
    "open": r"unclear|unknown|remains?|whether|hypothes\w*",
    "examples": r"e\.g|for example|such as|including",
    "species": r"human|patients|mice|rats|yeast|drosophila|zebrafish|mammal\w*",
    "method": r"model|program|software|algorithm|database|method|protocol|technique|kit|assay",
}
_NAMED = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in NAMED.items()}
_AS_WRITTEN = {
    "figures": re.compile(r"\d"),
    "per cent": re.compile(r"%"),
    "p value": re.compile(r"[pP] ?[<=>]"),
    "gene": re.compile(r"\b[A-Z][a-z]*\d+\b"),
    "acronym": re.compile(r"\b[A-Z]{3,}\b"),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "linking": re.compile(
        r"^(?:however|moreover|furthermore|in addition|interestingly|similarly|in contrast|consistent with)",
        re.I,
    ),
}


def needs_source(text, *, section="", heading="", paragraph=None, sentence=None, place=None):
    """Judged "1" or "0" with a probability. `section` is "introduction", "discussion", …; `paragraph` and `sentence`
    count from 0, `place` is the share of the section that stands before; all may be left out."""
    named = features(text, section, heading, paragraph, sentence, place)
    return model("needs_source").judge(text, named)


def features(text, section="", heading="", paragraph=None, sentence=None, place=None):
    """Named features of a sentence, name → value between 0 and 2."""
    told = {name: 1.0 for name, found in {**_NAMED, **_AS_WRITTEN}.items() if found.search(text)}
    section = section.lower()
    named = {**told, **{f"{section}: {name}": 1.0 for name in told}}
    words = re.findall(r"\w+", text.lower())
    named |= {"length": min(len(words), 60) / 30, "short": len(words) < 10, f"section: {section}": 1.0}
    named |= {f"begins: {' '.join(words[:1])}": 0.7, f"begins: {' '.join(words[:2])}": 0.7}
    for word in re.findall(r"[a-z]+", heading.lower())[:12]:
        named[f"heading: {word}"] = 0.5
    if sentence is not None:
        named |= {
            "sentence": min(sentence, 8) / 8,
            "first": sentence == 0,
            f"{section}: first": sentence == 0,
        }
        named[f"{section}: sentence"] = min(sentence, 8) / 8
    if paragraph is not None:
        named |= {"paragraph": min(paragraph, 60) / 60, f"{section}: paragraph": min(paragraph, 60) / 60}
    if place is not None:
        named["place"] = place
    return named
