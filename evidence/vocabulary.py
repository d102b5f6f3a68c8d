"""The controlled terms: field standards where there is one, spelled as the standard spells them.

Sources of the terms: designs after PubMed publication types and MeSH, certainty after GRADE, update types
after Crossref, source types after CSL 1.0.2.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as p_


class Profile(TextChoices):
    INTERVENTION = "intervention_review", _("Intervention review")
    CONDITION = "condition_review", _("Condition review")
    EXPLAINER = "explainer", _("Explainer")


class SectionKind(TextChoices):
    SUMMARY = "summary", _("Summary")
    BACKGROUND = "background", _("Background")
    MECHANISM = "mechanism", _("Mechanism")
    EFFECTS = "effects", _("Effects")
    HARMS = "harms", _("Harms")
    CONTRAINDICATIONS = "contraindications", _("Contraindications")
    INTERACTIONS = "interactions", _("Interactions")
    PREGNANCY = "pregnancy", _("Pregnancy and lactation")
    QUALITY = "quality", _("Quality of evidence")
    UNKNOWN = "unknown", _("What we do not know")
    OTHER = "other", _("Other")


REQUIRED_KINDS = {
    Profile.INTERVENTION: (
        SectionKind.MECHANISM,
        SectionKind.EFFECTS,
        SectionKind.HARMS,
        SectionKind.CONTRAINDICATIONS,
        SectionKind.INTERACTIONS,
        SectionKind.PREGNANCY,
        SectionKind.QUALITY,
    ),
    Profile.CONDITION: (
        SectionKind.BACKGROUND,
        SectionKind.EFFECTS,
        SectionKind.HARMS,
        SectionKind.QUALITY,
    ),
    Profile.EXPLAINER: (SectionKind.BACKGROUND, SectionKind.QUALITY),
}


class ClaimKind(TextChoices):
    EFFECT = "effect", _("Effect")
    HARM = "harm", _("Harm")
    INTERACTION = "interaction", _("Interaction")
    MECHANISM = "mechanism", _("Mechanism")
    PHARMACOKINETIC = "pharmacokinetic", _("Pharmacokinetic")
    EPIDEMIOLOGY = "epidemiology", _("Epidemiology")
    REGULATORY = "regulatory", _("Regulatory")
    HISTORICAL = "historical", _("Historical")
    DEFINITION = "definition", _("Definition")
    ABSENCE = "absence", _("Absence of evidence")


class ClaimPopulation(TextChoices):
    """Whom a claim speaks of."""

    UNSPECIFIED = "unspecified", _("Not said")
    PEOPLE = "people", _("People")
    HEALTHY_ADULTS = "healthy_adults", _("Healthy adults")
    OLDER_ADULTS = "older_adults", _("Older adults")
    CHILDREN = "children", _("Children")
    PREGNANT = "pregnant", _("Pregnant or breast-feeding women")
    PATIENTS = "patients", _("Patients")
    ANIMALS = "animals", _("Animals")
    CELLS = "cells", _("Cells")


class Stance(TextChoices):
    NOT_JUDGED = "not_judged", _("Not judged")
    SUPPORTS = "supports", _("Supports")
    PARTLY = "partly_supports", _("Partly supports")
    CONTRADICTS = "contradicts", _("Contradicts")
    MENTIONS = "mentions", _("Mentions")


class Design(TextChoices):
    UNKNOWN = "", _("Not recorded")
    SRMA = "SRMA", _("Systematic review or meta-analysis")
    GUID = "GUID", _("Practice guideline")
    RCT = "RCT", _("Randomised controlled trial")
    NRT = "NRT", _("Non-randomised clinical trial")
    N1 = "N1", _("N-of-1 trial")
    COH = "COH", _("Cohort study")
    CC = "CC", _("Case-control study")
    XS = "XS", _("Cross-sectional study")
    CR = "CR", _("Case report or series")
    PV = "PV", _("Adverse-event reports")
    PK = "PK", _("Pharmacokinetics in humans")
    AN = "AN", _("Animal experiment")
    VT = "VT", _("In vitro")
    SIL = "SIL", _("Computer simulation")
    NR = "NR", _("Narrative review or opinion")
    REG = "REG", _("Regulator or label")


class StudyPopulation(TextChoices):
    """Whom a source studied."""

    UNKNOWN = "", _("Not recorded")
    HEALTHY = "human_healthy", _("Healthy people")
    PATIENTS = "human_patients", _("Patients")
    HUMAN = "human", _("People, healthy and ill")
    ANIMAL = "animal", _("Animals")
    CELLS = "cells", _("Cells or tissue")
    NONE = "none", _("Not a study of anyone")


class PeerReview(TextChoices):
    UNKNOWN = "unknown", _("Not recorded")
    YES = "yes", _("Peer-reviewed")
    NO = "no", _("Not peer-reviewed")
    PREPRINT = "preprint", _("Preprint")


class SourceLevel(TextChoices):
    UNKNOWN = "", _("Not recorded")
    PRIMARY = "primary", _("Primary")
    SECONDARY = "secondary", _("Secondary")
    TERTIARY = "tertiary", _("Tertiary")


class UpdateType(TextChoices):
    """Crossref's twelve editorial update types."""

    ADDENDUM = "addendum", _("Addendum")
    CLARIFICATION = "clarification", _("Clarification")
    CORRECTION = "correction", _("Correction")
    CORRIGENDUM = "corrigendum", _("Corrigendum")
    ERRATUM = "erratum", _("Erratum")
    CONCERN = "expression_of_concern", _("Expression of concern")
    NEW_EDITION = "new_edition", _("New edition")
    NEW_VERSION = "new_version", _("New version")
    PARTIAL_RETRACTION = "partial_retraction", _("Partial retraction")
    REMOVAL = "removal", _("Removal")
    RETRACTION = "retraction", _("Retraction")
    WITHDRAWAL = "withdrawal", _("Withdrawal")


# What SI1 refuses; a withdrawal "superseded by an update" is told apart on the SourceUpdate itself.
RETRACTING = frozenset(
    {UpdateType.RETRACTION, UpdateType.PARTIAL_RETRACTION, UpdateType.REMOVAL, UpdateType.WITHDRAWAL}
)


class NoticeKind(TextChoices):
    CORRECTION = "correction", _("Correction")
    CONCERN = "expression_of_concern", _("Expression of concern")
    RETRACTION = "retraction", _("Retraction")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
    SOURCE_RETRACTED = "source_retracted", _("A source cited here was retracted")


class ChangeType(TextChoices):
    """What a new edition is to the one before it."""

    FIRST = "first_edition", _("First edition")
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    ADDENDUM = "addendum", _("Addendum")
    NEW_VERSION = "new_version", _("New version")


class OutcomeType(TextChoices):
    CLINICAL = "clinical", _("Clinical")
    SURROGATE = "surrogate", _("Surrogate")
    MECHANISM = "mechanism", _("Mechanism")


class Direction(TextChoices):
    NONE = "", _("Not stated")
    REDUCES = "reduces", _("Reduces")
    INCREASES = "increases", _("Increases")


class EffectSize(TextChoices):
    NONE = "", _("Not stated")
    LARGE = "large", _("Large effect")
    MODERATE = "moderate", _("Moderate effect")
    SMALL = "small", _("Small but important effect")
    TRIVIAL = "trivial", _("Trivial or no effect")


class BodyOfEvidence(TextChoices):
    """What an outcome rests on: where GRADE starts to count, or why it does not."""

    UNRATED = "", _("Not yet rated")
    RANDOMISED = "randomised", _("Randomised trials")
    OBSERVATIONAL = "observational", _("Observational studies")
    ROBINS = "observational_robins", _("Observational studies appraised with ROBINS-I")
    CASES = "cases", _("Case reports or series")
    ANIMAL = "animal", _("Animal experiments (house cap: very low)")
    CELLS = "cells", _("Cells or computer models (house rule: not rated)")
    NO_STUDIES = "no_studies", _("No studies found")


class Certainty(TextChoices):
    UNRATED = "", _("Not yet rated")
    HIGH = "high", p_("certainty of evidence", "High")
    MODERATE = "moderate", p_("certainty of evidence", "Moderate")
    LOW = "low", p_("certainty of evidence", "Low")
    VERY_LOW = "very_low", p_("certainty of evidence", "Very low")
    NOT_RATED = "not_rated", _("Not rated (mechanistic support)")
    NO_STUDIES = "no_studies", _("No included studies")


class Domain(TextChoices):
    """The eight GRADE domains: five that lower, three that raise."""

    RISK_OF_BIAS = "risk_of_bias", _("Risk of bias")
    INCONSISTENCY = "inconsistency", _("Inconsistency")
    INDIRECTNESS = "indirectness", _("Indirectness")
    IMPRECISION = "imprecision", _("Imprecision")
    PUBLICATION_BIAS = "publication_bias", _("Publication bias")
    LARGE_EFFECT = "large_effect", _("Large effect")
    DOSE_RESPONSE = "dose_response", _("Dose–response")
    CONFOUNDING = "confounding", _("Residual confounding works against the finding")


class Severity(TextChoices):
    BLOCK = "block", _("Blocking")
    WARN = "warn", _("Warning")
    INFO = "info", _("Note")


class VerifiedAgainst(TextChoices):
    FULL_TEXT = "full_text", _("Full text")
    ABSTRACT = "abstract", _("Abstract only")
    ELSEWHERE = "elsewhere", _("Elsewhere, as another source tells it")


class JobKind(TextChoices):
    """Long work on the library."""

    IMPORT = "import", _("Import of sources")
    REFRESH = "refresh", _("Look up again")
    JUDGE = "judge", _("Peer review or level")
