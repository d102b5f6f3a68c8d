import socket

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from reviews import demonstration


class Command(BaseCommand):
    help = "Set up the demonstration by walking it, and serve it. Safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument("--noserver", action="store_true", help="set up only")
        parser.add_argument("--port", default="8000")

    def handle(self, *args, noserver, port, **options):
        if not noserver:
            _ensure_free(port)
        call_command("migrate", verbosity=0)
        cast = demonstration.people()
        for scene in (demonstration.creatine, demonstration.hydroxychloroquine, demonstration.noopept):
            scene(cast)
        self._tell(port)
        if not noserver:
            settings.VOUCH["SITE_NOTICE"] = _("A demonstration with invented people: no medical advice.")
            call_command("runserver", port, use_reloader=False)

    def _tell(self, port):
        self.stdout.write(f"Readers: http://localhost:{port}/\nDesk:    http://localhost:{port}/desk/")
        self.stdout.write(f"Admin:   http://localhost:{port}/admin/")
        self.stdout.write(
            "Log in as ada, ben (editors), cleo, dev (reviewers), eve (publisher), kim (keeps the people): "
            f"{demonstration.PASSWORD}"
        )


def _ensure_free(port):
    """Raises CommandError, before any work is done, for a port that cannot be listened on."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", int(port)))
        except ValueError as error:
            raise CommandError(f"{port!r} is no port: give a number, as in --port 8001.") from error
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} cannot be used ({error}): choose another, as in --port 8001."
            ) from error
