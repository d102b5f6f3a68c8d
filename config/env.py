"""Settings from the environment, with the mistakes named."""

import os
import secrets

from django.core.exceptions import ImproperlyConfigured


def flag(name, default=False):
    """True or False from `1/true/yes/on` or `0/false/no/off`; raises ImproperlyConfigured for anything else."""
    text = os.environ.get(name, "").strip().lower()
    if not text:
        return default
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name}={text!r}: write 1 or 0")


def words(name, default=""):
    """List of the comma-separated words of a variable."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def secret_key(path):
    """`SECRET_KEY`, or for a machine that was given none a key made once and kept in `path`, readable by its
    owner only."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    if not path.exists():
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text()
