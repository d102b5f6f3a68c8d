"""What an editor does to one sentence on the desk: each act changes the draft, freezes it and brings its flags in step.

An act names the sentence by its section, its number there and its words, and the version of the section that the page
showed: where any of these is another by now nothing is done.
"""

from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from evidence.errors import Refused
from evidence.importers.claiming import guess_claim_kind, guess_population
from evidence.models import Article, Citation, Claim, Source
from evidence.prose.markers import mark_all, rename, sentences_of
from evidence.prose.tree import checked, merged, parse
from evidence.prose.tree.canonical import canonical
from reviews import permissions
from reviews.flags import flagging
from reviews.writing.sheet import version_of


class Stale(Exception):
    """The section is another by now than the page showed; `section` is what is there."""

    def __init__(self, section):
        self.section = section
        super().__init__(_("Somebody changed this section meanwhile."))


def rewrite(article, *, by, section, version, tree):
    """Store what the editor made of a section; whether some emphasis could not be kept.

    `tree` is the editor's document as JSON data. Raises Stale, Refused, or ValueError for what is no such document or
    cannot be said in Markdown.
    """
    with _editing(article, by, section, version) as row:
        before = row.body
        row.body = merged(before, checked(tree))
        lost = parse(row.body) != canonical(tree)
        if row.body != before:
            row.save(update_fields=["body"])
    return lost


def claim(article, *, by, section, version, number, text, kind="", population="", outcome=None):
    """Make a sentence a claim, or say anew of what kind it is; its Claim."""
    with _editing(article, by, section, version) as row:
        sentence = _sentence(row, number, text)
        made = row.article.claims.filter(key__in=sentence.markers).order_by("pk").first()
        if made is None:
            made = Claim(article=row.article, key=row.article.next_key("claim"))
            row.body = mark_all(row.body, {number: made.key})
            row.save(update_fields=["body"])
        made.kind_guessed = not kind and (made.pk is None or made.kind_guessed)
        made.kind = kind or (made.pk and made.kind) or guess_claim_kind(text, row.kind)
        made.population = population or (made.pk and made.population) or guess_population(text)
        made.outcome = (
            row.article.outcomes.filter(key=outcome).first() if outcome is not None else made.outcome
        )
        made.save()
    return made


def release(article, *, by, section, version, number, text):
    """Take the markers of a sentence away: it is no claim; the claims stay unplaced, with their citations."""
    with _editing(article, by, section, version) as row:
        for key in _sentence(row, number, text).markers:
            row.body = rename(row.body, {key: None})
        row.save(update_fields=["body"])


def reword(article, *, by, section, version, number, text, words):
    """Put other words in the place of a sentence; its markers stay with it."""
    with _editing(article, by, section, version) as row:
        sentence = _sentence(row, number, text)
        marks = "".join(f"[^{key}]" for key in sentence.markers)
        row.body = f"{row.body[: sentence.start]}{words.strip()}{marks}{row.body[sentence.end :]}"
        row.save(update_fields=["body"])


def cite(article, *, by, section, version, number, text, source, quote=""):
    """Cite a source of the library for a sentence, made a claim where it is none; the stance stays to be judged."""
    made = claim(article, by=by, section=section, version=version, number=number, text=text)
    with transaction.atomic():
        draft = Article.objects.locked_for_writing(article.pk)
        draft.ensure_editable()
        found = Source.objects.filter(pk=source).first()
        if found is None:
            raise Refused(_("There is no such source."))
        position = made.citations.count()
        cited, _new = Citation.objects.get_or_create(
            claim=made, source=found, defaults={"quote": quote.strip(), "position": position}
        )
        draft.revise(by=by)
        flagging.reconcile(draft)
    return cited


def judge(article, *, by, citation, seen, stance, quote="", locator="", figure="", unit=""):
    """Say whether a source supports its claim, in which words and where; `seen` is the digest of what the card showed.

    Raises Refused where something else stands there by now: a judgement is for the words that were before one's eyes.
    """
    permissions.require(by, "edit", article)
    with transaction.atomic():
        draft = Article.objects.locked_for_writing(article.pk)
        draft.ensure_editable()
        cited = Citation.objects.filter(pk=citation, claim__article=draft).first()
        if cited is None:
            raise Refused(_("This citation is gone."))
        if cited.vouched().digest != seen:
            raise Refused(_("Something changed since you opened the card: look at the words again."))
        said = {"stance": stance, "quote": quote, "locator": locator, "figure": figure, "unit": unit}
        for name, value in said.items():
            setattr(cited, name, value.strip())
        cited.save(update_fields=list(said))
        cited.judge(by=by)
        draft.revise(by=by)
        flagging.reconcile(draft)
    return cited


def drop(article, *, by, section, version):
    """Take a section out that says nothing. Raises Refused while it holds words."""
    with _editing(article, by, section, version) as row:
        if row.body.strip():
            raise Refused(_("The section holds words: move or delete them first."))
        row.delete()


@contextmanager
def _editing(article, by, section, version):
    """The section's row, its article locked; after the act the draft is frozen and its flags are in step."""
    permissions.require(by, "edit", article)
    with transaction.atomic():
        draft = Article.objects.locked_for_writing(article.pk)
        draft.ensure_editable()
        row = draft.sections.filter(key=section).first()
        if row is None:
            raise Refused(_("This section is gone."))
        row.article = draft
        if version_of(row.heading, row.body) != version:
            raise Stale(row)
        yield row
        draft.revise(by=by)
        flagging.reconcile(draft)


def _sentence(row, number, text):
    sentences = sentences_of(row.body)
    if number >= len(sentences) or sentences[number].text != text:
        raise Stale(row)
    return sentences[number]
