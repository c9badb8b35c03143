import django.db.models.deletion
from django.db import migrations, models

import entitle.claims.models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0001_initial'),
        ('customers', '0002_trigrams_pend_briefly'),
    ]

    operations = [
        migrations.AddField(
            model_name='answer',
            name='asked_in',
            field=models.BigIntegerField(null=True),
        ),
        migrations.CreateModel(
            name='SetAsked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.claims.models.asked_code, max_length=20, unique=True)),
                ('questions', models.CharField(max_length=80)),
                ('role', models.CharField(max_length=20)),
                ('period_from', models.DateField(null=True)),
                ('period_to', models.DateField(null=True)),
                ('state', models.CharField(default='asked', max_length=12)),
                ('asked_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('code_digest', models.BinaryField(null=True, unique=True)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sets_asked', to='claims.claim')),
                ('customer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sets_asked', to='customers.customer')),
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
    ]
