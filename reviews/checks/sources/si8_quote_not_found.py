from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.bibliography.quotations import is_abstract, look_up
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

TEXT = "Ginger reduced vomiting in 70 women – by far. Nausea fell too, and α-waves rose. " * 80


def of(quote, text=TEXT):
    return {
        "claims": [claim("c1", "effect", cite("a", quote=quote))],
        "sources": [source("a")],
        "circumstances": {"stored_texts": {"a": text} if text else {}},
    }


@rule(
    "SI8",
    name=gettext_lazy("Quotation not found"),
    scope=SECTION,
    severity=Severity.BLOCK,
    standard="Jergas & Baethge 2015",
    flagged=[
        example("It helps.[^c1]", **of("ginger cured vomiting")),
        example("It helps.[^c1]", **of("Nausea fell too … by 70 women")),
        example("It helps.[^c1]", **of("reduced nausea in 70 women")),
        example("It helps.[^c1]", **of("not in this abstract", "A short abstract.")),
    ],
    passed=[
        example("It helps.[^c1]", **of("ginger  reduced vomiting in 70 women - by far")),
        example("It helps.[^c1]", **of("Ginger reduced vomiting […] and alpha-waves rose")),
        example("It helps.[^c1]", **of("[It] reduced vomiting in 70 women")),
        example("It helps.[^c1]", **of("anything at all", "")),
    ],
)
def check(manuscript, circumstances):
    """What stands in quotation marks stands in the source, word for word and in order. One medical quotation in four
    is wrong. Where only an abstract is stored, a quotation that is not in it cannot be verified, and that is said."""
    for claim_ in evidence.placed_claims(manuscript):
        for cited in claim_.citations:
            text = circumstances.stored_texts.get(cited.source, "")
            if not (cited.quote.strip() and text.strip()):
                continue
            match = look_up(cited.quote, text)
            if match.found:
                continue
            short = is_abstract(text)
            near = _(" Nearest: “%(near)s”") % {"near": match.near[:200]} if match.near else ""
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=cited.quote,
                severity=Severity.INFO if short else Severity.BLOCK,
                message=_("Only the abstract is stored, and the quotation is not in it.")
                if short
                else _("The quotation does not stand in the stored text."),
                mend=_("Copy it anew from the source.") + near,
            )
