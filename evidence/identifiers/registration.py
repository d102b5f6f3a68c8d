"""Registration numbers of trials and of systematic reviews.

The forms are those that the registries print on their records; the list follows the primary registries of the
WHO's International Clinical Trials Registry Platform, with ClinicalTrials.gov, EudraCT/CTIS and PROSPERO.
"""

import re

from django.utils.translation import gettext as _

from evidence.identifiers.cleaning import compact
from evidence.identifiers.errors import InvalidIdentifier

REGISTRIES = {
    "ClinicalTrials.gov": r"NCT[0-9]{8}",
    "ISRCTN": r"ISRCTN[0-9]{8}",
    "CTIS": r"20[0-9]{2}-5[0-9]{5}-[0-9]{2}-[0-9]{2}",
    "EudraCT": r"(?:19|20)[0-9]{2}-[0-9]{6}-[0-9]{2}",
    "ANZCTR": r"ACTRN[0-9]{14}",
    "ChiCTR": r"CHICTR(?:-[A-Z]{2,5}-[0-9]{8}|[0-9]{10})",
    "DRKS": r"DRKS[0-9]{8}",
    "CTRI": r"CTRI/20[0-9]{2}/[0-9]{2,3}/[0-9]{6}",
    "UMIN": r"(?:JPRN-)?UMIN[0-9]{9}",
    "jRCT": r"(?:JPRN-)?JRCTS?[0-9]{9,10}",
    "JapicCTI": r"(?:JPRN-)?JAPICCTI-[0-9]{6}",
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
    "PROSPERO": r"CRD4[0-9]{10,11}",
}
_FORMS = {name: re.compile(form) for name, form in REGISTRIES.items()}
_SPELT = {"CHICTR": "ChiCTR", "JRCT": "jRCT", "JAPICCTI": "JapicCTI"}
_WRAPPER = re.compile(
    r"^(?:HTTPS?://)?(?:WWW\.)?(?:(?:CLASSIC\.)?CLINICALTRIALS\.GOV/(?:CT2/SHOW/|STUDY/|SHOW/)?"
    r"|ISRCTN\.(?:COM|ORG)/|DRKS\.DE/SEARCH/[A-Z]{2}/TRIAL/|CLINICALTRIALSREGISTER\.EU/\S*?(?=[12][09]))"
    r"|^(?:EUDRACT|CTIS|EUCT|PROSPERO)(?:NUMBER|NO\.?|NR\.?)?:?|^(?:JPRN-)"
)


def normalise_registration(text):
    """The registration number as its registry spells it. Raises InvalidIdentifier."""
    number = _WRAPPER.sub("", compact(text)).split("?")[0].rstrip(".,;/")
    number = re.sub(r"^(NCT|ISRCTN|ACTRN|DRKS)[-:#]?(?=[0-9])", r"\1", number)
    if not any(form.fullmatch(number) for form in _FORMS.values()):
        raise InvalidIdentifier(
            _("“%(text)s” is no registration number of a trial registry known here.") % {"text": text}
        )
    for written, spelt in _SPELT.items():
        if number.startswith(written):
            return re.sub("^jRCTS", "jRCTs", spelt + number[len(written) :])
    return number


def registry_of(number):
    """Name of the registry that a normalised registration number belongs to, or an empty string."""
    return next((name for name, form in _FORMS.items() if form.fullmatch(number.upper())), "")
