"""One amount row says pence a week, or a month for an award of monthly periods. The constraint follows the column."""
from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("awards", "0001_initial")]

    operations = [
        migrations.RenameField("awardamount", "weekly_pence", "pence"),
        migrations.SeparateDatabaseAndState(state_operations=[
            migrations.RemoveConstraint("awardamount", "amount_not_below_nothing"),
            migrations.AddConstraint("awardamount", models.CheckConstraint(
                condition=Q(pence__gte=0), name="amount_not_below_nothing"
            )),
        ]),
    ]
