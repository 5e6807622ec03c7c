from django.db import migrations, models

KINDS = [
    "signed_in",
    "sign_in_failed",
    "signed_out",
    "sign_in_ended",
    "refused",
    "own_data",
    "people",
    "person",
    "told",
    "contact",
    "sheet",
    "pairings",
    "export",
    "audit",
]


class Migration(migrations.Migration):
    dependencies = [("common", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="AccessEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[(kind, kind) for kind in KINDS], max_length=24)),
                ("actor_id", models.UUIDField(null=True)),
                ("act", models.CharField(blank=True, default="", max_length=80)),
                ("record_type", models.CharField(blank=True, default="", max_length=24)),
                ("record_id", models.UUIDField(null=True)),
                ("request_id", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("kind__in", KINDS)), name="common_access_kind_known"),
                ],
                "indexes": [
                    models.Index(fields=["at", "id"], name="common_accesses_by_time"),
                    models.Index(fields=["kind", "at", "id"], name="common_accesses_by_kind"),
                    models.Index(fields=["actor_id", "at", "id"], name="common_accesses_by_actor"),
                    models.Index(fields=["record_id", "at", "id"], name="common_accesses_by_record"),
                ],
            },
        ),
    ]
