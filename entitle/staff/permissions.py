"""What each role may do: code, not rows, so that it is reviewed like any other rule."""

from __future__ import annotations

CUSTOMER_WORK = frozenset({"customer.find", "customer.look", "work.see"})
CASE_WORK = CUSTOMER_WORK | {"claim.take", "evidence.record", "change.record", "paper.enter", "appointment.book",
                             "call.take"}

ROLES: dict[str, frozenset[str]] = {
    "agent": CASE_WORK | {"claim.refer"},
    "adviser": CASE_WORK | {"claim.refer", "appointment.keep"},
    "caseworker": CASE_WORK
    | {"claim.decide", "claim.refer", "questions.answer", "representative.appoint", "complaint.answer"},
    "decision_maker": CASE_WORK
    | {"claim.decide", "claim.refer", "questions.answer", "reconsideration.decide", "representative.appoint",
       "complaint.answer"},
    "team_leader": CASE_WORK
    | {"claim.decide", "claim.refer", "representative.appoint", "work.assign", "looks.check", "restricted.set",
       "appointment.keep", "contingency.switch", "complaint.answer"},
    "special_customer_officer": CASE_WORK
    | {"claim.decide", "customer.look_restricted", "restricted.set", "complaint.answer"},
    "payment_officer": CUSTOMER_WORK | {"payment.run", "payment.see"},
    "payment_releaser": CUSTOMER_WORK | {"payment.release", "payment.see"},
    "clerk": frozenset({"customer.find", "customer.look", "paper.enter", "evidence.record", "work.see"}),
    "health_professional": frozenset({"questions.answer", "work.see"}),
    "auditor": frozenset({"audit.see", "looks.check", "work.see"}),
    "administrator": frozenset({"staff.manage"}),
}

USUAL_SKILLS: dict[str, tuple[str, ...]] = {
    "agent": ("telephone", "safeguarding"),
    "adviser": ("interviews",),
    "caseworker": ("decisions", "evidence", "changes", "assessments", "complaints"),
    "decision_maker": ("decisions", "evidence", "reconsiderations", "specialist", "assessments", "complaints"),
    "team_leader": ("decisions", "supervision", "bereavement", "records", "safeguarding", "interviews", "complaints"),
    "special_customer_officer": ("decisions", "safeguarding", "complaints"),
    "payment_officer": ("payments",),
    "payment_releaser": ("payments",),
    "clerk": ("evidence", "records"),
    "health_professional": ("assessments",),
}
"""What somebody in a role is trained in, unless it is said otherwise: without any, their queue would be empty."""

PERMISSIONS: frozenset[str] = frozenset().union(*ROLES.values())


class UnknownRole(LookupError):
    """No such role; the message lists those there are."""


class UnknownPermission(LookupError):
    """No role has a permission of that name, so it is a slip of the pen."""


def permissions_of_role(role: str) -> frozenset[str]:
    """What a role may do. Raises UnknownRole."""
    if role not in ROLES:
        raise UnknownRole(f"'{role}' is not a role: use one of {', '.join(sorted(ROLES))}")
    return ROLES[role]


def check_permission(permission: str) -> None:
    """Raises UnknownPermission for a name that no role has."""
    if permission not in PERMISSIONS:
        raise UnknownPermission(
            f"'{permission}' is not a permission: the permissions are {', '.join(sorted(PERMISSIONS))}"
        )
