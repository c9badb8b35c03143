import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entitle.decisions.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('staff', '0001_tables'),
        ('customers', '0001_tables'),
        ('claims', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.decisions.models.decision_code, max_length=20, unique=True)),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='claims.claim')),
                ('sequence', models.SmallIntegerField()),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='customers.customer')),
                ('scheme', models.CharField(max_length=60)),
                ('result', models.CharField(max_length=12)),
                ('pence', models.BigIntegerField(null=True)),
                ('per', models.CharField(db_default='week', default='week', max_length=5)),
                ('starts_on', models.DateField(null=True)),
                ('period_from', models.DateField(null=True)),
                ('reasons', models.JSONField()),
                ('facts', models.JSONField()),
                ('law_on', models.DateField()),
                ('rules_version', models.CharField(max_length=64)),
                ('trace', models.JSONField(null=True)),
                ('decided_at', models.DateTimeField()),
                ('decided_by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to=settings.AUTH_USER_MODEL)),
                ('by_person', models.BooleanField()),
                ('supersedes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='decisions.decision')),
                ('digest', models.BinaryField()),
            ],
            options={
                'indexes': [
                    models.Index(fields=['scheme', 'decided_at'], name='decision_scheme_at'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('claim', 'sequence'), name='decided_once'),
                    models.CheckConstraint(condition=models.Q(('sequence__gte', 1)), name='decision_sequence'),
                    models.CheckConstraint(condition=models.Q(models.Q(('result', 'entitled'), _negated=True), models.Q(('pence__gte', 0), ('starts_on__isnull', False)), _connector='OR'), name='entitled_to_an_amount'),
                    models.CheckConstraint(condition=models.Q(models.Q(('sequence', 1), ('supersedes__isnull', True)), models.Q(('sequence__gt', 1), ('supersedes__isnull', False)), models.Q(('period_from__isnull', False), ('sequence__gt', 1)), _connector='OR'), name='revision_supersedes'),
                    models.CheckConstraint(condition=models.Q(('by_person', False), ('decided_by_user__isnull', False), _connector='OR'), name='person_is_named'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Reconsideration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.decisions.models.reconsideration_code, max_length=20, unique=True)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reconsiderations', to='decisions.decision')),
                ('state', models.CharField(default='asked', max_length=12)),
                ('asked_at', models.DateTimeField()),
                ('asked_channel', models.CharField(max_length=20)),
                ('why', models.TextField()),
                ('first_decided_by_user_id', models.BigIntegerField(null=True)),
                ('decided_by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reconsiderations', to=settings.AUTH_USER_MODEL)),
                ('concluded_at', models.DateTimeField(null=True)),
                ('outcome_reason', models.TextField(blank=True)),
                ('new_decision', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='made_by_reconsideration', to='decisions.decision')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'deciding', 'upheld', 'changed', 'withdrawn'))), name='reconsideration_state'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ('asked', 'deciding'))), fields=('decision',), name='one_open_reconsideration'),
                    models.CheckConstraint(condition=models.Q(('decided_by_user', models.F('first_decided_by_user_id')), _negated=True), name='reconsidered_by_another'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['deciding', 'upheld', 'changed']), _negated=True), ('decided_by_user__isnull', False), _connector='OR'), name='reconsidered_by_someone'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'changed'), _negated=True), ('new_decision__isnull', False), _connector='OR'), name='changed_by_a_decision'),
                ],
            },
        ),
        migrations.CreateModel(
            name='QualityCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='quality_check', to='decisions.decision')),
                ('chosen_at', models.DateTimeField()),
                ('state', models.CharField(default='chosen', max_length=12)),
                ('outcome', models.CharField(blank=True, max_length=12)),
                ('pence_wrong', models.BigIntegerField(null=True)),
                ('note', models.TextField(blank=True)),
                ('checked_at', models.DateTimeField(null=True)),
                ('checked_by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quality_checks', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state', 'chosen')), fields=['chosen_at'], name='quality_check_open'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('chosen', 'checked'))), name='quality_check_state'),
                    models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('state', 'chosen')), models.Q(('checked_at__isnull', False), ('checked_by_user__isnull', False), ('outcome__in', ['right', 'wrong']), ('pence_wrong__gte', 0), ('state', 'checked')), _connector='OR'), name='check_says_what_was_found'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ReviewBeforeStop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews_before_stop', to='claims.claim')),
                ('agrees', models.BooleanField()),
                ('because', models.TextField()),
                ('reviewed_by_user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews_before_stop', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='review_says_why'),
                ],
            },
        ),
    ]
