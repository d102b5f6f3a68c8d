"""`python -m tools.compare_citeproc [BIBLIOGRAPHY …]`: count, explain and list the differences."""

import argparse
import os
import tempfile
from collections import Counter
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from tools.compare_citeproc.comparing import differences  # noqa: E402
from tools.compare_citeproc.fetching import STYLES, fetch, formatted  # noqa: E402
from tools.compare_citeproc.reasons import REASONS  # noqa: E402
from tools.compare_citeproc.records import records  # noqa: E402


def main():
    parser = argparse.ArgumentParser(prog="python -m tools.compare_citeproc")
    parser.add_argument(
        "files", nargs="*", type=Path, help="more bibliographies, in any format that is imported"
    )
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "vouch-compare-citeproc")
    parser.add_argument("--all", action="store_true", help="also list what is explained")
    given = parser.parse_args()
    fetch(given.folder)
    works = records(given.folder, *given.files)
    print(f"{len(works)} records: {_counted(work['type'] for work in works)}")
    for style in STYLES:
        found = list(differences(style, works, formatted(given.folder, style, works)))
        _report(style, len(works), found, given.all)


def _report(style, total, found, everything):
    unexplained = [one for one in found if not one.explained]
    print(f"\n{style}: {total - len(found)} the same, {len(found)} differ, {len(unexplained)} unexplained")
    counts = Counter(name for one in found for name in one.reasons)
    for reason in REASONS:
        if counts[reason.name]:
            whose = "our choice" if reason.ours else "theirs"
            print(f"{counts[reason.name]:5}  {reason.name} ({whose}): {reason.why}")
    for one in found if everything else unexplained:
        print(f"  {', '.join(one.reasons) or 'unexplained'} ({one.csl['type']})")
        print(f"    ours   {one.ours}\n    theirs {one.theirs}")


def _counted(values):
    return ", ".join(f"{count} {name}" for name, count in Counter(values).most_common())


main()
