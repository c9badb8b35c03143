import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entitle.claims.models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0003_statements'),
        ('customers', '0002_trigrams_pend_briefly'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.intake_code, max_length=20, unique=True)),
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
                ('ended_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('claim', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='intakes', to='claims.claim')),
                ('customer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='intakes', to='customers.customer')),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='intakes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state__in', ('waiting', 'stopped'))), fields=['received_at'], name='intake_unfinished'), models.Index(fields=['received_at', 'sender'], name='intake_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'passed', 'stopped', 'refused'))), name='intake_state'), models.UniqueConstraint(fields=('sender', 'key'), name='intake_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'passed'), _negated=True), models.Q(('claim__isnull', False), ('customer__isnull', False)), _connector='OR'), name='intake_passed_into_a_claim'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='intake_refused_for_a_reason')],
            },
        ),
    ]
