from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_sign_ins")]

    operations = [
        migrations.CreateModel(
            name="SharedEntry",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("value", models.JSONField()),
                ("until", models.DateTimeField()),
            ],
        ),
    ]
