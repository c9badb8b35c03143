"""Sign-ins, teams and skills; the offices where people are seen; the checks of looks: the tables."""
from entitle.staff.models.contingency import Contingency, OfflineDevice, contingency_code
from entitle.staff.models.office import Adviser, Office, office_code
from entitle.staff.models.people import (
    LookCheck,
    Membership,
    Skill,
    Team,
    User,
    UserManager,
    team_code,
    user_code,
)

__all__ = ["Adviser", "Contingency", "LookCheck", "Membership", "Office", "OfflineDevice", "Skill", "Team", "User",
           "UserManager", "contingency_code", "office_code", "team_code", "user_code"]
