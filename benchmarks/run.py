from django.db import connection

from benchmarks import importing, reading, rechecking, records, referencing, watching, writing
from tests import builders


def figures():
    """All figures, measured on a database of their own."""
    connection.creation.create_test_db(verbosity=0, serialize=False)
    try:
        cast = builders.cast()
        return {
            "database": connection.vendor,
            # First, so that the peak of memory is its own.
            "records": records.figures(cast.ada),
            "writing": writing.figures(cast.ada),
            "rechecking": rechecking.figures(cast.ada),
            "reading": reading.figures(cast),
            "importing": importing.figures(),
            "referencing": referencing.figures(),
            "watching": watching.figures(),
        }
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
