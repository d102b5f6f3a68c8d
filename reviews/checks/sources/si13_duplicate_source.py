import re
from collections import defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import PeerReview, Severity
from reviews.checks.examples import example, source
from reviews.checks.rule import Finding, rule

RAE = {"title": "Creatine and the brain", "author": [{"family": "Rae"}], "issued": {"date-parts": [[2003]]}}
LATER = {**RAE, "issued": {"date-parts": [[2008]]}}


@rule(
    "SI13",
    name=gettext_lazy("Duplicate source"),
    version=2,
    severity=Severity.WARN,
    standard="CS1; one work, one record",
    flagged=[
        example(sources=[source("a", doi="10.1000/1"), source("b", doi="10.1000/1")]),
        example(sources=[source("a", pmid="123"), source("b", pmid="123")]),
        example(sources=[source("a", csl=RAE), source("b", csl=RAE)]),
        example(
            sources=[source("a", csl=RAE), source("b", csl={**RAE, "title": "Creatine, and the Brain."})]
        ),
    ],
    passed=[
        example(sources=[source("a", csl=RAE), source("b", csl=LATER)]),
        example(sources=[source("a", csl=RAE), source("b", csl=RAE, peer_review="preprint")]),
        example(sources=[source("a", csl=RAE), source("b", csl={**RAE, "author": [{"family": "Benton"}]})]),
        example(sources=[source("a", doi="10.1000/1"), source("b", doi="10.1000/2")]),
        example(
            sources=[source("a", csl=RAE), source("b", csl=RAE)],
            circumstances={"distinct": frozenset({("a", "b")})},
        ),
    ],
)
def check(manuscript, circumstances):
    """The same work stands in the list twice, so one study looks like two. Equal DOI, PMID or PMCID block; equal
    title, year and first author are pointed out, until somebody compared them and said that they are two works. A
    preprint and its published version are two records."""
    seen = defaultdict(list)
    for source_ in manuscript.sources:
        for name in ("doi", "pmid", "pmcid"):
            if value := getattr(source_, name).lower():
                seen[Severity.BLOCK, f"{name} {value}"].append(source_)
        if likeness := _likeness(source_):
            seen[Severity.WARN, likeness].append(source_)
    told = set()
    for (severity, shared), pair in seen.items():
        if severity == Severity.WARN:
            pair = _undecided(pair, circumstances.distinct)
        keys = tuple(source_.key for source_ in pair)
        if len(pair) > 1 and keys not in told:
            told.add(keys)
            yield Finding(
                subject=f"source:{keys[1]}",
                words=shared,
                severity=severity,
                message=_("%(keys)s are the same work (%(shared)s).")
                % {"keys": ", ".join(keys), "shared": shared},
                mend=_("Compare the two on the source's page: merge them, or say that they are two works."),
            )


def _undecided(alike, distinct):
    """The first of some records that look alike, and those that nobody has told apart from it."""
    first = alike[0]
    return [first, *(one for one in alike[1:] if tuple(sorted((first.key, one.key))) not in distinct)]


def _likeness(source_):
    authors = source_.csl.get("author") or ()
    if not authors or not source_.year or source_.peer_review == PeerReview.PREPRINT:
        return ""
    first = authors[0].get("family") or authors[0].get("literal") or ""
    title = re.sub(r"\W+", " ", source_.title).strip().casefold()
    return f"{title}, {source_.year}, {first.casefold()}"
