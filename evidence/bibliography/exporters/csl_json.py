"""Sources as CSL-JSON; what CSL has no variable for stands in its `custom` variable, under "vouch"."""

from evidence.bibliography.identifiers import CSL_VARIABLES
from evidence.canonical import thawed

JUDGED = ("design", "population", "species", "sample_size", "peer_review", "level", "funding")


def csl_json(source):
    """A manuscript's Source, or a row of the library, as one CSL-JSON record (plain data); `source_of` reads it
    back."""
    record = {"id": source.key, **thawed(source.csl)} | {"id": source.key}
    record |= {
        variable: value for name, variable in CSL_VARIABLES.items() if (value := getattr(source, name))
    }
    judged = {name: value for name in JUDGED if (value := getattr(source, name)) not in ("", None, "unknown")}
    custom = {**(record.get("custom") or {}), **({"vouch": judged} if judged else {})}
    return {**record, "custom": custom} if custom else record
