"""Jobs of the library, where articles are public: what they learn of a source's fate reaches its readers."""

from dataclasses import replace
from functools import partial

from django.contrib import admin

from evidence.admin import jobs as plain
from evidence.jobs import ACTS, import_records
from evidence.models import Job
from evidence.vocabulary import JobKind
from reviews import watching


class JobAdmin(plain.JobAdmin):
    importing = replace(ACTS[JobKind.IMPORT], do=partial(import_records, note=watching.record_update))
    acts = {**ACTS, JobKind.IMPORT: importing}


admin.site.unregister(Job)
admin.site.register(Job, JobAdmin)
