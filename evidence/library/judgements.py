"""Which judgements and "read" stamps hold for the words that stand there now, and which lapsed."""

from dataclasses import dataclass, replace

from django.utils import timezone

from evidence import manuscript as frozen
from evidence.manuscript.vouching import Lapse, holds, lapse, vouched
from evidence.models import Citation, Reading
from evidence.models.judging import SAID
from evidence.vocabulary import Stance


@dataclass(frozen=True)
class Standing:
    """One Citation row; `lapse` of its judgement and `stamp_lapse` of its "read" stamp, None where there is none or
    it holds; `now` the Vouched of what stands there."""

    cited: Citation
    now: object
    lapse: Lapse | None
    stamp_lapse: Lapse | None

    @property
    def is_read(self):
        """Whether somebody read it for the words that stand there now."""
        return self.cited.verified_at is not None and self.stamp_lapse is None


def standings(article, manuscript):
    """A Standing for every citation of a claim that stands in the draft, in reading order; one query."""
    rows = Citation.objects.filter(claim__article=article, claim__section__isnull=False)
    rows = rows.select_related("claim", "source", "verified_by", "judged_by")
    places = manuscript.placed
    found = []
    for row in rows.order_by("claim__section__position", "claim__position", "position"):
        now = row.vouched([place.text for place in places.get(row.claim.key, ())] or [row.claim.text])
        judged = lapse(row.judged_for, now) if row.stance != Stance.NOT_JUDGED else None
        stamped = lapse(row.verified_for, now) if row.verified_at else None
        found.append(Standing(row, now, judged, stamped))
    return found


def lapsed(manuscript, article):
    """{(claim key, source key): Lapse} of the draft's judgements that were given for other words than a Manuscript of
    the article has; one query."""
    unjudged = {
        (claim.key, cited.source): cited
        for claim in manuscript.claims
        for cited in claim.citations
        if cited.stance == Stance.NOT_JUDGED and claim.key in manuscript.placed
    }
    rows = Citation.objects.filter(claim__article=article).exclude(stance=Stance.NOT_JUDGED)
    found = {}
    for row in rows.values("claim__key", "claim__text", "source__key", "judged_for", *SAID):
        pair = row["claim__key"], row["source__key"]
        if (cited := unjudged.get(pair)) is None:
            continue
        source = manuscript.source_by_key[cited.source]
        said = frozen.Citation(cited.source, *(row[name] for name in SAID))
        # What an edition left unjudged may have been judged since, for the words of the draft.
        if not holds(row["judged_for"], vouched([row["claim__text"]], said, source)):
            now = vouched(_sentences(manuscript, pair[0]), replace(cited, stance=row["stance"]), source)
            found[pair] = lapse(row["judged_for"], now)
    return {pair: one for pair, one in found.items() if one}


def read_on(manuscript, article, lapses):
    """{(claim key, source key): day} on which somebody last read a citation for the words that a Manuscript has; one
    query. `lapses` as `lapsed` gives them."""
    now = {
        (claim.key, cited.source): vouched(
            _sentences(manuscript, claim.key), cited, manuscript.source_by_key[cited.source]
        )
        for claim in manuscript.claims
        for cited in claim.citations
        if cited.source in manuscript.source_by_key
    }
    # A stance that lapsed is still what a reader of the draft finds beside the words.
    now |= {pair: one.now for pair, one in lapses.items()}
    rows = Reading.objects.filter(article=article).order_by("pk")
    found = {}
    for claim, source, words, at in rows.values_list("claim_key", "source_key", "read_for", "read_at"):
        if (claim, source) in now and holds(words, now[claim, source]):
            found[claim, source] = timezone.localdate(at)
    return found


def _sentences(manuscript, key):
    return [place.text for place in manuscript.placed.get(key, ())]
