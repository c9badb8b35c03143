"""An award may have a day that it ends before that day comes: whatever has one says why."""
from __future__ import annotations

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("awards", "0003_awards_of_months")]

    operations = [
        migrations.RemoveConstraint("award", "award_end_says_why"),
        AddConstraintNotValid("award", models.CheckConstraint(
            condition=Q(ends_on__isnull=False) & ~Q(end_reason="")
            | ~Q(state="ended") & Q(ends_on__isnull=True, end_reason=""),
            name="award_end_says_why",
        )),
    ]
