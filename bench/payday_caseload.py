"""A caseload with one payday: of eight awards, seven are paid every four weeks and one by what was reported of a month.

Customers, accounts, claims, decisions and amounts are made in the tables themselves. Whoever is assessed each month
has all the facts that the rules need in the decision on their claim, and a report of the month, each with pay of their
own, that no run has looked at yet.
"""
from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection

from entitle.blueprint import registry
from entitle.blueprint.many import assess_many
from entitle.facts.fact import to_json
from entitle.kernel.periods import Period

PAYDAY, NOW = date(2026, 11, 25), datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
ONE_IN = 8
_WEEKS, _MONTHS = "state_pension", "universal_credit"
_STARTS, _ENDS = date(2026, 10, 19), date(2026, 11, 19)
_KNOWN: dict[str, Any] = {
    "person.born_on": date(1990, 4, 20), "home.in_great_britain": True, "home.pays_rent": True,
    "home.rents_from": "social", "home.rent": 52_850, "home.rent_paid_every": "month", "home.rent_free_weeks": 0,
    "home.service_charges": 0, "home.bedrooms": 1, "person.accepted_commitment": True, "claim.made_on": _STARTS,
    "person.in_paid_work": True, "person.is_employed": True, "person.pay": 40_000, "person.pay_tax": 0,
    "person.pay_national_insurance": 0, "person.pension_contributions": 0, "person.savings": 0,
}
_LOAD = f"""
INSERT INTO customers_customer (id, code, born_on, sex, language, letter_format, access_needs, is_restricted, division,
    created_at, version)
SELECT n, 'CUS-' || n, '1958-03-04', '', 'en', 'standard', '', false, 'england-and-wales', %(at)s, 1
FROM generate_series(1, %(awards)s) AS n;
INSERT INTO customers_bankaccount (customer_id, sort_code, account_number, account_name, roll_number, verified, from_on)
SELECT n, '202959', lpad((n %% 100000000)::text, 8, '0'), 'Kathleen O''Neill ' || n, '', true, '2026-01-01'
FROM generate_series(1, %(awards)s) AS n;
INSERT INTO claims_claim (id, code, scheme, customer_id, state, protected_on, started_at, submitted_at, channel,
    version)
SELECT n, 'CLM-' || n, CASE WHEN n %% {ONE_IN} = 0 THEN %(months)s ELSE %(weeks)s END, n, 'decided', '2026-10-01',
    %(at)s, %(at)s, 'telephone', 1
FROM generate_series(1, %(awards)s) AS n;
INSERT INTO decisions_decision (id, code, claim_id, sequence, customer_id, scheme, result, pence, per, starts_on,
    reasons, facts, law_on, rules_version, decided_at, by_person, digest)
SELECT n, 'DEC-' || n, n, 1, n, scheme, 'entitled', 24130, CASE WHEN n %% {ONE_IN} = 0 THEN 'month' ELSE 'week' END,
    CASE WHEN n %% {ONE_IN} = 0 THEN %(starts)s::date ELSE '2026-10-29' END, '[]',
    CASE WHEN n %% {ONE_IN} = 0 THEN %(facts)s::jsonb ELSE '{{}}' END, %(starts)s, '1', %(decided)s, false, ''
FROM claims_claim CROSS JOIN LATERAL (SELECT id AS n) AS number ORDER BY id;
INSERT INTO awards_award (id, code, scheme, customer_id, claim_id, decision_id, state, starts_on, end_reason,
    cycle_weeks, weekday, cycle_months, days_after, each_period, first_payday, basis, opened_at, version)
SELECT n, 'AWD-' || n, scheme, n, n, n, 'in_payment', starts_on, '', CASE WHEN per = 'week' THEN 4 END,
    CASE WHEN per = 'week' THEN 2 END, CASE WHEN per = 'month' THEN 1 END, CASE WHEN per = 'month' THEN 7 END,
    per = 'month', '2026-11-25', '{{}}', %(at)s, 1
FROM decisions_decision CROSS JOIN LATERAL (SELECT id AS n) AS number ORDER BY id;
INSERT INTO awards_awardamount (award_id, from_on, pence, decision_id, made_at)
SELECT id, starts_on, 10000 + id %% 20000, id, %(at)s FROM awards_award WHERE NOT each_period ORDER BY id;
INSERT INTO customers_heldfact (customer_id, fact, value, true_from, known_at, source, source_kind, verified)
SELECT n, fact, CASE WHEN fact = 'person.pay' THEN to_jsonb(n %% 90000) ELSE value END, %(starts)s, %(at)s, 'customer',
    '', false
FROM generate_series({ONE_IN}, %(awards)s, {ONE_IN}) AS n CROSS JOIN jsonb_each(%(reported)s::jsonb)
    AS said (fact, value);
"""
_EMPTY = """TRUNCATE customers_customer, payments_payment, payments_transfer, payments_paymentattempt, payments_payrun,
    payments_account, history_event, history_seal, procrastinate_jobs CASCADE"""


def load(awards: int) -> dict[str, int]:
    """Empty the tables and make so many awards that are due on PAYDAY. Returns the last id of each table, by its name.
    """
    scheme, facts = registry.scheme(_MONTHS), _facts()
    with connection.cursor() as cursor:
        cursor.execute(_EMPTY)
        cursor.execute(_LOAD, {
            "awards": awards, "at": NOW, "decided": datetime(2026, 10, 20, tzinfo=UTC), "starts": _STARTS,
            "months": _MONTHS, "weeks": _WEEKS, "facts": json.dumps(facts),
            "reported": json.dumps({name: facts[name] for name in scheme.asked_each_period if name in facts})})
        for table in ("customers_customer", "claims_claim", "decisions_decision", "awards_award"):
            cursor.execute(f"SELECT setval('{table}_id_seq', %s)", [awards + 1])
        cursor.execute("VACUUM (ANALYZE)")
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT max(id) FROM awards_awardamount")
        return {"decisions_decision": awards, "awards_awardamount": cursor.fetchone()[0]}


def one_assessment() -> None:
    """Have the rules planned in this process, and their version known."""
    scheme, known = registry.scheme(_MONTHS), _facts()
    assess_many(scheme, [{**known, **_KNOWN, **scheme.period_facts(Period(_STARTS, _ENDS))}] * 2, on=_STARTS)
    assert scheme.rules.version


def _facts() -> dict[str, Any]:
    """What the rules need of somebody who has nothing more to say, as it is stored."""
    scheme, facts = registry.scheme(_MONTHS), _KNOWN
    while missing := scheme.assess_period(facts, period=Period(_STARTS, _ENDS)).missing:
        facts = facts | dict.fromkeys(missing, False)
    return {name: to_json(value) for name, value in facts.items()}
