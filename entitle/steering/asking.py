"""Whether somebody asks for a person. They always reach one."""
from __future__ import annotations

import re

_PERSON = (r"(?:person|people|human(?: being)?|agent|advis[eo]r|operator|representative|real person|someone real|"
           r"somebody real|customer services?|person dynol|asiant|cynghorydd)")
_ASKING = re.compile(
    rf"^\W*(?:please |just |a |an |live |real |actual )*{_PERSON}\b|"
    rf"\b(?:speak|talk|chat|put me through|get me|connect me|transfer me|pass me|want|need|siarad)\b[\w' ]{{0,24}}?"
    rf"\b(?:real |actual |live |human |proper )?{_PERSON}\b(?! (?:from|who|that|i |we |appoint|to (?:act|rep)))|"
    r"\bnot a (?:machine|robot|computer|bot)\b", re.IGNORECASE)
_BARE = re.compile(
    rf"^\W*(?:(?:hello|hi|can|could|may|i|id|i'd|would|like|want|wanna|need|to|just|speak|talk|with|a|an|the|real|live|"
    rf"actual|please|put|me|through|get|give|some|ga|siarad|hoffwn|[âa]|gyda|efo|{_PERSON}|someone|somebody|rhywun|now)"
    r"\W*)+$", re.IGNORECASE)
_NOBODY = re.compile(rf"{_PERSON}|someone|somebody|rhywun", re.IGNORECASE)


def asks_for_a_person(words: str) -> bool:
    """Whether the first thing said is a person or an agent, or one is asked for anywhere."""
    return bool(_ASKING.search(words)) or only_asks_for_a_person(words)


def only_asks_for_a_person(words: str) -> bool:
    """Whether that is all that is said."""
    return bool(_BARE.match(words)) and bool(_NOBODY.search(words))
