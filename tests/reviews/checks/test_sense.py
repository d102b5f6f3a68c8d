"""A rule's pass is its sense: no edit that means nothing clears a flag, and no good sentence trips one."""

import pytest

from evidence.manuscript import Outcome
from reviews import checks
from reviews.checks.examples import cite, claim, example, rated, source

checks.load()
LOW = Outcome("o1", "sleep", body="randomised", domains=rated(imprecision=-3))
RAT = [source("a", design="AN", population="animal")]
TRIAL = [source("a"), source("b")]


def on(*cites, kind="effect", sources=TRIAL, outcomes=(LOW,), **fields):
    made = [claim("c1", kind, *cites, **fields)]
    return {"claims": made, "sources": sources, "outcomes": outcomes, "subject": "Tea"}


SOURCED, TORN = on(cite("a"), outcome="o1"), on(cite("a"), cite("b", "contradicts"))
RATS, BARE = on(cite("a"), sources=RAT), on()
ABSENT = on(kind="absence")
NOTHING = {"subject": "Tea"}

# (rule, text, what else there is): an edit without meaning was made to something that is flagged.
STILL_FLAGGED = (
    ("SR1", "## Effects\n\nTea improves sleep in adults.[^c1]", ABSENT),
    ("SR2", "Tea improves sleep, as no study denies.[^c1]", ABSENT),
    ("SR2", "There is no doubt that tea improves sleep.[^c1]", ABSENT),
    ("SR2", "Tea is what improves sleep.[^c1]", on(kind="definition")),
    ("SR2", "Tea improves sleep.[^c1]", on(cite("a", "mentions"), kind="historical")),
    ("SR3", "Tea… restores lost memory in adults.", NOTHING),
    ("SR3", "Tea. Restores lost memory.", NOTHING),
    ("SR3", "**Tea** “restores” lost memory.", NOTHING),
    ("SR3", "Experts agree: tea restores lost memory.", NOTHING),
    ("SR4", "No study was found, yet deaths fell by 27 %.[^c1]", ABSENT),
    ("SR12", "No study was found; tea restores memory.[^c1]", ABSENT),
    ("SR12", "Nobody who drinks tea forgets a name.[^c1]", ABSENT),
    ("SR14", "## Tea: it restores lost memory\n\nWords.", NOTHING),
    ("ST3", "## In short\n\n- Tea restores lost memory.", NOTHING),
    ("EF1", "Tea improves memory.[^c1]", on(cite("a"), sources=RAT, population="animals")),
    ("EF6", "Researchers agree that it improves sleep.[^c1]", SOURCED),
    ("EF6", "“It improves sleep.”[^c1]", SOURCED),
    ("EF8", "Tea improves sleep.[^c1]", on(cite("a"), population="cells", outcomes=())),
    ("EF8", "Tea improves sleep.[^c1]", on(cite("a"), kind="mechanism", outcomes=())),
    ("EF10", "It helps sleep, however.[^c1]", TORN),
    ("EF10", "It helps sleep but not taste.[^c1]", TORN),
    ("EF10", "Although it is old, it helps sleep.[^c1]", TORN),
    ("EF12", "There is no evidence that it harms.[^c1]", ABSENT),
    ("EF15", "“Tea is a miracle.”", NOTHING),
    ("SB3", "“It is safe.”", NOTHING),
    ("SB4", "Ask a pharmacist; you should take 10 mg a day.", NOTHING),
    ("SB4", "No study was found, but you should take it.", NOTHING),
    ("SB5", "“Tea cures cancer.”", NOTHING),
    ("SB6", "“Tea is approved.”", NOTHING),
)

# (rule, text, what else there is): a sentence that a good review may hold.
LET_THROUGH = (
    ("SR1", "## Effects\n\nNo trial of tea in adults was found.[^c1]", ABSENT),
    ("SR2", "Nobody has tested tea in children.[^c1]", ABSENT),
    ("SR2", "Whether tea improves sleep is not known.[^c1]", ABSENT),
    ("SR2", "No study of people who do not sleep well was found.[^c1]", ABSENT),
    ("SR2", "Insomnia is a disorder of sleep.[^c1]", on(kind="definition")),
    ("SR3", "Does tea restore lost memory?", NOTHING),
    ("SR3", "Talk to a doctor before you drink tea for sleep.", NOTHING),
    ("SR12", "We searched two databases and found no study of tea in children.[^c1]", ABSENT),
    ("SR12", "Tea was first grown in China; no record of its makers remains.[^c1]", on(kind="historical")),
    ("SR12", "It is still not known how tea might act on sleep.[^c1]", ABSENT),
    ("SR14", "## How tea might act on memory\n\nWords.", NOTHING),
    ("SR14", "## Does it help with sleep?\n\nWords.", NOTHING),
    ("EF1", "In rats it improves memory.[^c1]", RATS),
    ("EF6", "Its authors concluded, according to the abstract, that it improves sleep.[^c1]", SOURCED),
    ("EF8", "It remains unclear whether tea improves sleep.[^c1]", BARE),
    ("EF8", "Whether it helps children has not been studied.[^c1]", BARE),
    ("EF10", "It helps sleep.[^c1] Two later trials did not.", TORN),
    ("EF10", "It helps sleep.[^c1] A larger study found no difference.", TORN),
    ("EF10", "Trials disagree on whether it helps sleep.[^c1]", TORN),
    ("EF10", "It helps sleep.[^c1] A later trial reported the opposite.", TORN),
    ("EF12", "No study that looked for harm was found.[^c1]", ABSENT),
    ("EF15", "Sellers call tea “a miracle”.", NOTHING),
    ("SB3", "Sellers write that it is “safe”.", NOTHING),
    ("SB4", "No study was found on who should not take it.", NOTHING),
    ("SB4", "It is not known who should avoid it.", NOTHING),
    ("SB4", "The leaflet says “you should take it with food”.", NOTHING),
    ("SB5", "Whether it slows dementia was not tested; sellers say “it cures cancer”.", NOTHING),
)


def said(code, text, fields):
    return checks.REGISTRY[code].run(*example(text, **fields))


@pytest.mark.parametrize(("code", "text", "fields"), STILL_FLAGGED)
def test_an_edit_that_means_nothing_clears_no_flag(code, text, fields):
    assert said(code, text, fields)


@pytest.mark.parametrize(("code", "text", "fields"), LET_THROUGH)
def test_a_good_sentence_trips_no_rule(code, text, fields):
    assert said(code, text, fields) == []
