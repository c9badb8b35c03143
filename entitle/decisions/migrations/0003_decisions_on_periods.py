"""A decision may be about one assessment period of a claim, and then it need not revise another."""
from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("decisions", "0002_pence_a_week_or_a_month")]

    operations = [
        migrations.AddField("decision", "period_from", models.DateField(null=True)),
        migrations.RemoveConstraint("decision", "revision_supersedes"),
        migrations.AddConstraint("decision", models.CheckConstraint(
            condition=Q(sequence=1, supersedes__isnull=True) | Q(sequence__gt=1, supersedes__isnull=False)
            | Q(sequence__gt=1, period_from__isnull=False),
            name="revision_supersedes",
        )),
    ]
