"""Whatever somebody claims, one script asks it all: benefits new and old need no table of each other."""

from itertools import combinations, permutations

from entitle.blueprint import registry
from entitle.blueprint.hearing import heard_by
from entitle.questions.together import together

SCHEMES = registry.schemes()
CHOSEN = [*permutations(SCHEMES, 2), *(some for many in range(3, len(SCHEMES) + 1)
                                       for some in combinations(SCHEMES, many))]


def test_each_thing_is_asked_once_and_nothing_is_left_out():
    for chosen in CHOSEN:
        asked = together([SCHEMES[name].claim for name in chosen]).facts
        assert len(asked) == len(set(asked)), chosen
        assert set(asked) == {fact for name in chosen for fact in SCHEMES[name].claim.facts}


def test_no_claim_is_told_what_another_body_or_another_person_has_to_tell():
    for scheme in SCHEMES.values():
        others = {fact for each in scheme.further for fact in each.questions.facts} | set(scheme.record_facts)
        assert heard_by(scheme) & others <= set(scheme.claim.facts) <= heard_by(scheme), scheme.name
