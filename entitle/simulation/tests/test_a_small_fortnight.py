"""Three days at the agency: what the table says is what the database holds, and every penny and event is in its place."""
from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.db.models import Count, Sum
from entitle.claims.models import Claim
from entitle.decisions.models import Decision
from entitle.gateways import sandboxes
from entitle.payments import queries as payments
from entitle.simulation.agency import Agency

pytestmark = pytest.mark.django_db(transaction=True)
