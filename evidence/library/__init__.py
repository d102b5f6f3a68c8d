"""Verbs and questions over rows: records into the library, manuscripts into rows, what rests on a source, how long
corrections took, circumstances as of now, long work in steps.

Import its modules by name. It imports `models`, `importers` and what lies beneath; it knows no page and no review.
"""
