"""The states that messages have now hold for those before too."""
from __future__ import annotations

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("contacts", "0003_messages_sent_again")]

    operations = [ValidateConstraint("message", "message_state")]
