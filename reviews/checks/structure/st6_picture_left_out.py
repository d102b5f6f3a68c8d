from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.pictures import notes
from evidence.vocabulary import Severity
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule


@rule(
    "ST6",
    name=gettext_lazy("Picture left out"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="House rule: what an import could not take along is said where it stood",
    flagged=[
        example("It helps.\n\n[Picture left out: Recall in both groups]\n\nIt harms."),
        example("[Picture left out]"),
        example("[Picture left out: A (fresh) root]  "),
        example("- One\n\n[Picture left out: Dose by age]"),
    ],
    passed=[
        example("The picture was left out of the leaflet."),
        example("See [Picture left out: a study](https://example.org) for more."),
        example("[A picture](https://example.org/picture) shows it."),
        example("Nothing was left out."),
    ],
)
def check(manuscript, circumstances):
    """An import leaves a note with the caption where a picture stood. What the picture showed has to be said in
    words, with its source, or the note taken away; else readers meet a gap that nobody decided on."""
    for section in manuscript.sections:
        for caption in notes(section.body):
            yield Finding(
                subject=f"section:{section.key}",
                words=caption or _("a picture without a caption"),
                message=_("A picture was left out here when the article was imported."),
                mend=_("Say in words what it showed, with its source, and take the note away."),
            )
