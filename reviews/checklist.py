"""What a reviewer answers before deciding; the questions are kept with the answers, as they were asked."""

from django.utils.translation import gettext_lazy as _

QUESTIONS = (
    ("sources", _("Do the sources say what the claims say?")),
    ("population", _("Is it clear for whom each finding holds?")),
    ("harms", _("Are harms and gaps told as plainly as benefits?")),
    ("warnings", _("Have you seen the open warnings?")),
)
