"""A message that did not reach somebody is sent again; what was delivered, and what Notify calls it, was never asked."""
from __future__ import annotations

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contacts", "0002_outside_complaint_steps")]

    operations = [
        migrations.AddField("message", "sent_again", models.PositiveSmallIntegerField(db_default=0, default=0)),
        migrations.RemoveConstraint("message", "message_state"),
        AddConstraintNotValid("message", models.CheckConstraint(
            condition=models.Q(("state__in", ("queued", "sent", "failed", "suppressed"))), name="message_state")),
        migrations.RemoveIndex("message", "message_gateway_reference"),
    ]
