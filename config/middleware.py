"""What every answer of the rooms for staff says to the caches on its way."""

from django.utils.cache import patch_cache_control

PRIVATE = ("/desk", "/admin", "/accounts")


def private_pages(get_response):
    """Drafts, declarations and forms are kept by no cache, neither a proxy's nor the browser's, the errors and the
    log-in included: outermost, so that it sees every answer (RFC 9111, 5.2.2.5)."""

    def middleware(request):
        response = get_response(request)
        if request.path_info.startswith(PRIVATE):
            response.headers.pop("Cache-Control", None)
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware
