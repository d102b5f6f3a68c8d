"""How the stories press a button of the desk: from the page as it is shown, or as it was shown before."""

from reviews.checklist import QUESTIONS

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


def answered(**others):
    """The check list of the form that decides, each question answered with yes or as named."""
    return {f"decide-{key}": others.get(key, "yes") for key, _question in QUESTIONS}
