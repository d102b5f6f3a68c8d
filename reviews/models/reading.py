"""What somebody must have read before a version is approved: the citations that serious claims rest on. Pure."""

from django.utils.translation import gettext as _

from evidence.errors import Reason
from reviews.checks import evidence


def serious_citations(manuscript):
    """[(claim key, source key)] of what the claims rest on that block while they have no support, in reading order."""
    serious = [one for one in evidence.placed_claims(manuscript) if one.kind in evidence.SERIOUS]
    return [(claim.key, cited.source) for claim in serious for cited in claim.citations]


def unread(manuscript, circumstances):
    """Those of them that nobody has read for the words that stand there now."""
    return [pair for pair in serious_citations(manuscript) if pair not in circumstances.verified]


def reasons_unread(manuscript, circumstances):
    """Why too little was read for an approval by the site's READ_SHARE (per cent), each citation with its place; empty
    where enough was."""
    asked, missing = serious_citations(manuscript), unread(manuscript, circumstances)
    share = circumstances.settings["READ_SHARE"]
    if (len(asked) - len(missing)) * 100 >= share * len(asked):
        return []
    told = _(
        "Of %(all)d citations of serious claims %(read)d were read by somebody; %(share)s %% are asked for."
    )
    counts = {"all": len(asked), "read": len(asked) - len(missing), "share": share}
    one = _("Nobody has read “%(source)s” for what is said here.")
    titles = {source.key: source.title for source in manuscript.sources}
    return [
        Reason(told % counts, place="desk"),
        *(
            Reason(one % {"source": titles.get(source, source)}, place=f"claim:{claim}")
            for claim, source in missing
        ),
    ]
