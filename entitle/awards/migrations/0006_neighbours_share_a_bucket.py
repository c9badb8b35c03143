"""A bucket holds customers in rows of 256, whose records lie together, and not every 64th of them."""
import django.db.models.functions.math
from django.db import migrations, models

_BUCKET = "ALTER TABLE awards_award ALTER COLUMN bucket SET EXPRESSION AS (mod({}, 64))"


class Migration(migrations.Migration):
    dependencies = [("awards", "0005_every_award_says_why_it_ends")]

    operations = [
        # A run that is half done finds those that moved into a bucket already paid, when it or the next looks behind.
        migrations.RunSQL(
            _BUCKET.format("customer_id / 256"), _BUCKET.format("customer_id"),
            state_operations=[
                migrations.RemoveField("award", "bucket"),
                migrations.AddField("award", "bucket", models.GeneratedField(
                    db_persist=True, output_field=models.SmallIntegerField(),
                    expression=django.db.models.functions.math.Mod(
                        models.expressions.CombinedExpression(models.F("customer"), "/", models.Value(256)), 64))),
            ],
        ),
    ]
