"""What rests on a source: every claim, section, outcome, draft and edition, in a fixed number of queries.

Records that were merged into it count as the source itself; what rests on a review that includes it rests on it too,
and says through which.
"""

from dataclasses import dataclass

from evidence.models import Citation, Edition, Source
from evidence.vocabulary import Stance


@dataclass(frozen=True)
class Resting:
    """One claim that cites the source: its sentence, section heading, outcome and stance; `through` is the title of
    the review that it cites instead; `pk` of the Claim row in a draft."""

    claim: str
    text: str
    section: str
    outcome: str
    stance: str
    through: str = ""
    pk: int | None = None

    @property
    def stance_label(self):
        return Stance(self.stance).label


@dataclass(frozen=True)
class Stand:
    """A draft (`edition` is None) or an edition with the claims of it that rest on the source."""

    article: object
    claims: tuple[Resting, ...]
    edition: Edition | None = None


@dataclass(frozen=True)
class Reach:
    source: Source
    records: tuple[Source, ...]
    reviews: tuple[Source, ...]
    drafts: tuple[Stand, ...]
    live: tuple[Stand, ...]
    past: tuple[Stand, ...]

    @property
    def is_empty(self):
        return not (self.drafts or self.live or self.past)

    def plain(self):
        """The same as plain data, for a file or another program."""
        return {
            "source": self.source.key,
            "title": self.source.title,
            "status": [badge.name for badge in self.source.badges],
            "records": [record.key for record in self.records],
            "included_in": [review.key for review in self.reviews],
            **{name: [_plain(stand) for stand in getattr(self, name)] for name in ("drafts", "live", "past")},
        }


def reach_of(source):
    """The Reach of a source; of the record that it was merged into, if it was."""
    source = source.merged_into or source
    records = source.records()
    inside = list(
        Source.objects.filter(included__in=records).distinct().prefetch_related("merged").order_by("title")
    )
    reviews = [record for review in inside for record in (review, *review.merged.all())]
    names = {record.key: "" for record in records} | {review.key: review.title for review in reviews}
    live, past = _editions([*records, *reviews], names)
    return Reach(source, tuple(records), tuple(inside), _drafts([*records, *reviews], names), live, past)


def named_by(name):
    """The source with this key, DOI, PMID or other identifier, also a former one, or None."""
    text = name.strip()
    own = Source.objects.filter(key=text).first()
    found = own or Source.objects.identified_by(doi=_doi(text), pmid=text, pmcid=text, isbn=text).first()
    return (found.merged_into or found) if found else None


def _drafts(sources, names):
    rows = Citation.objects.filter(source__in=sources, claim__article__discarded_at=None)
    rows = rows.select_related("claim__article", "claim__section", "claim__outcome", "source")
    rows = rows.prefetch_related("claim__article__sections")
    stands = {}
    for cited in rows.order_by(
        "claim__article__title", "claim__section__position", "claim__position", "position"
    ):
        claim = cited.claim
        resting = Resting(
            claim.key,
            claim.text,
            claim.section.heading if claim.section else "",
            claim.outcome.name if claim.outcome else "",
            str(cited.counted_stance),
            names[cited.source.key],
            claim.pk,
        )
        stands.setdefault(claim.article, []).append(resting)
    return tuple(Stand(article, tuple(claims)) for article, claims in stands.items())


def _editions(sources, names):
    """(live, past) Stands; a withdrawn edition is past."""
    rows = Edition.objects.filter(sources__in=sources).distinct().defer("body")
    live, past = [], []
    for edition in rows.select_related("revision", "article__publication").order_by("title", "-number"):
        stand = Stand(edition.article, tuple(_claims(edition.revision.frozen, names)), edition)
        shown = edition.article.publication
        (live if shown.is_live and shown.edition_id == edition.pk else past).append(stand)
    return tuple(live), tuple(past)


def _claims(manuscript, names):
    for claim in manuscript.claims:
        for cited in (one for one in claim.citations if one.source in names):
            section = manuscript.section_by_key.get(manuscript.section_of(claim))
            outcome = manuscript.outcome_by_key.get(claim.outcome)
            yield Resting(
                claim.key,
                manuscript.text_of(claim),
                section.heading if section else "",
                outcome.name if outcome else "",
                cited.stance,
                names[cited.source],
            )


def _plain(stand):
    said = {"article": stand.article.slug, "title": stand.article.title}
    if stand.edition:
        said |= {"edition": stand.edition.number, "published": stand.edition.published_at.isoformat()}
    names = ("claim", "text", "section", "outcome", "stance", "through")
    return {**said, "claims": [{name: getattr(one, name) for name in names} for one in stand.claims]}


def _doi(text):
    return text.lower().removeprefix("https://doi.org/").removeprefix("doi:").strip()
