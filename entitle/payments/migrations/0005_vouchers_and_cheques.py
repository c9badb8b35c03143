"""Vouchers of the exception service, and cheques of last resort."""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('payments', '0004_bank_statements'),
    ]

    operations = [
        migrations.CreateModel(
            name='CashOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(max_length=12)),
                ('payment_id', models.BigIntegerField()),
                ('period_start', models.DateField()),
                ('attempt', models.SmallIntegerField()),
                ('customer_id', models.BigIntegerField()),
                ('pence', models.BigIntegerField()),
                ('issued_on', models.DateField()),
                ('expires_on', models.DateField()),
                ('state', models.CharField(max_length=12)),
                ('asked_times', models.SmallIntegerField(db_default=0, default=0)),
                ('ended_on', models.DateField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['customer_id'], name='cash_order_customer'), models.Index(condition=models.Q(('state', 'given')), fields=['issued_on'], name='cash_order_given')],
                'constraints': [models.UniqueConstraint(fields=('payment_id', 'attempt'), name='cash_order_once'), models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='cash_order_of_something'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'voucher'), _negated=True), ('pence__lte', 10000), _connector='OR'), name='voucher_of_at_most_so_much')],
            },
        ),
    ]
