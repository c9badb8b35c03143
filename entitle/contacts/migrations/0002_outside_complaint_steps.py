"""What is done about a complaint of someone who has no record is kept step by step."""
from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OutsideComplaintStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event", models.CharField(max_length=20)),
                ("words", models.TextField()),
                ("channel", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("complaint", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="steps",
                                                to="contacts.outsidecomplaint")),
                ("user", models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT,
                                           related_name="outside_complaint_steps", to=settings.AUTH_USER_MODEL)),
            ],
        ),
    ]
