import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entitle.staff.models.contingency
import entitle.staff.models.office
import entitle.staff.models.people


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.staff.models.people.team_code, max_length=20, unique=True)),
                ('name', models.CharField(max_length=100, unique=True)),
                ('office', models.CharField(blank=True, max_length=100)),
            ],
        ),
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('code', models.CharField(default=entitle.staff.models.people.user_code, max_length=20, unique=True)),
                ('username', models.CharField(max_length=150, unique=True)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('kind', models.CharField(default='staff', max_length=20)),
                ('language', models.CharField(default='en', max_length=2)),
                ('is_active', models.BooleanField(default=True)),
                ('skills', models.ManyToManyField(blank=True, related_name='users', to='staff.skill')),
                ('learning', models.ManyToManyField(blank=True, related_name='learners', to='staff.skill')),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='staff.team')),
                ('role', models.CharField(max_length=40)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('user', 'team', 'role'), name='staff_membership_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='LookCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event_id', models.BigIntegerField(unique=True)),
                ('customer_id', models.BigIntegerField(null=True)),
                ('looked_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks_checked_of', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='look_checks', to='staff.team')),
                ('month', models.DateField()),
                ('chosen_at', models.DateTimeField()),
                ('state', models.CharField(default='chosen', max_length=20)),
                ('outcome', models.TextField(blank=True)),
                ('checked_at', models.DateTimeField(null=True)),
                ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='looks_checked_by', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['team', 'state', 'chosen_at'], name='staff_look_check_waiting'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('chosen', 'proper', 'questioned', 'misuse'))), name='staff_look_check_state'),
                    models.CheckConstraint(condition=models.Q(('checked_by', models.F('user')), _negated=True), name='staff_look_check_not_own'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.staff.models.office.office_code, max_length=20, unique=True)),
                ('name', models.CharField(max_length=100, unique=True)),
                ('lines', models.JSONField()),
                ('postcode', models.CharField(max_length=10)),
                ('postcode_areas', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), size=None)),
                ('features', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), default=list, size=None)),
                ('capacity', models.PositiveSmallIntegerField()),
                ('opens_at', models.TimeField()),
                ('closes_at', models.TimeField()),
                ('division', models.CharField(default='england-and-wales', max_length=30)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='office_closes_after_it_opens'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Adviser',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='adviser', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advisers', to='staff.office')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), size=None)),
                ('specialisms', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), default=list, size=None)),
                ('weekdays', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=None)),
                ('starts_at', models.TimeField()),
                ('finishes_at', models.TimeField()),
                ('is_seeing', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('finishes_at__gt', models.F('starts_at'))), name='adviser_finishes_after_start'),
                    models.CheckConstraint(condition=models.Q(('weekdays', []), _negated=True), name='adviser_works_some_day'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Contingency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.staff.models.contingency.contingency_code, max_length=20, unique=True)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contingencies', to='staff.office')),
                ('why', models.CharField(max_length=500)),
                ('state', models.CharField(default='on', max_length=10)),
                ('began_at', models.DateTimeField()),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contingencies_begun', to=settings.AUTH_USER_MODEL)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contingencies_ended', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('on', 'over'))), name='contingency_state'),
                    models.UniqueConstraint(condition=models.Q(('state', 'on')), fields=('office',), name='contingency_once_at_a_time'),
                    models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('began_at')), _connector='OR'), name='contingency_ends_later'),
                ],
            },
        ),
        migrations.CreateModel(
            name='OfflineDevice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=40, unique=True)),
                ('office', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='devices', to='staff.office')),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='devices', to=settings.AUTH_USER_MODEL)),
                ('taken', models.PositiveIntegerField(default=0)),
                ('refused', models.JSONField(default=dict)),
                ('heard_at', models.DateTimeField()),
            ],
        ),
    ]
