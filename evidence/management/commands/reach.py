import json

from django.core.management.base import BaseCommand, CommandError

from evidence.library.corrections import corrections, median_time
from evidence.library.reach import named_by, reach_of

HEADINGS = {"live": "Live pages", "drafts": "Drafts", "past": "Past editions"}
ENDS = {
    "edition": "corrected by edition {edition}",
    "withdrawn": "withdrawn",
    "lifted": "the notice was lifted",
}


class Command(BaseCommand):
    help = (
        "Print what rests on a source: claims, sections, outcomes, drafts and editions. With --corrections: how long "
        "it took from the notice on each page to its correction, of one source or of all."
    )

    def add_arguments(self, parser):
        parser.add_argument("source", nargs="?", metavar="KEY_OR_DOI", help="key, DOI, PMID, PMCID or ISBN")
        parser.add_argument("--corrections", action="store_true")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, source, **options):
        found = named_by(source) if source else None
        if source and found is None:
            raise CommandError(f"There is no source {source!r}.")
        if options["corrections"]:
            said, lines = _told(corrections(found))
        elif found:
            reach = reach_of(found)
            said, lines = reach.plain(), _in_words(reach)
        else:
            raise CommandError("Name a source, or ask for all --corrections.")
        self.stdout.write(json.dumps(said, ensure_ascii=False) if options["json"] else "\n".join(lines))


def _in_words(reach):
    status = ", ".join(str(badge.label) for badge in reach.source.badges)
    yield f"{reach.source} [{reach.source.key}]{f': {status}' if status else ''}"
    if reach.reviews:
        yield "Included in: " + "; ".join(map(str, reach.reviews))
    for name, heading in HEADINGS.items():
        stands = getattr(reach, name)
        yield f"{heading}: {len(stands)}"
        for stand in stands:
            number = f", edition {stand.edition.number}" if stand.edition else ""
            yield f"  {stand.article.title} ({stand.article.slug}{number})"
            for one in stand.claims:
                through = f", through “{one.through}”" if one.through else ""
                outcome = f", outcome “{one.outcome}”" if one.outcome else ""
                yield f"    {one.claim} in “{one.section}”{outcome}: {one.text} ({one.stance_label}{through})"


def _told(found):
    rows = [
        {
            "article": one.article.slug,
            "source": one.source.key,
            "noticed": one.noticed_at.isoformat(),
            "how": one.how,
            "edition": one.edition,
            "ended": one.ended_at.isoformat() if one.ended_at else None,
            "days": one.days,
        }
        for one in found
    ]
    middle = median_time(found)
    said = {"corrections": rows, "median_days": round(middle.total_seconds() / 86400, 2) if middle else None}
    lines = [_line(one) for one in found] or ["No page was ever warned of a source."]
    if middle:
        lines.append(f"Median from notice to correction: {said['median_days']:g} days.")
    return said, lines


def _line(one):
    after = "" if one.days is None else f" after {one.days} days" if one.how else f" for {one.days} days"
    end = ENDS[one.how].format(edition=one.edition) if one.how else "still to be corrected"
    return f"{one.article.slug}: “{one.source.title}”, noticed {one.noticed_at:%Y-%m-%d}; {end}{after}"
