"""What a flag is about, and the digest of it: a waiver holds for its subject as it was."""

import hashlib

from evidence import canonical
from evidence.library.circumstances import observe
from evidence.manuscript import from_json


def manuscript_of_stand(article, stand):
    """The Manuscript that a stand's flags speak of: the draft's rows, or the live edition as frozen."""
    if stand == "live":
        return from_json(article.publication.edition.revision.manuscript)
    return article.manuscript()


def digest_of_subject(flag):
    """SHA-256 of a flag's subject as it is now."""
    manuscript = manuscript_of_stand(flag.article, flag.stand)
    return subject_digest(manuscript, observe(manuscript, flag.article), flag.subject)


def subject_digest(manuscript, circumstances, subject):
    """SHA-256 of a subject: of a claim its text, record and its sources' updates; of a section its text; of a
    source its record and updates; of the article the whole."""
    kind, _colon, key = subject.partition(":")
    look_up = {"claim": _claim, "section": _section, "source": _source, "outcome": _outcome}
    said = look_up.get(kind, _whole)(manuscript, circumstances, key)
    return hashlib.sha256(canonical.dumps(said).encode()).hexdigest()


def _claim(manuscript, circumstances, key):
    claim = manuscript.claim_by_key.get(key)
    if claim is None:
        return None
    sources = [_source(manuscript, circumstances, cited.source) for cited in claim.citations]
    # A claim that is marked twice says both sentences; of one, the form is that of the waivers already given.
    texts = [place.text for place in manuscript.placed.get(key, ())] or [""]
    return [texts if len(texts) > 1 else texts[0], canonical.plain(claim), sources]


def _section(manuscript, circumstances, key):
    section = manuscript.section_by_key.get(key)
    return canonical.plain(section) if section else None


def _source(manuscript, circumstances, key):
    source = manuscript.source_by_key.get(key)
    updates = [canonical.plain(update) for update in circumstances.updates.get(key, ())]
    return [canonical.plain(source) if source else key, updates]


def _outcome(manuscript, circumstances, key):
    outcome = manuscript.outcome_by_key.get(key)
    return canonical.plain(outcome) if outcome else None


def _whole(manuscript, circumstances, key):
    return manuscript.digest
