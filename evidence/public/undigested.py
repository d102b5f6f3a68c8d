"""What no digest holds and readers might see all the same: how a change of it reaches them, never by a save alone.

"edition": frozen into the edition's body when it comes out; "verb": by an explicit act with an Event; "fixed": cannot
be changed once an edition is out; "unseen": no public page shows it.
"""

UNDIGESTED = {
    "article": {"slug": "fixed", "topics": "verb", "next_review_on": "edition"},
    "contributor": {
        "key": "fixed", "affiliation": "edition", "orcid": "unseen", "biography": "unseen", "user": "unseen",
    },
    "source": {
        "key": "fixed", "published_as": "unseen", "included": "unseen", "archived_url": "unseen",
        "stored_text": "unseen", "note": "unseen",
    },
    "claim": {"key": "fixed", "kind_guessed": "unseen"},
    "topic": {"name": "verb", "slug": "verb", "description": "verb"},
}  # fmt: skip
