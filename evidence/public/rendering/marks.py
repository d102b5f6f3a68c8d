"""The places of a page that rest on a source which was retracted after the page came out.

An edition's body never changes. The notice that warns its readers names the places by their anchors, and where notice
and body are put together the mark of the notice stands at each of them: taken away the notice, the marks are gone.
"""

import re

from django.utils.html import format_html
from django.utils.translation import gettext as _

from evidence.public.rendering.numbering import Numbering

NAMED = re.compile(r'<a class="place" href="#([\w-]+)">')


def places_of(manuscript, keys):
    """[(anchor, what stands there in words)] of all that rests on the sources with these keys: their references, then
    sentences, then rows of the summary of findings."""
    numbering = Numbering(manuscript, frozenset(keys))
    claims = [one for one in manuscript.claims if numbering.rests_on_retracted(one)]
    rows = dict.fromkeys(one.outcome for one in claims if one.outcome in manuscript.outcome_by_key)
    return [
        *(
            (f"ref-{key}", _("reference %(n)d") % {"n": n})
            for key, n in numbering.numbers.items()
            if key in keys
        ),
        *(
            (f"claim-{one.key}", f"“{manuscript.text_of(one)}”")
            for one in claims
            if one.key in manuscript.placed
        ),
        *((f"outcome-{key}", manuscript.outcome_by_key[key].name) for key in rows),
    ]


def marked(body, notices):
    """The body of a page with a mark at each place that its rendered notices name; both are safe HTML."""
    for anchor in dict.fromkeys(NAMED.findall(notices)):
        said = _("Retracted.") if anchor.startswith("ref-") else _("Rests on a retracted source.")
        mark = format_html('<strong class="retracted">{}</strong> ', said)
        body = re.sub(rf'<\w+[^>]*\bid="{anchor}"[^>]*>', lambda tag, mark=mark: tag[0] + mark, body, count=1)
    return body
