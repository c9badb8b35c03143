import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import entitle.customers.models.customer


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('staff', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Customer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=entitle.customers.models.customer.customer_code, max_length=20, unique=True)),
                ('born_on', models.DateField()),
                ('sex', models.CharField(blank=True, max_length=10)),
                ('nino', models.CharField(max_length=9, null=True)),
                ('language', models.CharField(default='en', max_length=2)),
                ('letter_format', models.CharField(default='standard', max_length=20)),
                ('access_needs', models.TextField(blank=True)),
                ('is_restricted', models.BooleanField(default=False)),
                ('died_on', models.DateField(null=True)),
                ('user', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='customer', to=settings.AUTH_USER_MODEL)),
                ('division', models.CharField(default='england-and-wales', max_length=30)),
                ('created_at', models.DateTimeField()),
                ('version', models.IntegerField(default=1)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['born_on'], name='customer_born_on'),
                ],
                'constraints': [
                    models.UniqueConstraint(django.db.models.functions.text.Left('nino', 8), name='customer_nino_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='StaffLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='own_record', to=settings.AUTH_USER_MODEL)),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staff_links', to='customers.customer')),
                ('linked_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Relationship',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relationships', to='customers.customer')),
                ('other', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='relationships_to', to='customers.customer')),
                ('kind', models.CharField(max_length=30)),
                ('other_name', models.CharField(blank=True, max_length=400)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('other', models.F('customer')), _negated=True), name='relationship_not_to_self'),
                    models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='relationship_in_order'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Representative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='representatives', to='customers.customer')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='represents', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=400)),
                ('is_corporate', models.BooleanField(db_default=False, default=False)),
                ('kind', models.CharField(max_length=20)),
                ('scope', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('state', models.CharField(default='proposed', max_length=20)),
                ('visited_on', models.DateField(null=True)),
                ('interviewed_on', models.DateField(null=True)),
                ('decided_by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='representatives_decided', to=settings.AUTH_USER_MODEL)),
                ('from_on', models.DateField(null=True)),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('proposed', 'active', 'refused', 'revoked'))), name='representative_state'),
                    models.UniqueConstraint(condition=models.Q(('kind', 'appointee'), ('state', 'active')), fields=('customer',), name='representative_one_appointee'),
                    models.CheckConstraint(condition=models.Q(models.Q(('kind', 'appointee'), ('state', 'active'), _negated=True), models.Q(('decided_by_user__isnull', False), ('interviewed_on__isnull', False), ('visited_on__isnull', False)), _connector='OR'), name='representative_appointee_seen'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Vulnerability',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vulnerabilities', to='customers.customer')),
                ('kind', models.CharField(max_length=40)),
                ('reason', models.TextField()),
                ('consent', models.BooleanField()),
                ('review_on', models.DateField()),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('until_on__isnull', True)), fields=['review_on'], name='vulnerability_review'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PersonName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='customers.customer')),
                ('given', models.CharField(blank=True, max_length=200)),
                ('family', models.CharField(max_length=200)),
                ('known_as', models.CharField(blank=True, max_length=200)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('key_normal', models.CharField(max_length=600)),
                ('key_phonetic', models.CharField(max_length=200)),
                ('trigrams', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), size=None)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['key_normal'], name='person_name_normal'),
                    models.Index(fields=['key_phonetic'], name='person_name_phonetic'),
                    django.contrib.postgres.indexes.GinIndex(fields=['trigrams'], gin_pending_list_limit=64, name='person_name_trigrams'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='person_name_in_order'),
                    models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('customer',), name='person_name_one_now'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addresses', to='customers.customer')),
                ('kind', models.CharField(default='home', max_length=20)),
                ('lines', models.JSONField()),
                ('postcode', models.CharField(blank=True, max_length=10)),
                ('is_hidden', models.BooleanField(default=False)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('key_postcode', models.CharField(blank=True, max_length=10)),
                ('key_normal', models.CharField(max_length=300)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['key_postcode'], name='address_postcode'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='address_in_order'),
                    models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('customer', 'kind'), name='address_one_now'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ContactPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_points', to='customers.customer')),
                ('kind', models.CharField(max_length=10)),
                ('value', models.CharField(max_length=254)),
                ('is_safe', models.BooleanField(null=True)),
                ('is_preferred', models.BooleanField(default=False)),
                ('times', models.CharField(blank=True, db_default='', max_length=20)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['kind', 'value'], name='contact_point_value'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='contact_point_in_order'),
                    models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('customer', 'kind', 'value'), name='contact_point_once_now'),
                    models.UniqueConstraint(condition=models.Q(('until_on__isnull', True), ('is_preferred', True)), fields=('customer', 'kind'), name='contact_point_one_preferred'),
                ],
            },
        ),
        migrations.CreateModel(
            name='BankAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bank_accounts', to='customers.customer')),
                ('representative', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bank_accounts', to='customers.representative')),
                ('sort_code', models.CharField(max_length=6)),
                ('account_number', models.CharField(max_length=8)),
                ('account_name', models.CharField(max_length=100)),
                ('roll_number', models.CharField(blank=True, max_length=18)),
                ('verified', models.BooleanField(default=False)),
                ('is_held', models.BooleanField(db_default=False, default=False)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['sort_code', 'account_number'], name='bank_account_number'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='bank_account_in_order'),
                    models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('customer',), name='bank_account_one_now'),
                ],
            },
        ),
        migrations.CreateModel(
            name='HeldFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='held_facts', to='customers.customer')),
                ('fact', models.CharField(max_length=100)),
                ('value', models.JSONField(null=True)),
                ('true_from', models.DateField(null=True)),
                ('true_to', models.DateField(null=True)),
                ('known_at', models.DateTimeField()),
                ('source', models.CharField(max_length=40)),
                ('source_kind', models.CharField(blank=True, max_length=40)),
                ('source_id', models.BigIntegerField(null=True)),
                ('verified', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['customer', 'fact', 'known_at'], name='held_fact_known'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('true_to__isnull', True), ('true_from__isnull', True), ('true_to__gte', models.F('true_from')), _connector='OR'), name='held_fact_in_order'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AccountHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='account_holds', to='customers.customer')),
                ('bank_account', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='customers.bankaccount')),
                ('because', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None)),
                ('until', models.DateTimeField(null=True)),
                ('state', models.CharField(default='held', max_length=12)),
                ('made_at', models.DateTimeField()),
                ('made_by_user_id', models.BigIntegerField(null=True)),
                ('settled_at', models.DateTimeField(null=True)),
                ('settled_by_user_id', models.BigIntegerField(null=True)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('state', 'held')), fields=['until'], name='account_hold_until'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('held', 'agreed', 'lapsed', 'refused', 'replaced'))), name='account_hold_state'),
                    models.CheckConstraint(condition=models.Q(('because', []), _negated=True), name='account_hold_says_why'),
                    models.UniqueConstraint(condition=models.Q(('state', 'held')), fields=('customer',), name='account_hold_one_now'),
                ],
            },
        ),
    ]
