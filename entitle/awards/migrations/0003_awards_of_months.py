"""An award is paid by weeks, or by assessment periods of months: one or the other, and the database sees to it."""
from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("awards", "0002_pence_a_week_or_a_month")]

    operations = [
        migrations.AddField("award", "cycle_months", models.SmallIntegerField(null=True)),
        migrations.AddField("award", "days_after", models.SmallIntegerField(null=True)),
        migrations.AddField("award", "each_period", models.BooleanField(db_default=False, default=False)),
        migrations.AlterField("award", "cycle_weeks", models.SmallIntegerField(null=True)),
        migrations.AlterField("award", "weekday", models.SmallIntegerField(null=True)),
        migrations.RemoveConstraint("award", "award_cycle"),
        migrations.AddConstraint("award", models.CheckConstraint(
            condition=Q(cycle_weeks__isnull=False, cycle_weeks__range=(1, 52), weekday__isnull=False,
                        cycle_months__isnull=True, days_after__isnull=True, each_period=False)
            | Q(cycle_weeks__isnull=True, weekday__isnull=True, cycle_months__isnull=False,
                cycle_months__range=(1, 12), days_after__isnull=False, days_after__gte=0),
            name="award_cycle",
        )),
    ]
