from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.strength import overstated
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule


def quoting(words):
    return {"claims": [claim("c1", "effect", cite("a", quote=words))], "sources": [source("a")]}


@rule(
    "EF18",
    name=gettext_lazy("Worded more strongly than the words quoted"),
    scope=SECTION,
    severity=Severity.INFO,
    standard="Sumner 2014; Bratton 2019 (exaggeration against the paper's own words)",
    flagged=[
        example("Tea prevents falls.[^c1]", **quoting("Tea was associated with fewer falls.")),
        example("Tea improves sleep.[^c1]", **quoting("Tea may improve sleep.")),
        example("Tea reduces pain.[^c1]", **quoting("Pain was lower among those who drank tea.")),
        example("Coffee causes headaches.[^c1]", **quoting("Coffee was linked to headaches.")),
    ],
    passed=[
        example("Tea was linked to fewer falls.[^c1]", **quoting("Tea was associated with fewer falls.")),
        example("Tea may improve sleep.[^c1]", **quoting("Tea improved sleep.")),
        example("Tea improves sleep.[^c1]", **quoting("")),
        example("Does tea prevent falls?[^c1]", **quoting("Tea was associated with fewer falls.")),
    ],
)
def check(manuscript, circumstances):
    """The claim says cause and effect, or says it plainly, where the words copied from its source say less. Every
    source that supports it is compared by its own words; what designs and the rated certainty allow is said by EF5
    and EF6."""
    for claim_ in evidence.placed_claims(manuscript):
        text = evidence.asserted(manuscript, claim_)
        quotes = [
            one.quote for one in claim_.citations if one.stance in evidence.SUPPORTING and one.quote.strip()
        ]
        judged = [overstated(text, quote) for quote in quotes] if text else []
        if judged and all(one.label == "exaggerates" for one in judged):
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=manuscript.text_of(claim_),
                message=_("This is worded more strongly than the words quoted (%(words)s).")
                % {"words": ", ".join(judged[0].because)},
                mend=_("Say it as the source says it, or quote the words that say as much."),
            )
