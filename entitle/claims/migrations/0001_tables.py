import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entitle.claims.models.claim
import entitle.claims.models.council_form
import entitle.claims.models.form_pack
import entitle.claims.models.handover
import entitle.claims.models.intake
import entitle.claims.models.set_asked
import entitle.claims.models.statement


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('staff', '0001_tables'),
        ('customers', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.claim.claim_code, max_length=20, unique=True)),
                ('scheme', models.CharField(max_length=60)),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='customers.customer')),
                ('state', models.CharField(default='draft', max_length=12)),
                ('protected_on', models.DateField()),
                ('started_at', models.DateTimeField()),
                ('submitted_at', models.DateTimeField(null=True)),
                ('channel', models.CharField(max_length=20)),
                ('decide_by', models.DateField(null=True)),
                ('effective_on', models.DateField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('version', models.IntegerField(default=1)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state', 'received')), fields=['scheme', 'decide_by'], name='claim_to_decide'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'received', 'withdrawn', 'waiting', 'handed_off', 'decided'))), name='claim_state'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'received', 'waiting', 'handed_off'))), fields=('customer', 'scheme'), name='one_open_claim'),
                    models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'withdrawn']), ('submitted_at__isnull', False), _connector='OR'), name='claim_was_submitted'),
                    models.CheckConstraint(condition=models.Q(('submitted_at__gte', models.F('started_at'))), name='claim_submitted_after_start'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='claims.claim')),
                ('fact', models.CharField(max_length=80)),
                ('value', models.JSONField(null=True)),
                ('channel', models.CharField(max_length=20)),
                ('answered_at', models.DateTimeField()),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to=settings.AUTH_USER_MODEL)),
                ('asked_in', models.BigIntegerField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['claim', 'fact', '-id'], name='answer_latest'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ClaimParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='claims.claim')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claim_parties', to='customers.customer')),
                ('role', models.CharField(max_length=20)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('claim', 'customer', 'role'), name='party_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CouncilForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.council_form.council_form_code, max_length=20, unique=True)),
                ('claim', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='council_form', to='claims.claim')),
                ('payload', models.TextField()),
                ('digest', models.BinaryField()),
                ('made_at', models.DateTimeField()),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='council_forms_made', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.intake.intake_code, max_length=20, unique=True)),
                ('sender', models.CharField(max_length=100)),
                ('key', models.CharField(max_length=100)),
                ('scheme', models.CharField(max_length=60)),
                ('channel', models.CharField(max_length=20)),
                ('taken_at', models.DateTimeField()),
                ('received_at', models.DateTimeField()),
                ('who', models.JSONField()),
                ('answers', models.JSONField()),
                ('declared', models.BooleanField()),
                ('digest', models.BinaryField()),
                ('state', models.CharField(default='waiting', max_length=12)),
                ('problems', models.JSONField(default=list)),
                ('mended_who', models.JSONField(default=dict)),
                ('mended_answers', models.JSONField(default=dict)),
                ('record', models.CharField(blank=True, max_length=20)),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='intakes', to=settings.AUTH_USER_MODEL)),
                ('customer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='intakes', to='customers.customer')),
                ('claim', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='intakes', to='claims.claim')),
                ('ended_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state__in', ('waiting', 'stopped'))), fields=['received_at'], name='intake_unfinished'),
                    models.Index(fields=['received_at', 'sender'], name='intake_by_day'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'passed', 'stopped', 'refused'))), name='intake_state'),
                    models.UniqueConstraint(fields=('sender', 'key'), name='intake_once'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'passed'), _negated=True), models.Q(('claim__isnull', False), ('customer__isnull', False)), _connector='OR'), name='intake_passed_into_a_claim'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='intake_refused_for_a_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='FormPack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.form_pack.form_pack_code, max_length=20, unique=True)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='form_packs', to='staff.office')),
                ('scheme', models.CharField(max_length=60)),
                ('language', models.CharField(max_length=2)),
                ('large_print', models.BooleanField()),
                ('printed_at', models.DateTimeField()),
                ('printed_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='form_packs', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='PackForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.form_pack.pack_form_code, max_length=20, unique=True)),
                ('pack', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='claims.formpack')),
                ('number', models.PositiveSmallIntegerField()),
                ('state', models.CharField(default='out', max_length=10)),
                ('received_on', models.DateField(null=True)),
                ('intake', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pack_form', to='claims.intake')),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('ended_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pack_forms', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('out', 'returned', 'spoiled'))), name='pack_form_state'),
                    models.UniqueConstraint(fields=('pack', 'number'), name='pack_form_number'),
                    models.CheckConstraint(condition=models.Q(models.Q(('intake__isnull', False), ('received_on__isnull', False), ('state', 'returned')), models.Q(models.Q(('state', 'returned'), _negated=True), ('intake__isnull', True), ('received_on__isnull', True)), _connector='OR'), name='pack_form_returned_with_what_it_said'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'spoiled'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='pack_form_spoiled_for_a_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.handover.handover_code, max_length=20, unique=True)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='claims.claim')),
                ('to', models.CharField(max_length=20)),
                ('payload', models.TextField()),
                ('digest', models.BinaryField()),
                ('made_at', models.DateTimeField()),
                ('state', models.CharField(default='pending', max_length=12)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('tried_at', models.DateTimeField(null=True)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('accepted', models.JSONField(default=list)),
                ('problems', models.JSONField(default=list)),
                ('mended', models.JSONField(default=dict)),
                ('released_at', models.DateTimeField(null=True)),
                ('their_reference', models.CharField(blank=True, max_length=100)),
                ('ended_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers_mended', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state', 'accepted'), _negated=True), fields=['made_at'], name='handover_unfinished'),
                    models.Index(fields=['made_at', 'to'], name='handover_by_day'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('pending', 'accepted', 'rejected'))), name='handover_state'),
                    models.UniqueConstraint(fields=('claim', 'to'), name='handover_once'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'accepted'), _negated=True), ('ended_at__isnull', False), _connector='OR'), name='handover_accepted_at_a_time'),
                ],
            },
        ),
        migrations.CreateModel(
            name='HandoverFeedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('handover', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='claims.handover')),
                ('said', models.CharField(max_length=60)),
                ('said_on', models.DateField()),
                ('received_at', models.DateTimeField()),
            ],
            options={
                'indexes': [
                    models.Index(fields=['said_on'], name='feedback_by_month'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('handover', 'said', 'said_on'), name='feedback_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SetAsked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.set_asked.asked_code, max_length=20, unique=True)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sets_asked', to='claims.claim')),
                ('questions', models.CharField(max_length=80)),
                ('role', models.CharField(max_length=20)),
                ('customer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sets_asked', to='customers.customer')),
                ('period_from', models.DateField(null=True)),
                ('period_to', models.DateField(null=True)),
                ('state', models.CharField(default='asked', max_length=12)),
                ('asked_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('code_digest', models.BinaryField(null=True, unique=True)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state', 'asked')), fields=['customer', 'asked_at'], name='set_asked_waiting'),
                    models.Index(condition=models.Q(('state', 'asked')), fields=['due_on'], name='set_asked_due'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'answered', 'cancelled'))), name='set_asked_state'),
                    models.CheckConstraint(condition=models.Q(('period_to__gt', models.F('period_from'))), name='set_asked_period_in_order'),
                    models.UniqueConstraint(fields=('claim', 'questions', 'role', 'period_from'), name='set_asked_once', nulls_distinct=False),
                ],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.statement.statement_code, max_length=20, unique=True)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='claims.claim')),
                ('language', models.CharField(max_length=2)),
                ('digest', models.BinaryField()),
                ('unanswered', models.PositiveSmallIntegerField()),
                ('made_at', models.DateTimeField()),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements_made', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('claim', 'language', 'digest'), name='statement_once_as_it_stands'),
                ],
            },
        ),
        migrations.CreateModel(
            name='StatementAgreed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('statement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreed', to='claims.statement')),
                ('how', models.CharField(max_length=10)),
                ('signed_on', models.DateField()),
                ('noted_at', models.DateTimeField()),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements_agreed', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('how__in', ['screen', 'paper', 'read_back'])), name='statement_agreed_in_some_way'),
                ],
            },
        ),
    ]
