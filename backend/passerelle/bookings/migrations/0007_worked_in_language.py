"""In which languages somebody worked with a group, and when last, is the first row of an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bookings", "0006_past_by_index")]

    operations = [
        migrations.AddIndex(
            model_name="shift",
            index=models.Index(
                condition=models.Q(("state", "worked")),
                fields=["group", "holder", "language", "-block"],
                name="bookings_worked_in_language",
            ),
        ),
    ]
