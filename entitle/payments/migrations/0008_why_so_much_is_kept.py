from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0007_what_is_owed_back")]

    operations = [
        migrations.AddField(
            model_name="recoveryplan", name="because", field=models.CharField(db_default="", default="", max_length=200)
        ),
        migrations.AddField(
            model_name="recoveryplan", name="agreed", field=models.BooleanField(db_default=False, default=False)
        ),
    ]
