"""Registration numbers of trials and of systematic reviews.

The forms are those that the registries print on their records; the list follows the primary registries of the
WHO's International Clinical Trials Registry Platform, with ClinicalTrials.gov, EudraCT/CTIS and PROSPERO.
"""

import re

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers.cleaning import compact
from evidence.bibliography.identifiers.errors import InvalidIdentifier

REGISTRIES = {
    "ClinicalTrials.gov": r"NCT[0-9]{8}",
    "ISRCTN": r"ISRCTN[0-9]{8}",
    "CTIS": r"20[0-9]{2}-5[0-9]{5}-[0-9]{2}-[0-9]{2}",
    "EudraCT": r"(?:19|20)[0-9]{2}-[0-9]{6}-[0-9]{2}",
    "ANZCTR": r"ACTRN[0-9]{14}",
    "ChiCTR": r"CHICTR(?:-[A-Z]{2,5}-[0-9]{8}|-?[0-9]{10})",
    "ITMCTR": r"ITMCTR[0-9]{10}",
    "HKUCTR": r"HKUCTR-[0-9]{1,5}",
    "DRKS": r"DRKS[0-9]{8}",
    "CTRI": r"CTRI/20[0-9]{2}/[0-9]{2,3}/[0-9]{6}",
    "UMIN": r"(?:JPRN-)?UMIN[0-9]{9}",
    "jRCT": r"(?:JPRN-)?JRCTS?[0-9]{9,10}",
    "JapicCTI": r"(?:JPRN-)?JAPICCTI-[0-9]{6}",
    "JMACCT": r"(?:JPRN-)?JMA-IIA[0-9]{5}",
    "CRIS": r"KCT[0-9]{7}",
    "IRCT": r"IRCT[0-9]{11,14}N[0-9]{1,3}",
    "PACTR": r"PACTR[0-9]{15,16}",
    "ReBEC": r"RBR-[0-9A-Z]{6,8}",
    "RPCEC": r"RPCEC[0-9]{8}",
    "SLCTR": r"SLCTR/20[0-9]{2}/[0-9]{3}",
    "TCTR": r"TCTR[0-9]{11}",
    "REPEC": r"PER-[0-9]{3}-[0-9]{2}",
    "LBCTR": r"LBCTR[0-9]{10}",
    "NTR": r"NTR[0-9]{2,5}|NL-OMON[0-9]{4,6}",
    "UTN": r"U1111-[0-9]{4}-[0-9]{4}",
    "PROSPERO": r"CRD4[0-9]{10,11}",
    "INPLASY": r"INPLASY[0-9]{9}",
}
# Numbers without a name in front: found only where nothing else is joined to them but the country of a EudraCT record.
_BARE = ("CTIS", "EudraCT")
_NAME = re.compile(r"((?:\(\?:JPRN-\)\?)?[A-Z]{3,7})(\[0-9\].*)")
_FORMS = {name: re.compile(form) for name, form in REGISTRIES.items()}
_ANYWHERE = re.compile(rf"(?<![A-Z0-9-])(?:{'|'.join(REGISTRIES.values())})(?![A-Z0-9])")
_ADDRESS = re.compile(r"(?:HTTPS?://|[A-Z0-9.-]+\.[A-Z]{2,}/)")
_LABEL = re.compile(r"^(?:EUDRACT|CTIS|EUCT|PROSPERO|UTN)(?:NUMBER|NO\.?|NR\.?)?:?|^JPRN-")
_GAP = re.compile(r"^(NCT|ISRCTN|ACTRN|CHICTR|DRKS|ITMCTR|KCT|NTR|PACTR|RPCEC|TCTR|UMIN)[-:#](?=[0-9])")
_TAIL = re.compile(r"^((?:19|20)[0-9]{2}-[0-9]{6}-[0-9]{2})[-/](?:[A-Z]{2}|3RD)$|^(ACTRN[0-9]{14})P$")
_SPELT = {"CHICTR": "ChiCTR", "JRCT": "jRCT", "JAPICCTI": "JapicCTI"}


def forms_in_text():
    """Regular expressions, one a registry, for `re.I`: in running text a blank or a colon may follow the name."""
    for name, form in REGISTRIES.items():
        if name in _BARE:
            yield rf"(?:(?<!/)|(?<=view/)){form}(?:[-/](?:[A-Z]{{2}}|3rd)(?!\w))?(?![\w\-])"
        elif named := _NAME.fullmatch(form):
            yield rf"{named[1]}[\s:#-]{{0,2}}{named[2]}p?(?![\w\-])"
        else:
            yield rf"{form}(?![\w\-])"


def normalise_registration(text):
    """The registration number as its registry spells it. Raises InvalidIdentifier."""
    number = compact(text)
    if _ADDRESS.match(number) and (found := _ANYWHERE.search(number)):
        number = found.group()
    number = _GAP.sub(r"\1", _LABEL.sub("", number).rstrip(".,;/"))
    number = _TAIL.sub(r"\1\2", number)
    if not any(form.fullmatch(number) for form in _FORMS.values()):
        raise InvalidIdentifier(
            _("“%(text)s” is no registration number of a trial registry known here.") % {"text": text}
        )
    return _spelt(number)


def _spelt(number):
    if number.startswith("RBR-"):
        return f"RBR-{number[4:].lower()}"
    for written, spelt in _SPELT.items():
        if number.startswith(written):
            return re.sub("^jRCTS", "jRCTs", spelt + number[len(written) :])
    return number


def registry_of(number):
    """Name of the registry that a normalised registration number belongs to, or an empty string."""
    return next((name for name, form in _FORMS.items() if form.fullmatch(number.upper())), "")
