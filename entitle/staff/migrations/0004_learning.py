"""Skills that somebody is still new to."""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("staff", "0003_contingency"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="learning",
            field=models.ManyToManyField(blank=True, related_name="learners", to="staff.skill"),
        ),
    ]
