"""How the stories press a button of the desk: from the page as it is shown, or as it was shown before."""

DESK = "/desk/articles/lemon-balm/"


def page_shown(client, desk=DESK):
    """The word that the page's forms carry now."""
    return client.get(desk).context["shown"]


def press(client, place, said=None, *, shown=None, desk=DESK, **more):
    """Post to a verb's address below the article's page, or to a whole address, from the page as it is now, or from an
    older one."""
    return client.post(
        f"{desk}{place}/", {**(said or {}), "shown": shown or page_shown(client, desk)}, **more
    )
