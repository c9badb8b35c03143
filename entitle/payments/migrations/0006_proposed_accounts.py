"""Accounts that a bank says have changed."""
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0005_vouchers_and_cheques")]

    operations = [
        migrations.CreateModel(
            name="ProposedAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("payment_id", models.BigIntegerField()),
                ("attempt", models.SmallIntegerField()),
                ("customer_id", models.BigIntegerField()),
                ("sort_code", models.CharField(max_length=6)),
                ("account_number", models.CharField(max_length=8)),
                ("account_name", models.CharField(blank=True, max_length=100)),
                ("reason_code", models.CharField(max_length=4)),
                ("effective_on", models.DateField()),
                ("state", models.CharField(max_length=12)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(
                    fields=("payment_id", "attempt", "sort_code", "account_number"), name="account_proposed_once")],
            },
        ),
    ]
