import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entitle.work.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('staff', '0001_tables'),
        ('customers', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='WorkItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.work.models.work_code, max_length=20)),
                ('kind', models.CharField(max_length=60)),
                ('about_kind', models.CharField(max_length=40)),
                ('about_id', models.BigIntegerField()),
                ('customer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_items', to='customers.customer')),
                ('scheme', models.CharField(blank=True, max_length=60)),
                ('skill', models.CharField(max_length=60)),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_items', to='staff.team', db_index=False)),
                ('owner_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_items', to=settings.AUTH_USER_MODEL, db_index=False)),
                ('opened_at', models.DateTimeField()),
                ('origin_at', models.DateTimeField()),
                ('standard', models.CharField(max_length=60)),
                ('interval', models.IntegerField()),
                ('unit', models.CharField(max_length=20)),
                ('division', models.CharField(max_length=30)),
                ('target_on', models.DateField()),
                ('told_on', models.DateField(null=True)),
                ('is_promise', models.BooleanField(default=False)),
                ('state', models.CharField(default='open', max_length=20)),
                ('done_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(blank=True, max_length=100)),
                ('done_by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_items_done', to=settings.AUTH_USER_MODEL, db_index=False)),
                ('priority', models.SmallIntegerField(default=5)),
                ('language', models.CharField(default='en', max_length=2)),
                ('note', models.TextField(blank=True)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('is_promise', True), ('state__in', ('open', 'taken', 'waiting'))), fields=['target_on'], name='work_item_promises'),
                    models.Index(condition=models.Q(('owner_user__isnull', False)), fields=['owner_user'], name='work_item_owner'),
                    models.Index(condition=models.Q(('state__in', ('open', 'taken', 'waiting'))), fields=['skill', 'priority', 'target_on', 'id'], name='work_item_queue'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('open', 'taken', 'waiting', 'done', 'cancelled'))), name='work_item_state'),
                    models.UniqueConstraint(fields=('code',), name='work_item_code'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ('open', 'taken', 'waiting'))), fields=('about_id', 'about_kind', 'kind'), name='work_item_once_at_a_time'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ClockEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('work_item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clock_events', to='work.workitem')),
                ('event', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
            ],
        ),
    ]
