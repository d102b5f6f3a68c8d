from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.checkable import judge
from evidence.prose.judged import told
from evidence.prose.needs_source import needs_source
from evidence.vocabulary import Severity
from reviews.checks import evidence, unmarked
from reviews.checks.examples import claim, example
from reviews.checks.rule import SECTION, Finding, rule

MUCH, SOME = 1.1, 0.75
LIKELY = (
    0.5  # how likely writers cite for it moves a sentence within the flags; what it asserts raises the flag
)


@rule(
    "SR3",
    name=gettext_lazy("Uncovered prose"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="WP:V; Full Fact checkworthiness",
    flagged=[
        example("In rats it increased nerve growth factor in the hippocampus."),
        example("One trial in 40 adults found better sleep."),
        example("It reduces anxiety and improves memory."),
        example("- The drug has not been approved for the treatment of dementia."),
        example("Tea:\n\n- restores lost memory\n- in a week", subject="Tea"),
        example("| What | For |\n|---|---|\n| Tea | restores lost memory |", subject="Tea"),
    ],
    passed=[
        example("It reduces anxiety.[^c1]", claims=[claim("c1")]),
        example("Does it reduce anxiety in adults?"),
        example("Talk to a doctor or pharmacist before you change a medicine."),
        example("In this article we look at three questions."),
        example("> It reduces anxiety and improves memory."),
    ],
)
def check(manuscript, circumstances):
    """The sentence asserts something that a reader may ask a source for, and nobody stands behind it as a claim.
    Tick it and cite a source, or write it so that it asserts nothing. The flags of a section come in an order of
    attention: first what asserts most and reads most like what others found. What says that something acts on people,
    or what the law allows, blocks, also where it is cut into pieces; a report of what the source just cited found does
    not."""
    for section, sentences in groupby(_unclaimed(manuscript), key=lambda one: one[0]):
        asking = [(_attention(sentence.text), sentence) for _section, sentence in sentences]
        for (score, because), sentence in sorted(asking, key=lambda one: -one[0][0]):
            promises = unmarked.promises(manuscript, section, sentence)
            yield Finding(
                subject=f"section:{section.key}",
                words=sentence.text,
                severity=Severity.BLOCK if promises else Severity.WARN,
                message=_(
                    "This sentence asserts something, but is no claim. It asks for %(attention)s (%(because)s)."
                )
                % {"attention": _in_words(score), "because": ", ".join(because)},
                mend=_("Tick it as a claim and cite its source, or reword it."),
            )
    yield from _in_pieces(manuscript)


def _unclaimed(manuscript):
    for section, sentence in evidence.sentences(manuscript):
        if sentence.markers or evidence.is_summary(section):
            continue
        if judge(sentence.text).checkable or unmarked.promises(manuscript, section, sentence):
            yield section, sentence


def _in_pieces(manuscript):
    for section in manuscript.sections:
        for words in () if evidence.is_summary(section) else unmarked.in_pieces(manuscript, section):
            yield Finding(
                subject=f"section:{section.key}",
                words=words,
                severity=Severity.BLOCK,
                message=_("Read together, “%(words)s” asserts something, and nobody stands behind it.")
                % {"words": words},
                mend=_("Make it one sentence, tick it as a claim and cite its source; or take it out."),
            )


def _attention(text):
    """(score, the words that decided): what it asserts, and how much it reads like what others found. It orders the
    flags of a section; it judges no truth."""
    judgement, likely = judge(text), needs_source(text)
    return judgement.score + LIKELY * likely.score, told(judgement.because[:4], likely.because[:2])


def _in_words(score):
    if score >= MUCH:
        return _("much attention")
    return _("some attention") if score >= SOME else _("little attention")
