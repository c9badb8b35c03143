import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entitle.contacts.models.appointment
import entitle.contacts.models.call
import entitle.contacts.models.call_back
import entitle.contacts.models.complaint
import entitle.contacts.models.contact
import entitle.contacts.models.message
import entitle.contacts.models.safeguarding
import entitle.contacts.models.survey


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('staff', '0001_tables'),
        ('customers', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.appointment.appointment_code, max_length=20, unique=True)),
                ('kind', models.CharField(default='interview', max_length=30)),
                ('customer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='customers.customer')),
                ('about_kind', models.CharField(blank=True, max_length=20)),
                ('about_id', models.BigIntegerField(null=True)),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='staff.office')),
                ('adviser', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='staff.adviser')),
                ('starts_at', models.DateTimeField()),
                ('language', models.CharField(max_length=2)),
                ('situations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), default=list, size=None)),
                ('features', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), default=list, size=None)),
                ('state', models.CharField(default='booked', max_length=12)),
                ('asked_at', models.DateTimeField()),
                ('see_by', models.DateField()),
                ('booked_at', models.DateTimeField()),
                ('booked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments_booked', to=settings.AUTH_USER_MODEL)),
                ('reminded_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('reason', models.TextField(blank=True)),
                ('cause', models.TextField(blank=True)),
                ('caused_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['customer', '-starts_at'], name='appointment_customer'),
                    models.Index(fields=['office', 'starts_at'], name='appointment_diary'),
                    models.Index(condition=models.Q(('state', 'booked')), fields=['starts_at'], name='appointment_to_come'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('booked', 'cancelled', 'attended', 'missed', 'excused', 'not_excused'))), name='appointment_state'),
                    models.CheckConstraint(condition=models.Q(('booked_at__gte', models.F('asked_at'))), name='appointment_booked_once_asked'),
                    models.UniqueConstraint(condition=models.Q(('state', 'booked')), fields=('adviser', 'starts_at'), name='adviser_sees_one_at_a_time'),
                    models.UniqueConstraint(condition=models.Q(('state', 'booked')), fields=('customer', 'kind'), name='appointment_one_to_come'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AppointmentMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('appointment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='contacts.appointment')),
                ('was_at', models.DateTimeField()),
                ('was_office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='moves_from', to='staff.office')),
                ('now_at', models.DateTimeField()),
                ('wish_of', models.CharField(max_length=10)),
                ('reason', models.CharField(max_length=200)),
                ('told_at', models.DateTimeField()),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments_moved', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('wish_of__in', ['customer', 'agency'])), name='move_at_someones_wish'),
                    models.CheckConstraint(condition=models.Q(('told_at__lt', models.F('was_at'))), name='move_told_before_the_old_date'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.contact.contact_code, max_length=20, unique=True)),
                ('customer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='customers.customer')),
                ('channel', models.CharField(max_length=20)),
                ('direction', models.CharField(max_length=3)),
                ('state', models.CharField(default='open', max_length=12)),
                ('began_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(max_length=60)),
                ('scheme', models.CharField(blank=True, max_length=60)),
                ('summary', models.TextField(blank=True)),
                ('identity_confirmed_at', models.DateTimeField(null=True)),
                ('stepped_up_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['customer', '-began_at'], name='contact_customer'),
                    models.Index(fields=['customer', 'scheme', 'began_at'], name='contact_first'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('open', 'ended'))), name='contact_state'),
                    models.CheckConstraint(condition=models.Q(('direction__in', ['in', 'out'])), name='contact_in_or_out'),
                    models.CheckConstraint(condition=models.Q(('ended_at__gte', models.F('began_at'))), name='contact_ends_after_it_begins'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Call',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.call.call_code, max_length=20, unique=True)),
                ('provider', models.CharField(max_length=30)),
                ('provider_call_id', models.CharField(max_length=80)),
                ('number', models.CharField(blank=True, max_length=40)),
                ('dialled', models.CharField(blank=True, max_length=40)),
                ('state', models.CharField(default='ringing', max_length=25)),
                ('outcome', models.CharField(blank=True, max_length=25)),
                ('cause', models.CharField(blank=True, max_length=40)),
                ('queue', models.CharField(blank=True, max_length=40)),
                ('language', models.CharField(default='en', max_length=2)),
                ('priority', models.SmallIntegerField(default=5)),
                ('scheme', models.CharField(blank=True, max_length=60)),
                ('summary', models.TextField(blank=True)),
                ('customer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='customers.customer')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='contacts.contact')),
                ('agent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='calls', to=settings.AUTH_USER_MODEL)),
                ('arrived_at', models.DateTimeField()),
                ('queued_at', models.DateTimeField(null=True)),
                ('waiting_since', models.DateTimeField(null=True)),
                ('offered_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('is_held', models.BooleanField(db_default=False, default=False)),
                ('is_accepted', models.BooleanField(db_default=False, default=False)),
                ('wrap_up_code', models.CharField(blank=True, max_length=40)),
                ('told_until', models.DateTimeField(null=True)),
                ('acted_until', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state', 'queued')), fields=['priority', 'queued_at', 'id'], name='call_waiting'),
                    models.Index(fields=['arrived_at'], name='call_arrived'),
                    models.Index(condition=models.Q(('state', 'offered')), fields=['state'], name='call_offered'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('provider', 'provider_call_id'), name='call_once'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('ringing', 'blocked', 'abandoned_before_queue', 'self_served', 'queued', 'call_back_promised', 'offered', 'answered', 'abandoned_in_queue', 'wrapping_up', 'ended'))), name='call_state'),
                    models.CheckConstraint(condition=models.Q(('priority__gte', 0), ('priority__lte', 5)), name='call_priority'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ('offered', 'answered', 'wrapping_up'))), fields=('agent',), name='call_one_at_a_time'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CallEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='contacts.call')),
                ('provider', models.CharField(max_length=30)),
                ('event_id', models.CharField(max_length=120)),
                ('name', models.CharField(max_length=25)),
                ('at', models.DateTimeField()),
                ('ordered_at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField()),
                ('number', models.CharField(blank=True, max_length=40)),
                ('dialled', models.CharField(blank=True, max_length=40)),
                ('digits', models.CharField(blank=True, max_length=40)),
                ('words', models.TextField(blank=True)),
                ('cause', models.CharField(blank=True, max_length=40)),
                ('queue', models.CharField(blank=True, max_length=40)),
                ('language', models.CharField(blank=True, max_length=2)),
                ('priority', models.SmallIntegerField(null=True)),
                ('scheme', models.CharField(blank=True, max_length=60)),
                ('note', models.TextField(blank=True)),
                ('wrap_up_code', models.CharField(blank=True, max_length=40)),
                ('agent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='call_events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('provider', 'event_id'), name='call_event_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CallBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.call_back.call_back_code, max_length=20, unique=True)),
                ('call', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='call_back', to='contacts.call')),
                ('customer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='call_backs', to='customers.customer')),
                ('number', models.CharField(max_length=40)),
                ('helper_number', models.CharField(blank=True, max_length=40)),
                ('queue', models.CharField(max_length=40)),
                ('language', models.CharField(default='en', max_length=2)),
                ('slot_start', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('claiming', models.CharField(db_default='', max_length=60)),
                ('is_urgent', models.BooleanField(default=False)),
                ('state', models.CharField(default='promised', max_length=15)),
                ('attempts', models.SmallIntegerField(default=0)),
                ('try_at', models.DateTimeField()),
                ('promised_at', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['queue', 'slot_start'], name='call_back_slot'),
                    models.Index(condition=models.Q(('state__in', ('promised', 'trying'))), fields=['try_at'], name='call_back_due'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('promised', 'reached', 'trying', 'contact_failed', 'cancelled'))), name='call_back_state'),
                    models.CheckConstraint(condition=models.Q(('slot_start__gte', models.F('promised_at'))), name='call_back_is_to_come'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CallBackAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('call_back', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tries', to='contacts.callback')),
                ('at', models.DateTimeField()),
                ('reached', models.BooleanField()),
                ('agent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='call_back_attempts', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.complaint.complaint_code, max_length=20, unique=True)),
                ('customer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='complaints', to='customers.customer')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='complaints', to='contacts.contact')),
                ('channel', models.CharField(max_length=20)),
                ('scheme', models.CharField(blank=True, max_length=60)),
                ('category', models.CharField(max_length=40)),
                ('happened', models.TextField()),
                ('wanted', models.TextField(blank=True)),
                ('received_at', models.DateTimeField()),
                ('taken_at', models.DateTimeField()),
                ('state', models.CharField(default='received', max_length=14)),
                ('outcome', models.CharField(blank=True, max_length=20)),
                ('answered_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['customer', '-received_at'], name='complaint_customer'),
                    models.Index(fields=['received_at'], name='complaint_received'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('received', 'waiting', 'resolved', 'answered', 'with_examiner', 'examined'))), name='complaint_state'),
                    models.CheckConstraint(condition=models.Q(('taken_at__gte', models.F('received_at'))), name='complaint_taken_once_received'),
                    models.CheckConstraint(condition=models.Q(('happened', ''), _negated=True), name='complaint_says_what_happened'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'answered'), _negated=True), models.Q(models.Q(('outcome', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='complaint_answered_with_an_outcome'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ComplaintStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('complaint', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='contacts.complaint')),
                ('event', models.CharField(max_length=20)),
                ('words', models.TextField(blank=True)),
                ('channel', models.CharField(max_length=20)),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='complaint_steps', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=160)),
                ('release', models.CharField(max_length=40)),
                ('language', models.CharField(max_length=2)),
                ('said_on', models.DateField()),
                ('was_useful', models.BooleanField()),
                ('words', models.TextField(blank=True)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['said_on'], name='feedback_day'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('step', ''), _negated=True), models.Q(('release', ''), _negated=True)), name='feedback_has_its_step'),
                ],
            },
        ),
        migrations.CreateModel(
            name='HarderAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='harder_answers', to='contacts.contact')),
                ('customer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='harder_answers', to='customers.customer')),
                ('question', models.CharField(max_length=20)),
                ('is_right', models.BooleanField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('is_right', False)), fields=['customer', 'at'], name='harder_answer_wrong'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('contact', 'question'), name='harder_question_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='customers.customer')),
                ('scheme', models.CharField(max_length=60)),
                ('due_on', models.DateField()),
                ('invited_at', models.DateTimeField()),
                ('code_digest', models.BinaryField()),
            ],
            options={
                'indexes': [
                    models.Index(fields=['scheme', 'due_on'], name='invitation_due'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('customer', 'scheme'), name='invited_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.message.message_code, max_length=20, unique=True)),
                ('customer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='customers.customer')),
                ('about_kind', models.CharField(blank=True, max_length=20)),
                ('about_id', models.BigIntegerField(null=True)),
                ('addressee', models.CharField(default='customer', max_length=20)),
                ('scheme', models.CharField(blank=True, max_length=60)),
                ('template', models.CharField(max_length=80)),
                ('language', models.CharField(max_length=2)),
                ('channels', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), size=None)),
                ('subject', models.CharField(max_length=200)),
                ('body_html', models.TextField()),
                ('body_text', models.TextField(blank=True)),
                ('text_message', models.TextField(blank=True)),
                ('as_known_on', models.DateField(null=True)),
                ('state', models.CharField(default='queued', max_length=12)),
                ('suppressed_because', models.CharField(blank=True, max_length=60)),
                ('created_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('document_sha256', models.CharField(blank=True, max_length=64)),
                ('gateway_reference', models.CharField(blank=True, max_length=80)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['customer', '-created_at'], name='message_customer'),
                    models.Index(condition=models.Q(('state', 'queued')), fields=['created_at'], name='message_queued'),
                    models.Index(condition=models.Q(('gateway_reference', ''), _negated=True), fields=['gateway_reference'], name='message_gateway_reference'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('queued', 'sent', 'failed', 'suppressed', 'delivered'))), name='message_state'),
                    models.CheckConstraint(condition=models.Q(('addressee__in', ['customer', 'representative', 'estate'])), name='message_has_an_addressee'),
                    models.CheckConstraint(condition=models.Q(('channels', []), _negated=True), name='message_has_a_channel'),
                ],
            },
        ),
        migrations.CreateModel(
            name='OutsideComplaint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.complaint.complaint_code, max_length=20, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('answer_to', models.TextField()),
                ('language', models.CharField(default='en', max_length=2)),
                ('channel', models.CharField(max_length=20)),
                ('category', models.CharField(max_length=40)),
                ('happened', models.TextField()),
                ('wanted', models.TextField(blank=True)),
                ('received_at', models.DateTimeField()),
                ('taken_at', models.DateTimeField()),
                ('outcome', models.CharField(blank=True, max_length=20)),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outside_complaints', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['received_at'], name='outside_complaint_received'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('taken_at__gte', models.F('received_at'))), name='outside_complaint_taken_after'),
                    models.CheckConstraint(condition=models.Q(models.Q(('happened', ''), _negated=True), models.Q(('name', ''), _negated=True), models.Q(('answer_to', ''), _negated=True)), name='outside_complaint_says_enough'),
                    models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), models.Q(models.Q(('outcome', ''), _negated=True), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='outside_complaint_answered'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ReadyAgent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agent', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ready_for_calls', to=settings.AUTH_USER_MODEL)),
                ('since', models.DateTimeField()),
                ('queues', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), size=None)),
            ],
        ),
        migrations.CreateModel(
            name='SafeguardingPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.safeguarding.safeguarding_code, max_length=20, unique=True)),
                ('customer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='safeguarding_plans', to='customers.customer')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='safeguarding_plans', to='contacts.contact')),
                ('call', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='safeguarding_plans', to='contacts.call')),
                ('state', models.CharField(default='open', max_length=12)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('closed_by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='safeguarding_plans_closed', to=settings.AUTH_USER_MODEL)),
                ('outcome', models.CharField(blank=True, max_length=40)),
                ('because', models.TextField(blank=True)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('open', 'acting', 'closed'))), name='safeguarding_state'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), models.Q(models.Q(('outcome', ''), _negated=True), ('closed_by_user__isnull', False)), _connector='OR'), name='safeguarding_closed_with_an_outcome'),
                    models.UniqueConstraint(condition=models.Q(('state', 'closed'), _negated=True), fields=('customer',), name='safeguarding_one_open'),
                    models.UniqueConstraint(condition=models.Q(('state', 'closed'), _negated=True), fields=('call',), name='safeguarding_one_in_a_call'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SafeguardingWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='words', to='contacts.safeguardingplan')),
                ('kind', models.CharField(max_length=20)),
                ('said', models.TextField()),
                ('words', models.TextField()),
                ('channel', models.CharField(max_length=20)),
                ('at', models.DateTimeField()),
                ('heard_by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='safeguarding_words', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SafeguardingPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='points', to='contacts.safeguardingplan')),
                ('point', models.CharField(max_length=30)),
                ('was_needed', models.BooleanField()),
                ('note', models.TextField(blank=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='safeguarding_points', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('plan', 'point'), name='safeguarding_point_once'),
                    models.CheckConstraint(condition=models.Q(('was_needed', True), models.Q(('note', ''), _negated=True), _connector='OR'), name='safeguarding_point_or_why_not'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SurveyOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.contacts.models.survey.survey_code, max_length=20, unique=True)),
                ('customer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='survey_offers', to='customers.customer')),
                ('occasion', models.CharField(max_length=12)),
                ('channel', models.CharField(max_length=20)),
                ('scheme', models.CharField(blank=True, max_length=60)),
                ('offered_at', models.DateTimeField()),
                ('is_used', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['customer', '-offered_at'], name='survey_offer_customer'),
                    models.Index(fields=['offered_at'], name='survey_offer_day'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('occasion__in', ['claim', 'call', 'visit', 'paper'])), name='survey_occasion'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SurveyReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('occasion', models.CharField(max_length=12)),
                ('channel', models.CharField(max_length=20)),
                ('scheme', models.CharField(blank=True, max_length=60)),
                ('replied_on', models.DateField()),
                ('replied_by', models.CharField(max_length=20)),
                ('right', models.SmallIntegerField()),
                ('easy', models.SmallIntegerField()),
                ('clear', models.SmallIntegerField()),
                ('supportive', models.SmallIntegerField()),
                ('words', models.TextField(blank=True)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['replied_on'], name='survey_reply_day'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('clear__range', (1, 5)), ('easy__range', (1, 5)), ('right__range', (1, 5)), ('supportive__range', (1, 5))), name='survey_score_1_to_5'),
                ],
            },
        ),
    ]
