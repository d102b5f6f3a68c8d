"""Keys of sources that people can read, such as "rae-2003-oral-creatine-monohydrate"."""

from django.utils.text import slugify

from evidence.bibliography.references.likeness import first_author

LONGEST = 70  # characters
WORDS = 3  # of the title


def readable_key(csl):
    """First author, year and first words of a CSL record as a slug."""
    dated = (csl.get("issued") or {}).get("date-parts") or [[""]]
    year = str(dated[0][0]) if dated[0] else ""
    words = str(csl.get("title") or csl.get("raw") or "").split()[:WORDS]
    return slugify(" ".join([first_author(csl), year, *words]))[:LONGEST].strip("-") or "source"


def numbered(base, is_taken):
    """`base`, or `base-2`, `base-3` …: the first that `is_taken(key)` denies."""
    key, number = base, 1
    while is_taken(key):
        number += 1
        key = f"{base}-{number}"
    return key
