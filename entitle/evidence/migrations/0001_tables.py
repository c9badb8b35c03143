import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entitle.evidence.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('staff', '0001_tables'),
        ('customers', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='EvidenceRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.evidence.models.evidence_request_code, max_length=20, unique=True)),
                ('about_kind', models.CharField(max_length=20)),
                ('about_id', models.BigIntegerField()),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence_requests', to='customers.customer')),
                ('fact', models.CharField(max_length=80)),
                ('document_kind', models.CharField(max_length=60)),
                ('state', models.CharField(default='asked', max_length=12)),
                ('asked_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('version', models.IntegerField(default=1)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state', 'asked')), fields=['due_on'], name='evidence_overdue'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'received', 'accepted', 'rejected', 'cancelled'))), name='evidence_request_state'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ('asked', 'received', 'rejected'))), fields=('about_id', 'about_kind', 'fact'), name='evidence_asked_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='EvidenceItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.evidence.models.evidence_item_code, max_length=20, unique=True)),
                ('request', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='evidence.evidencerequest')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence_items', to='customers.customer')),
                ('document_kind', models.CharField(max_length=60)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('file_name', models.CharField(blank=True, max_length=200)),
                ('media_type', models.CharField(blank=True, max_length=100)),
                ('size', models.BigIntegerField(default=0)),
                ('received_at', models.DateTimeField()),
                ('channel', models.CharField(max_length=20)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('sha256', ''), ('sha256__regex', '^[0-9a-f]{64}$'), _connector='OR'), name='item_fingerprint'),
                    models.CheckConstraint(condition=models.Q(('size__gte', 0)), name='item_size'),
                ],
            },
        ),
        migrations.CreateModel(
            name='EvidenceScan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scans', to='evidence.evidenceitem')),
                ('result', models.CharField(max_length=12)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('result__in', ['clean', 'infected', 'unscanned'])), name='scan_result'),
                ],
            },
        ),
        migrations.CreateModel(
            name='EvidenceVerdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='evidence.evidenceitem')),
                ('accepted', models.BooleanField()),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence_verdicts', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('accepted', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='verdict_against_says_why'),
                ],
            },
        ),
    ]
