"""What a service answered, read by the importer of its format: anything odd is a failed look-up, not an error."""

from django.utils.translation import gettext as _

from evidence.bibliography.lookups.errors import LookUpFailed, NotFound

MOST = 3  # candidates for a title


def read_several(service, read, items):
    """Up to three CSL records of a list of answers; garbage among them is passed over.

    Raises LookUpFailed if there is nothing but garbage; an empty list is an answer.
    """
    if not isinstance(items, list):
        raise odd(service)
    found = []
    for item in items[:MOST]:
        try:
            found.append(read_safely(service, read, item))
        except LookUpFailed as failed:
            refused = failed
    if items and not found:
        raise refused
    return found


def odd(service):
    """LookUpFailed for an answer of another shape than its service promises."""
    return LookUpFailed(_("%(service)s: its answer has another shape than expected.") % {"service": service})


def read_safely(service, read, answer):
    """CSL record of one work. Raises NotFound for an empty answer, LookUpFailed for garbage."""
    if not answer:
        raise NotFound(_("%(service)s does not know it.") % {"service": service})
    try:
        csl = read(answer)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError) as error:
        raise odd(service) from error
    if not csl.get("title"):
        raise LookUpFailed(_("%(service)s: its answer has no title.") % {"service": service})
    return csl
