"""When it is safe to ring a number."""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("customers", "0004_accounts_held_back"),
    ]

    operations = [
        migrations.AddField(
            model_name="contactpoint",
            name="times",
            field=models.CharField(blank=True, db_default="", max_length=20),
        ),
    ]
