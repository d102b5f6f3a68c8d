import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule

FORMS = re.compile(
    r"\b(?:intravenous(?:ly)?|intraperitoneal(?:ly)?|injected|injections?|infusions?|topical(?:ly)?|inhaled|inhalation|"
    r"intranasal(?:ly)?|transdermal|sublingual|metabolites?|analogues?|derivatives?|prodrugs?|"
    r"(?:ethyl|methyl) ester|hydrochloride|citrate|malate)\b",
    re.I,
)


def of(title):
    return cited({"csl": {"title": title}})


@rule(
    "EF3",
    name=gettext_lazy("Another form or route"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="GRADE indirectness",
    flagged=[
        example("Ginger eases nausea.[^c1]", **of("Intravenous ginger extract for nausea")),
        example("Creatine helps memory.[^c1]", **of("Creatine ethyl ester and memory")),
        example("It calms.[^c1]", **of("A metabolite of the drug calms")),
        example("Menthol eases pain.[^c1]", **of("Topical menthol for pain")),
    ],
    passed=[
        example("Intravenous ginger eases nausea.[^c1]", **of("Intravenous ginger extract for nausea")),
        example("Ginger eases nausea.[^c1]", **of("Ginger for nausea")),
        example("Its metabolite calms.[^c1]", **of("A metabolite of the drug calms")),
        example("## Topical menthol\nIt eases pain.[^c1]", **of("Topical menthol for pain")),
    ],
)
def check(manuscript, circumstances):
    """A relative of a substance, or another way of taking it, is other evidence. If the titles of all supporting
    sources name a form that neither the sentence nor its heading names, the reader has to be told."""
    for claim_ in evidence.placed_claims(manuscript):
        sources = evidence.supports(manuscript, claim_)
        if not declared.is_serious(manuscript, claim_) or not sources:
            continue
        section = manuscript.section_by_key.get(manuscript.section_of(claim_))
        said = f"{manuscript.text_of(claim_)} {section.heading if section else ''} {manuscript.subject}"
        forms = [FORMS.search(one.title) for one in sources]
        if all(forms) and not any(found.group().lower() in said.lower() for found in forms):
            words = forms[0].group()
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=words,
                message=_("The sources speak of another form or route (“%(words)s”), the sentence does not.")
                % {"words": words},
                mend=_("Name the form in the sentence, or cite a study of the one it speaks of."),
            )
