from django.db import migrations

TO_A_PLACE = ("section:", "claim:")


def from_reasons(apps, schema_editor):
    """The requests made so far become points: their one reason, its place, and the answer that came with the round
    after it."""
    Decision, Round = apps.get_model("reviews", "Decision"), apps.get_model("reviews", "Round")
    Point, Answer = apps.get_model("reviews", "Point"), apps.get_model("reviews", "Answer")
    for decision in Decision.objects.filter(verdict="request_changes").select_related("round"):
        place = decision.place if decision.place.startswith(TO_A_PLACE) else "article"
        point = Point.objects.create(decision=decision, number=1, place=place, text=decision.reason)
        later = Round.objects.filter(article=decision.round.article_id, number__gt=decision.round.number)
        if answered := later.order_by("number").first():
            Answer.objects.create(
                point=point,
                text=answered.answer or "–",
                answered_at=answered.opened_at,
                answered_by_id=answered.opened_by_id,
            )


class Migration(migrations.Migration):
    dependencies = [("reviews", "0002_points")]
    operations = [migrations.RunPython(from_reasons, migrations.RunPython.noop)]
