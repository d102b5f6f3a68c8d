from django.template.loader import render_to_string


def render_notices(notices):
    """HTML of (kind in words, text, when, places as `marks.places_of` gives them) notices, newest first; empty for
    none."""
    return render_to_string("evidence/notices.html", {"notices": notices}) if notices else ""
