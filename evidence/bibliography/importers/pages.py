import re


def written_out(pages):
    """ "1234-8" as "1234-1238": PubMed leaves away what the last page shares with the first."""
    found = re.fullmatch(r"(\D*)(\d+)-(\d+)", pages)
    if found and len(found[3]) < len(found[2]):
        return f"{found[1]}{found[2]}-{found[2][: len(found[2]) - len(found[3])]}{found[3]}"
    return pages
