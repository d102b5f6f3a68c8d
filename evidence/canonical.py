"""Canonical form of frozen values: one value, one text, on every machine and in every release.

Sorted keys, no floats, NFC, `\\n` line ends, no NUL, fields at their default left out.
"""

import json
import types
import typing
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache


def normal_text(text):
    """Text in NFC with `\\n` line ends and without NUL: browsers post CRLF, files bring anything."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))


def dumps(data):
    """Plain data → canonical JSON text."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def loads(text):
    """JSON text → plain data, numbers with a point as Decimal."""
    return json.loads(text, parse_float=Decimal)


def plain(value):
    """Frozen value → plain data ready for `dumps`. Raises TypeError for what has no canonical form."""
    if is_dataclass(value):
        return {
            name: plain(item)
            for name, default in _defaults(type(value))
            if (item := getattr(value, name)) != default or default is MISSING
        }
    if isinstance(value, str):
        return normal_text(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | float):
        return format(Decimal(str(value)).normalize(), "f")
    if isinstance(value, Mapping):
        return {normal_text(str(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no canonical form")


def build(cls, data):
    """Plain data → frozen value of the dataclass `cls`. Raises ValueError for fields it does not know."""
    hints = _hints(cls)
    if unknown := set(data) - set(hints):
        raise ValueError(f"{cls.__name__} has no {', '.join(sorted(unknown))}")
    return cls(**{name: _value(hints[name], item) for name, item in data.items()})


def frozen(value):
    """Plain data made immutable, all the way down."""
    if isinstance(value, Mapping):
        return types.MappingProxyType({key: frozen(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(frozen(item) for item in value)
    return value


def thawed(value):
    """Frozen plain data as lists and dicts again, for a JSON column or a form."""
    if isinstance(value, Mapping):
        return {key: thawed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [thawed(item) for item in value]
    return value


def _value(hint, item):
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType:
        return None if item is None else _value(next(arg for arg in args if arg is not types.NoneType), item)
    if origin is tuple:
        return tuple(_value(args[0], part) for part in item)
    if hint is date:
        return date.fromisoformat(item)
    if is_dataclass(hint):
        return build(hint, item)
    return frozen(item)


@cache
def _hints(cls):
    return typing.get_type_hints(cls)


@cache
def _defaults(cls):
    return tuple(
        (f.name, f.default if f.default_factory is MISSING else f.default_factory()) for f in fields(cls)
    )
