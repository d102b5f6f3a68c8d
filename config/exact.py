"""Rows as JSON, exactly: `dumpdata --format exact`, `loaddata all.exact`.

Django's JSON cuts times to milliseconds and its XML cuts the space around texts; the ledger's digests are over both.
"""

from datetime import datetime

from django.core.serializers import json


class Encoder(json.DjangoJSONEncoder):
    def default(self, o):
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


class Serializer(json.Serializer):
    def _init_options(self):
        super()._init_options()
        self.json_kwargs["cls"] = Encoder


Deserializer = json.Deserializer
