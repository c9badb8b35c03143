"""Handovers of records that few may open wait for an officer."""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("claims", "0007_form_packs"),
    ]

    operations = [
        migrations.AddField(
            model_name="handover",
            name="released_at",
            field=models.DateTimeField(null=True),
        ),
    ]
