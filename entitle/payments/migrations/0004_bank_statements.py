"""What the bank says of the agency's account, and what each reconciliation found."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('payments', '0003_runs_by_faster_payments'),
    ]

    operations = [
        migrations.CreateModel(
            name='BankStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=34)),
                ('number', models.CharField(max_length=35)),
                ('closed_on', models.DateField()),
                ('opening_pence', models.BigIntegerField()),
                ('closing_pence', models.BigIntegerField()),
                ('lines', models.IntegerField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['closed_on'], name='statement_day')],
                'constraints': [models.UniqueConstraint(fields=('account', 'number'), name='statement_once')],
            },
        ),
        migrations.CreateModel(
            name='ReconciledDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('totals', models.JSONField()),
                ('problems', models.JSONField()),
            ],
            options={
                'indexes': [models.Index(fields=['on', 'at'], name='reconciled_day')],
            },
        ),
        migrations.CreateModel(
            name='StatementLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.IntegerField()),
                ('booked_on', models.DateField()),
                ('pence', models.BigIntegerField()),
                ('reference', models.CharField(blank=True, max_length=35)),
                ('bank_reference', models.CharField(blank=True, max_length=35)),
                ('about_kind', models.CharField(blank=True, max_length=20)),
                ('about_id', models.BigIntegerField(null=True)),
                ('attempt', models.SmallIntegerField(default=1)),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='all_lines', to='payments.bankstatement')),
            ],
            options={
                'indexes': [models.Index(fields=['about_id', 'about_kind'], name='statement_line_about')],
                'constraints': [models.UniqueConstraint(fields=('statement', 'number'), name='statement_line_once')],
            },
        ),
    ]
