"""An amount is pence, and `per` says what for. The constraints follow the columns, and only their wording changes."""
from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial")]

    operations = [
        migrations.RenameField("decision", "weekly_pence", "pence"),
        migrations.RenameField("qualitycheck", "weekly_pence_wrong", "pence_wrong"),
        migrations.AddField(
            "decision", "per", models.CharField(db_default="week", default="week", max_length=5)
        ),
        migrations.SeparateDatabaseAndState(state_operations=[
            migrations.RemoveConstraint("decision", "entitled_to_an_amount"),
            migrations.AddConstraint("decision", models.CheckConstraint(
                condition=~Q(result="entitled") | Q(pence__gte=0, starts_on__isnull=False),
                name="entitled_to_an_amount",
            )),
            migrations.RemoveConstraint("qualitycheck", "check_says_what_was_found"),
            migrations.AddConstraint("qualitycheck", models.CheckConstraint(
                condition=Q(state="chosen", outcome="") | Q(
                    state="checked", outcome__in=["right", "wrong"], pence_wrong__gte=0,
                    checked_at__isnull=False, checked_by_user__isnull=False),
                name="check_says_what_was_found",
            )),
        ]),
    ]
