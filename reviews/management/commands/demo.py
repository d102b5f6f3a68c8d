import json
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from evidence import canonical
from evidence.importers.articles import read
from evidence.importers.claiming import manuscript_of
from evidence.manuscript import from_json
from evidence.models import Article, Contributor, Declaration
from evidence.storing import store
from reviews import flagging, publication
from reviews.models import Round

FIXTURES = settings.BASE_DIR / "fixtures"
PASSWORD = "vouch-demo"


class Command(BaseCommand):
    help = "Set up the demonstration by walking it, and serve it. Safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument("--noserver", action="store_true", help="set up only")
        parser.add_argument("--port", default="8000")

    def handle(self, *args, noserver, port, **options):
        call_command("migrate", verbosity=0)
        people = {entry["username"]: person(entry) for entry in _fixture("people.json")}
        publish_creatine(people)
        import_noopept(people)
        self._tell(port)
        if not noserver:
            settings.VOUCH["SITE_NOTICE"] = _("A demonstration with invented people: no medical advice.")
            call_command("runserver", port, use_reloader=False)

    def _tell(self, port):
        self.stdout.write(f"Readers: http://localhost:{port}/\nDesk:    http://localhost:{port}/desk/")
        self.stdout.write(f"Admin:   http://localhost:{port}/admin/")
        self.stdout.write(f"Log in as ada, ben (editors), cleo, dev (reviewers), eve (publisher): {PASSWORD}")


def person(entry):
    """The login and the contributor of somebody in the cast, made once."""
    user, is_new = get_user_model().objects.get_or_create(
        username=entry["username"], defaults={"is_staff": True, "first_name": entry["name"].split()[0]}
    )
    if is_new:
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name=entry["group"]))
        contributor = Contributor.objects.create(
            key=slugify(entry["name"]), name=entry["name"], credentials=entry["credentials"], user=user
        )
        Declaration.objects.create(
            contributor=contributor, none_declared=True, declared_on=timezone.localdate()
        )
    return user


def publish_creatine(people):
    """The whole way of one review: stored, submitted, approved, published."""
    if Article.objects.filter(slug="creatine").exists():
        return
    manuscript = from_json(canonical.dumps(_fixture("manuscripts/creatine.json")))
    article = store(manuscript, slug="creatine", by=people["ada"])
    article.next_review_on = timezone.localdate() + timedelta(days=730)
    article.save(update_fields=["next_review_on"])
    flagging.reconcile(article)
    current = Round.submit(article, by=people["ada"])
    current.assign(people["cleo"], by=people["ada"]).accept(by=people["cleo"], none_declared=True)
    current.decide(by=people["cleo"], verdict="approve", reason="Each claim is worded as its sources allow.")
    publication.publish(article, by=people["eve"])


def import_noopept(people):
    """A rough article as it comes in, with all its flags."""
    if Article.objects.filter(slug="noopept").exists():
        return
    path = FIXTURES / "manuscripts" / "noopept-rough.txt"
    draft = read(path.name, path.read_bytes())
    article = store(manuscript_of(draft), slug="noopept", by=people["ben"], how="article.imported")
    flagging.reconcile(article)


def _fixture(name):
    return json.loads((FIXTURES / name).read_text(encoding="utf-8"))
