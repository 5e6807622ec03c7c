import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

BROWSERS = ["chrome", "edge", "firefox", "opera", "safari", "samsung", "other"]
SYSTEMS = ["android", "iphone", "ipad", "windows", "mac", "chromebook", "linux", "other"]
CASCADE = django.db.models.deletion.DB_CASCADE


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_language_when_chosen"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SignIn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("browser", models.CharField(choices=[(word, word) for word in BROWSERS], max_length=16)),
                ("system", models.CharField(choices=[(word, word) for word in SYSTEMS], max_length=16)),
                ("since", models.DateTimeField()),
                ("seen", models.DateTimeField()),
                ("session", models.OneToOneField(on_delete=CASCADE, related_name="sign_in", to="sessions.session")),
                ("user", models.ForeignKey(on_delete=CASCADE, related_name="sign_ins", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("browser__in", BROWSERS)), name="accounts_browser_known"),
                    models.CheckConstraint(condition=models.Q(("system__in", SYSTEMS)), name="accounts_system_known"),
                    models.CheckConstraint(condition=models.Q(("seen__gte", models.F("since"))), name="accounts_seen_since"),
                ],
            },
        ),
    ]
