import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from benchmarks.run import figures  # noqa: E402

print(json.dumps(figures(), indent=1))
