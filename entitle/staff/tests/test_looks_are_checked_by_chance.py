"""Each month a hundredth of every team's looks is drawn and checked by somebody else."""
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.staff import operations, queries
from entitle.staff.lifecycle import LOOK_CHECK
from entitle.staff.looks import draw, span_of
from entitle.staff.models import LookCheck, Membership, Team, User

AT = datetime(2026, 10, 14, 9, 30, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 2, 6, tzinfo=UTC)


@pytest.fixture
def team():
    return Team.objects.create(name="Pensions 3")


@pytest.fixture
def tomasz(team):
    tomasz = User.objects.create_user("tomasz", name="Tomasz Zieliński")
    Membership.objects.create(user=tomasz, team=team, role="agent")
    return tomasz


@pytest.fixture
def joan(team):
    joan = User.objects.create_user("joan", name="Joan Black")
    Membership.objects.create(user=joan, team=team, role="team_leader")
    return joan


@pytest.fixture
def looked(tomasz, monkeypatch):
    """What history would say of October: Tomasz looked at 250 records."""
    monkeypatch.setattr("entitle.staff.looks.staff_looks",
                        lambda from_at, until_at: [(n, tomasz.pk, 1000 + n, AT) for n in range(1, 251)])


class TestTheDraw:
    @given(st.integers(1, 700), st.text(max_size=8))
    def test_it_is_a_hundredth_rounded_up_and_the_same_each_time(self, count, seed):
        looks = [(n, 1, None, AT) for n in range(count)]
        chosen = draw(looks, {1: 9}, seed=seed, per_cent=1)
        assert len(chosen) == -(-count // 100)
        assert chosen == draw(list(reversed(looks)), {1: 9}, seed=seed, per_cent=1)

    def test_every_team_has_at_least_one(self):
        looks = [(n, n % 3, None, AT) for n in range(300)] + [(999, 7, None, AT)]
        chosen = draw(looks, {0: 10, 1: 11, 2: 12, 7: 17}, seed="October", per_cent=1)
        assert sorted(look.team_id for look in chosen) == [10, 11, 12, 17]

    def test_another_seed_draws_another_sample(self):
        looks = [(n, 1, None, AT) for n in range(5000)]
        october, november = (draw(looks, {1: 9}, seed=seed, per_cent=1) for seed in ("October", "November"))
        assert october != november

    def test_a_month_is_londons(self):
        assert [at.astimezone(UTC).isoformat() for at in span_of(date(2026, 10, 20))] == [
            "2026-09-30T23:00:00+00:00", "2026-11-01T00:00:00+00:00"]


@pytest.mark.django_db
class TestChecking:
    @pytest.fixture
    def check(self, looked):
        return operations.choose_looks(month=date(2026, 10, 5), seed="October", as_at=NOVEMBER)[0]

    def test_drawing_twice_adds_nothing(self, looked):
        first = operations.choose_looks(month=date(2026, 10, 5), seed="October", as_at=NOVEMBER)
        again = operations.choose_looks(month=date(2026, 10, 31), seed="another", as_at=NOVEMBER)
        assert len(first) == 3 and first == again

    def test_a_team_leader_questions_a_look_then_finds_misuse(self, check, joan, team):
        operations.check_look(look_check_id=check.pk, event="questioned", outcome="No call that day",
                              checked_by_user_id=joan.pk, as_at=NOVEMBER)
        assert check.pk in [waiting.pk for waiting in queries.look_checks(teams=[team.pk])]
        settled = operations.check_look(look_check_id=check.pk, event="found_misuse", outcome="A neighbour",
                                        checked_by_user_id=joan.pk, as_at=NOVEMBER)
        assert settled.state == "misuse"
        assert check.pk not in [waiting.pk for waiting in queries.look_checks(teams=[team.pk])]
        with pytest.raises(NotAllowedNow):
            operations.check_look(look_check_id=check.pk, event="found_proper", outcome="Oh well",
                                  checked_by_user_id=joan.pk, as_at=NOVEMBER)

    def test_nobody_checks_their_own_look_even_by_hand(self, check, tomasz):
        with pytest.raises(NotAllowedNow, match="their own"):
            operations.check_look(look_check_id=check.pk, event="found_proper", outcome="Fine",
                                  checked_by_user_id=tomasz.pk, as_at=NOVEMBER)
        with pytest.raises(IntegrityError), transaction.atomic():
            LookCheck.objects.filter(pk=check.pk).update(checked_by=tomasz)

    def test_ten_working_days_unchecked_is_an_alarm(self, check):
        assert queries.look_checks_overdue(on=date(2026, 11, 16)) == []
        assert check in queries.look_checks_overdue(on=date(2026, 11, 17))

    @given(st.lists(st.sampled_from(sorted({event for _, event, _ in LOOK_CHECK.edges})), max_size=5))
    def test_no_path_leads_from_proper_to_misuse(self, happenings):
        state = LOOK_CHECK.first
        for event in happenings:
            before, state = state, LOOK_CHECK.after(state, event) if LOOK_CHECK.can(state, event) else state
            assert not (before == "proper" and state != "proper")
