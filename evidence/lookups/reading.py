"""What a service answered, read by the importer of its format: anything odd is a failed look-up, not an error."""

from django.utils.translation import gettext as _

from evidence.lookups.errors import LookUpFailed, NotFound


def read_safely(service, read, answer):
    """CSL record of one work. Raises NotFound for an empty answer, LookUpFailed for garbage."""
    if not answer:
        raise NotFound(_("%(service)s does not know it.") % {"service": service})
    try:
        csl = read(answer)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError) as error:
        raise LookUpFailed(
            _("%(service)s: its answer has another shape than expected.") % {"service": service}
        ) from error
    if not csl.get("title"):
        raise LookUpFailed(_("%(service)s: its answer has no title.") % {"service": service})
    return csl
