"""The awards of before are checked too, without a lock that others wait for."""
from __future__ import annotations

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("awards", "0004_an_end_known_before_it_comes")]

    operations = [ValidateConstraint("award", "award_end_says_why")]
