"""The twelve activities of Schedule 1, in its order: ten of daily living and two of mobility."""
from entitle.schemes.pip.activities.activity import CHANGES, Activity
from entitle.schemes.pip.activities.living import LIVING
from entitle.schemes.pip.activities.looking_after_yourself import LOOKING_AFTER_YOURSELF
from entitle.schemes.pip.activities.moving import MOBILITY

DAILY_LIVING = (*LOOKING_AFTER_YOURSELF, *LIVING)
ACTIVITIES = (*DAILY_LIVING, *MOBILITY)

__all__ = ["ACTIVITIES", "CHANGES", "DAILY_LIVING", "MOBILITY", "Activity"]
