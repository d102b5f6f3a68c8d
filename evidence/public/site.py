"""What every page needs to know of the site."""

from django.conf import settings


def described(request):
    """Context of all templates: the site's name, contact address and standing notice."""
    return {
        "site_name": settings.VOUCH["SITE_NAME"],
        "site_contact": settings.VOUCH["CONTACT"],
        "site_notice": settings.VOUCH["SITE_NOTICE"],
    }
