"""What the services said to a person lately: kept in the session, so that a page can be opened again without asking."""

from django.utils.crypto import get_random_string

from evidence.bibliography.lookups.packing import packed

PATIENCE = 25  # seconds that an editor waits for all services together
REMEMBERED = 4  # look-ups kept for a person who works in several windows
SHELF = "looked_up"


def remember(request, found):
    """Put what was found on the person's shelf; the name it lies under."""
    token = get_random_string(8)
    shelf = {**request.session.get(SHELF, {}), token: [packed(one) for one in found]}
    request.session[SHELF] = dict(list(shelf.items())[-REMEMBERED:])
    return token


def remembered(request, token):
    """Packed texts that lie under a name; none when they are gone."""
    return request.session.get(SHELF, {}).get(token, [])


def chosen(request):
    """The packed text that `?found=name.number` speaks of, else an empty string."""
    token, _dot, number = request.GET.get("found", "").partition(".")
    texts = remembered(request, token)
    return texts[int(number)] if number.isdecimal() and int(number) < len(texts) else ""
