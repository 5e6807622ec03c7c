"""What is read every day is found by an index of just that, however long the past is.

The group of a place is that of its session: written by a trigger, kept by a foreign key over both columns.

So who worked with a group is one look into an index a person; no service writes it.
"""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FORWARD = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE bookings_session ADD CONSTRAINT bookings_session_with_group UNIQUE (id, group_id);
UPDATE bookings_shift SET group_id = s.group_id FROM bookings_session s WHERE s.id = bookings_shift.session_id;
ALTER TABLE bookings_shift ADD CONSTRAINT bookings_shift_group_of_session
    FOREIGN KEY (session_id, group_id) REFERENCES bookings_session (id, group_id) ON UPDATE CASCADE
    DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION bookings_shift_takes_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT s.group_id INTO NEW.group_id FROM bookings_session s WHERE s.id = NEW.session_id;
    RETURN NEW;
END $$;

CREATE TRIGGER bookings_shift_takes_group BEFORE INSERT OR UPDATE OF session_id ON bookings_shift
    FOR EACH ROW EXECUTE FUNCTION bookings_shift_takes_group();
"""
BACKWARD = """
DROP TRIGGER bookings_shift_takes_group ON bookings_shift;
DROP FUNCTION bookings_shift_takes_group();
ALTER TABLE bookings_shift DROP CONSTRAINT bookings_shift_group_of_session;
ALTER TABLE bookings_session DROP CONSTRAINT bookings_session_with_group;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_usual_time"),
        ("bookings", "0005_notes_rules_debrief"),
        ("interpreters", "0003_reads_and_claim_links"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="shift",
            name="group",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.group",
            ),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.AlterField(
            model_name="shift",
            name="group",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.group",
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=models.Q(("state__in", ["confirmed", "draft", "requested", "scheduled"])),
                fields=["starts_at", "id"],
                name="bookings_sessions_open",
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=models.Q(("state__in", ["confirmed", "draft", "requested", "scheduled"])),
                fields=["agency", "starts_at", "id"],
                name="bookings_open_of_agency",
            ),
        ),
        migrations.AddIndex(
            model_name="shift",
            index=django.contrib.postgres.indexes.GistIndex(
                condition=models.Q(("state__in", ["confirmed", "taken", "worked"])),
                fields=["holder", "block"],
                name="bookings_counted_by_block",
            ),
        ),
        migrations.AddIndex(
            model_name="shift",
            index=models.Index(
                condition=models.Q(("state", "worked")), fields=["holder", "-block"], name="bookings_worked_by_holder"
            ),
        ),
        migrations.AddIndex(
            model_name="shift",
            index=models.Index(
                condition=models.Q(("state", "worked")), fields=["group", "holder", "-block"], name="bookings_worked_with_group"
            ),
        ),
        migrations.AddIndex(
            model_name="shift",
            index=models.Index(
                condition=models.Q(("state__in", ["confirmed", "open", "taken"])),
                fields=["session"],
                name="bookings_shifts_live",
            ),
        ),
    ]
