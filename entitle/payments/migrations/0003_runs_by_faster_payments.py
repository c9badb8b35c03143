"""A run's payments all go in one way: by Bacs, or by Faster Payments."""
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0002_payments_by_month")]

    operations = [
        migrations.AddField("payrun", "method", models.CharField(max_length=12, default="bacs", db_default="bacs")),
    ]
