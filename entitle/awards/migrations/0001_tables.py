import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.math
from django.conf import settings
from django.db import migrations, models

import entitle.awards.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('staff', '0001_tables'),
        ('customers', '0001_tables'),
        ('claims', '0001_tables'),
        ('decisions', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.awards.models.award_code, max_length=20, unique=True)),
                ('scheme', models.CharField(max_length=60)),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='customers.customer')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='claims.claim')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='award', to='decisions.decision')),
                ('state', models.CharField(default='open', max_length=12)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('end_reason', models.CharField(blank=True, max_length=40)),
                ('cycle_weeks', models.SmallIntegerField(null=True)),
                ('weekday', models.SmallIntegerField(null=True)),
                ('cycle_months', models.SmallIntegerField(null=True)),
                ('days_after', models.SmallIntegerField(null=True)),
                ('each_period', models.BooleanField(db_default=False, default=False)),
                ('first_payday', models.DateField()),
                ('bucket', models.GeneratedField(db_persist=True, expression=django.db.models.functions.math.Mod(django.db.models.expressions.CombinedExpression(models.F('customer'), '/', models.Value(256)), 64), output_field=models.SmallIntegerField())),
                ('basis', models.JSONField(default=dict)),
                ('opened_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('version', models.IntegerField(default=1)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['bucket', 'scheme'], name='award_bucket'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('open', 'in_payment', 'suspended', 'ended'))), name='award_state'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ('open', 'in_payment', 'suspended'))), fields=('customer', 'scheme'), name='one_live_award'),
                    models.CheckConstraint(condition=models.Q(('weekday__range', (0, 4))), name='award_weekday'),
                    models.CheckConstraint(condition=models.Q(models.Q(('cycle_months__isnull', True), ('cycle_weeks__isnull', False), ('cycle_weeks__range', (1, 52)), ('days_after__isnull', True), ('each_period', False), ('weekday__isnull', False)), models.Q(('cycle_months__isnull', False), ('cycle_months__range', (1, 12)), ('cycle_weeks__isnull', True), ('days_after__gte', 0), ('days_after__isnull', False), ('weekday__isnull', True)), _connector='OR'), name='award_cycle'),
                    models.CheckConstraint(condition=models.Q(('first_payday__iso_week_day', django.db.models.expressions.CombinedExpression(models.F('weekday'), '+', models.Value(1)))), name='award_payday_is_its_weekday'),
                    models.CheckConstraint(condition=models.Q(('first_payday__gte', models.F('starts_on'))), name='award_paid_in_arrears'),
                    models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='award_ends_after_it_starts'),
                    models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), models.Q(models.Q(('state', 'ended'), _negated=True), ('end_reason', ''), ('ends_on__isnull', True)), _connector='OR'), name='award_end_says_why'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AwardAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('award', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='amounts', to='awards.award')),
                ('from_on', models.DateField()),
                ('pence', models.BigIntegerField()),
                ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='award_amounts', to='decisions.decision')),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('award', 'from_on', 'decision'), name='amount_once', nulls_distinct=False),
                    models.CheckConstraint(condition=models.Q(('pence__gte', 0)), name='amount_not_below_nothing'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Suspension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('award', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suspensions', to='awards.award')),
                ('state', models.CharField(default='running', max_length=12)),
                ('reason', models.CharField(max_length=200)),
                ('owner_user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suspensions', to=settings.AUTH_USER_MODEL)),
                ('notice_sent_at', models.DateTimeField()),
                ('review_on', models.DateField()),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state', 'running')), fields=['review_on'], name='suspension_review'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('running', 'lifted', 'overtaken'))), name='suspension_state'),
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='suspension_has_a_reason'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'running'), ('until_on__isnull', True)), models.Q(models.Q(('state', 'running'), _negated=True), ('until_on__isnull', False)), _connector='OR'), name='suspension_has_an_end'),
                    models.CheckConstraint(condition=models.Q(('review_on__gt', models.F('from_on'))), name='suspension_is_reviewed'),
                    models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='suspension_ends_after_it_starts'),
                    models.UniqueConstraint(condition=models.Q(('state', 'running')), fields=('award',), name='one_running_suspension'),
                ],
            },
        ),
    ]
