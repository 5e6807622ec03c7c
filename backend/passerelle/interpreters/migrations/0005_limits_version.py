"""Which version of an interpreter came of limits recorded by phone: of two who record at once the second is told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interpreters", "0004_limits_by"),
    ]

    operations = [
        migrations.AddField(
            model_name="interpreter",
            name="limits_version",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
