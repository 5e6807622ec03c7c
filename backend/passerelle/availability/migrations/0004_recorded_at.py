"""When somebody of the team recorded it, told by phone. Of what was recorded before, the journal says when at the latest."""

from django.conf import settings
from django.db import migrations, models

RECORDED_BEFORE = """
UPDATE {table} t SET recorded_at = coalesce(
    (SELECT max(c.at) FROM journal_change c
     WHERE c.entity = 'free_day' AND c.kind = '{kind}' AND c.entity_id = t.interpreter_id AND c.actor_id = t.recorded_by_id),
    now())
WHERE t.recorded_by_id IS NOT NULL
"""


def recorded_before(table: str, kind: str) -> migrations.RunSQL:
    return migrations.RunSQL(RECORDED_BEFORE.format(table=table, kind=kind), migrations.RunSQL.noop)


class Migration(migrations.Migration):
    dependencies = [
        ("availability", "0003_recorded_by"),
        ("interpreters", "0004_limits_by"),
        ("journal", "0005_epoch"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="break",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="freeday",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="usualday",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        recorded_before("availability_freeday", "said"),
        recorded_before("availability_usualday", "usual"),
        migrations.AddConstraint(
            model_name="freeday",
            constraint=models.CheckConstraint(
                condition=models.Q(("recorded_by", None), ("recorded_at__isnull", False), _connector="OR"),
                name="availability_day_recorded_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="usualday",
            constraint=models.CheckConstraint(
                condition=models.Q(("recorded_by", None), ("recorded_at__isnull", False), _connector="OR"),
                name="availability_usual_recorded_when",
            ),
        ),
    ]
