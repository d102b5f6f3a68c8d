"""Jobs of the library, where articles are public: flags follow, and what is learned of a source's fate reaches its
readers."""

from dataclasses import replace

from django.contrib import admin

from evidence.admin.jobs import JobAdmin as PlainJobAdmin
from evidence.bibliography.importers import Record
from evidence.bibliography.lookups.deadline import within
from evidence.library import jobs
from evidence.library.assertions import spoken_of
from evidence.library.jobs import ACTS, Act, import_records, read_item
from evidence.models import Job, Source
from evidence.vocabulary import JobKind
from reviews.watching import recording
from reviews.watching.refreshing import refresh

PATIENCE = 25  # seconds for all services together, about one source


def look_up_again(job, items, by):
    """News of each source from the services; what could not be asked is written down as that."""
    return [_refreshed(pk, by) for pk in items]


def bring_in(job, items, by):
    """As evidence has it, and readers warned of what the records assert. The articles that it reaches are locked before
    anything is written, as by every verb that takes several."""
    records = [found.csl for item in items if isinstance(found := read_item(item), Record)]
    recording.hold(spoken_of(records))
    return import_records(job, items, by, note=recording.record_update, hold=recording.hold)


def judge(job, items, by):
    """As evidence has it, and the flags of what rests on the sources brought in step."""
    lines = jobs.judge(job, items, by)
    for pk, line in zip(items, lines, strict=True):
        if line["fate"] == "changed":
            recording.settle(Source.objects.get(pk=pk))
    return lines


def _refreshed(pk, by):
    source = Source.objects.filter(pk=pk).first()
    if source is None:
        return {"fate": "gone", "title": str(pk)}
    with within(PATIENCE):
        news = refresh(source, by=by)
    fate = "failed" if news.failed else "news" if news.recorded else "told" if news.told else "nothing"
    said = [f"{update.get_type_display()} ({update.asserted_by})." for update in news.recorded]
    message = " ".join([*said, *news.told])
    return {"fate": fate, "source": source.key, "title": source.title, "message": message}


class JobAdmin(PlainJobAdmin):
    acts = {
        JobKind.IMPORT: replace(ACTS[JobKind.IMPORT], do=bring_in),
        JobKind.JUDGE: replace(ACTS[JobKind.JUDGE], do=judge),
        JobKind.REFRESH: Act(look_up_again, 1, "evidence.change_source"),
    }


admin.site.unregister(Job)
admin.site.register(Job, JobAdmin)
