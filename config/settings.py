"""Settings of the project. What differs between machines comes from the environment (see README)."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import env

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = env.flag("DEBUG")
SECRET_KEY = env.secret_key(BASE_DIR / ".secret-key")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "reviews.apps.ReviewsConfig",
    "evidence.apps.EvidenceConfig",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.middleware.private_pages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "evidence.public.site.described",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASES = {
    "default": dj_database_url.config(default=f"sqlite:///{BASE_DIR / 'vouch.sqlite3'}", conn_max_age=60)
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Immediate transactions and a patient writer: two writers wait for each other instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Recursive triggers: a row that OR REPLACE takes away meets the guards of deletes.
        "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;"),
    }
SERIALIZATION_MODULES = {"exact": "config.exact"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk:queue"
LOGOUT_REDIRECT_URL = "evidence:front"

LANGUAGE_CODE = os.environ.get("LANGUAGE_CODE", "en-gb")
LANGUAGES = [("en-gb", _("British English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = os.environ.get("TIME_ZONE", "UTC")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns of a folder that is not there yet
STATICFILES_DIRS = [BASE_DIR / "static"]
# Served without a `collectstatic` first, so that one command starts the demo.
WHITENOISE_USE_FINDERS = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True

if env.flag("HTTPS"):
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    if env.flag("BEHIND_PROXY"):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# A pasted article of 30 sections with 4 claims each passes Django's 1,000 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

VOUCH = {
    "SITE_NAME": os.environ.get("SITE_NAME", "Vouch"),
    "CONTACT": os.environ.get("CONTACT", "editors@example.org"),
    # A line on every public page, for a site whose pages are not meant as information (the demo).
    "SITE_NOTICE": os.environ.get("SITE_NOTICE", ""),
    # How many approvals a version needs, by profile; frozen on each round when it opens.
    "APPROVALS": {"default": 1},
    # How many per cent of the citations of serious claims (an effect, a harm, an interaction, the law) somebody must
    # have read, for the words they stand for now, before a version can be approved and published.
    "READ_SHARE": 100,
    # How long a declaration of competing interests holds, and how far back it looks (ICMJE).
    "DECLARATION_MONTHS": 12,
    # How old the search behind "no study was found" may be.
    "SEARCH_MONTHS": 24,
    # After how long a statement about the law must be read again.
    "REGULATORY_MONTHS": 12,
    # Rules that this site switches off, code → why; and rules with another severity, code → (severity, why).
    "CHECKS_OFF": {},
    "CHECKS_TUNED": {},
    # Why a number that rules go by is another than usual here, name → why. What the rules ask for: DECLARATION_MONTHS,
    # SEARCH_MONTHS and REGULATORY_MONTHS above; SECTION_WORDS, UNSOURCED_WORDS, EFFECTS_WITHOUT_HARM, FEWEST_PEOPLE,
    # OUTDATED_YEARS and LONGEST_SENTENCE, each usual one in its rule.
    "NUMBERS_WHY": {},
    # Journals that SI6 points out, name → where and when from; and lists of trusted ones, name and date → ISSNs.
    "QUESTIONABLE_VENUES": {},
    "TRUSTED_ISSNS": {},
    # How old the newest review of the evidence may be, by kind of claim ("harm": 3); others as OUTDATED_YEARS.
    "OUTDATED_YEARS_BY_KIND": {},
    # Where the services are asked; a site with a mirror of its own names it here.
    "LOOKUPS": {
        "crossref": os.environ.get("CROSSREF_URL", "https://api.crossref.org"),
        "pubmed": os.environ.get("PUBMED_URL", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"),
        "openalex": os.environ.get("OPENALEX_URL", "https://api.openalex.org"),
        # Addresses in the own network that may be reached all the same (that mirror): "10.1.2.3, 10.1.2.4".
        "PRIVATE": [one.strip() for one in os.environ.get("LOOKUPS_PRIVATE", "").split(",") if one.strip()],
    },
    # The site's own addresses: a page of ours is no source for another (SR10).
    "OWN_HOSTS": [
        one.lstrip(".")
        for one in ALLOWED_HOSTS
        if "." in one.strip(".") and not one.replace(".", "").isdigit()
    ],
    # Words that this site adds to a lexicon or, with a "-", takes out: name → list ("promotion": ["root", "-best"]).
    "LEXICON": {},
}
