import django.contrib.postgres.functions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0004_by_time"),
    ]

    operations = [
        migrations.AddField(
            model_name="counter",
            name="epoch",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
    ]
