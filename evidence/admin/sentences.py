"""The form of a section: its text, and its sentences, each with a box "claim", its kind and its population."""

from dataclasses import dataclass, field

from django import forms
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from evidence.admin.seen import SeenForm
from evidence.importers.claiming import guess_claim_kind, guess_population
from evidence.models import Claim, Section
from evidence.prose.attention import Attention, Why, attention
from evidence.prose.checkable import judge
from evidence.prose.markers import mark_all, rename, sentences_of
from evidence.vocabulary import ClaimKind, ClaimPopulation

FIRST = 5  # sentences named as those to look at first
WORTH_ORDERING = 4  # sentences of a section
REASONS = {
    Why.ADVICE: _("tells the reader what to do"),
    Why.CAUSE: _("says cause and effect, unhedged"),
    Why.HEDGED: _("says cause and effect, hedged"),
    Why.TOGETHER: _("says that two things go together"),
    Why.FIGURE: _("gives a figure"),
    Why.NOBODY: _("names nobody it was seen in"),
}


@dataclass
class Row:
    """A sentence as the page lists it; `checkable` says that it asserts something nobody stands behind yet, and
    `attention` how much it asks for while no source stands behind it."""

    number: int

    sentence: object
    tick: object
    kind: object
    population: object
    claims: list
    checkable: bool
    attention: Attention
    flags: list = field(default_factory=list)

    @property
    def reasons(self):
        """[(why it should be looked at, the words that decided)], the weightiest first."""
        return [(REASONS[why], ", ".join(dict.fromkeys(words))) for why, words in self.attention.reasons]


def first_of(rows):
    """The few rows that ask for most attention, the most pressing first; none where all are seen at a glance."""
    if len(rows) < WORTH_ORDERING:
        return []
    asking = [row for row in rows if row.attention.score and row.attention.reasons]
    return sorted(asking, key=lambda row: -row.attention.score)[:FIRST]


class SectionForm(SeenForm):
    """A ticked sentence is a claim, and its marker is written into the body. Works without script."""

    class Meta:
        model = Section
        fields = ["article", "heading", "level", "kind", "body"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sentences = sentences_of(self.instance.body) if self.instance.pk else ()
        self.claims = self._claims() if self.sentences else {}
        if self.fields:
            for number, sentence in enumerate(self.sentences):
                self._add_fields(number, sentence)

    def rows(self):
        """One Row a sentence, in reading order."""
        return [self._row(number, sentence) for number, sentence in enumerate(self.sentences)]

    def _row(self, number, sentence):
        claims = [self.claims[key] for key in sentence.markers if key in self.claims]
        heading = self.instance.heading
        return Row(
            number + 1,
            sentence,
            *(self._bound(f"{name}_{number}") for name in ("claim", "kind", "population")),
            claims,
            not sentence.markers and judge(sentence.text, heading).checkable,
            Attention(0.0) if any(map(_is_settled, claims)) else attention(sentence.text, heading),
        )

    def body_with_ticks(self):
        """The body with markers written and taken away as ticked, and the Claims to be made.

        A tick follows its sentence through an edit of the body in the same form; a sentence reworded there is listed
        anew."""
        body, marks, gone, wanted = self.cleaned_data["body"], {}, {}, []
        there = sentences_of(body)
        for index, number in sorted(self._places_in(body)):
            if f"claim_{number}" not in self.changed_data:
                continue
            if not self.cleaned_data[f"claim_{number}"]:
                gone |= dict.fromkeys(self.sentences[number].markers)
            elif not there[index].markers:
                marks[index] = self.instance.article.next_key("claim")
                wanted.append(self._new(number, marks[index]))
        return rename(mark_all(body, marks), gone), wanted

    def _places_in(self, body):
        """(index in the body as posted, number on this page) of every listed sentence that still stands there."""
        left = list(enumerate(self.sentences))
        for index, sentence in enumerate(sentences_of(body)):
            number = next((number for number, listed in left if listed.text == sentence.text), None)
            if number is not None:
                left = [pair for pair in left if pair[0] != number]
                yield index, number

    def corrected_claims(self):
        """The claims whose kind or population was chosen anew; what somebody chose is no guess any more."""
        for number, sentence in enumerate(self.sentences):
            claim = self.claims.get(sentence.markers[0]) if sentence.markers else None
            chosen = [self.cleaned_data.get(f"{name}_{number}") for name in ("kind", "population")]
            if claim and all(chosen) and chosen != [claim.kind, claim.population]:
                claim.kind, claim.population = chosen
                claim.kind_guessed = False
                yield claim

    def _new(self, number, key):
        kind, population = (self.cleaned_data.get(f"{name}_{number}") for name in ("kind", "population"))
        guessed = not kind or f"kind_{number}" not in self.changed_data
        return Claim(
            article=self.instance.article,
            key=key,
            kind=kind or ClaimKind.EFFECT,
            kind_guessed=guessed,
            population=population or ClaimPopulation.UNSPECIFIED,
        )

    def _add_fields(self, number, sentence):
        claim = self.claims.get(sentence.markers[0]) if sentence.markers else None
        kind = claim.kind if claim else guess_claim_kind(sentence.text, self.instance.kind)
        population = claim.population if claim else guess_population(sentence.text)
        spoken = {"number": number + 1}
        self.fields[f"claim_{number}"] = forms.BooleanField(
            label=_("Sentence %(number)d is a claim") % spoken, required=False, initial=bool(sentence.markers)
        )
        self.fields[f"kind_{number}"] = forms.ChoiceField(
            label=_("Kind of claim in sentence %(number)d") % spoken,
            choices=ClaimKind.choices,
            required=False,
            initial=str(kind),
        )
        self.fields[f"population_{number}"] = forms.ChoiceField(
            label=_("Population that sentence %(number)d speaks of") % spoken,
            choices=ClaimPopulation.choices,
            required=False,
            initial=str(population),
        )
        for name in ("claim", "kind", "population"):
            made = self.fields[f"{name}_{number}"]
            made.widget.attrs["aria-label"] = str(made.label)

    def _bound(self, name):
        return self[name] if name in self.fields else None

    def _claims(self):
        # Every claim asks the article's sections for its sentences.
        prefetch_related_objects([self.instance.article], "sections")
        claims = self.instance.article.claims.prefetch_related("citations__source")
        return {claim.key: claim for claim in claims}


def _is_settled(claim):
    """Whether a source stands behind a claim, or it says that there is none."""
    return claim.kind == ClaimKind.ABSENCE or bool(claim.citations.all())
