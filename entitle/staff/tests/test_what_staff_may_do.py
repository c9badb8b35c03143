"""Powers come from roles, and only for staff who are still here."""

import pytest

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.staff import operations, queries
from entitle.staff.models import Membership, User
from entitle.staff.permissions import PERMISSIONS, ROLES, UnknownPermission, UnknownRole


@pytest.fixture
def benefit_centre():
    return operations.add_team(name="Pensions 3", office="Wrexham")


@pytest.fixture
def gurpreet(benefit_centre):
    gurpreet = operations.add_user(username="gurpreet", name="Gurpreet Kaur", skills=("pensions", "welsh"))
    operations.give_role(user_id=gurpreet.pk, team_id=benefit_centre.pk, role="caseworker")
    return gurpreet


class TestRoles:
    def test_no_role_both_makes_and_releases_a_payment_file(self):
        assert not [role for role, may in ROLES.items() if {"payment.run", "payment.release"} <= may]

    def test_only_one_role_opens_restricted_records(self):
        assert [role for role, may in ROLES.items() if "customer.look_restricted" in may] == [
            "special_customer_officer"
        ]

    def test_every_permission_is_noun_dot_verb(self):
        assert all(len(name.split(".")) == 2 for name in PERMISSIONS)


@pytest.mark.django_db
class TestPermissions:
    def test_a_caseworker_decides_claims_and_releases_no_money(self, gurpreet):
        assert queries.can(gurpreet, "claim.decide")
        assert not queries.can(gurpreet, "payment.release")

    def test_several_roles_add_up_in_one_statement(self, gurpreet, benefit_centre, django_assert_num_queries):
        other = operations.add_team(name="Audit")
        operations.give_role(user_id=gurpreet.pk, team_id=other.pk, role="auditor")
        operations.give_role(user_id=gurpreet.pk, team_id=other.pk, role="agent")
        with django_assert_num_queries(1):
            assert queries.permissions_of(gurpreet) == ROLES["caseworker"] | ROLES["auditor"] | ROLES["agent"]

    def test_someone_who_has_left_may_do_nothing(self, gurpreet):
        operations.close_user(user_id=gurpreet.pk)
        assert queries.permissions_of(gurpreet.pk) == frozenset()
        assert gurpreet.pk not in queries.may_any("claim.decide")

    def test_a_customer_may_do_nothing_as_staff(self, benefit_centre):
        olwen = operations.add_user(username="olwen", name="Olwen Llŷr", kind=User.CUSTOMER)
        with pytest.raises(NotAllowedNow):
            operations.give_role(user_id=olwen.pk, team_id=benefit_centre.pk, role="agent")
        Membership.objects.create(user=olwen, team=benefit_centre, role="agent")
        assert queries.permissions_of(olwen) == frozenset()

    def test_nobody_signed_in_may_do_nothing(self):
        assert not queries.can(None, "customer.find")

    def test_a_slip_of_the_pen_is_not_a_no(self, gurpreet, benefit_centre):
        with pytest.raises(UnknownPermission):
            queries.can(gurpreet, "claim.decied")
        with pytest.raises(UnknownRole, match="caseworker"):
            operations.give_role(user_id=gurpreet.pk, team_id=benefit_centre.pk, role="casework")

    def test_skills_and_teams_are_read_in_one_statement_each(self, gurpreet, django_assert_num_queries):
        with django_assert_num_queries(2):
            assert queries.skills_of(gurpreet) == ("pensions", "welsh")
            assert [team.name for team in queries.teams_of(gurpreet)] == ["Pensions 3"]

    def test_a_password_is_kept_only_as_a_hash(self):
        precious = operations.add_user(username="precious", name="Precious Okafor", password="a long walk to Rhyl")
        assert "Rhyl" not in precious.password and precious.check_password("a long walk to Rhyl")
        assert not operations.add_user(username="tomasz", name="Tomasz Zieliński").has_usable_password()
