"""A new agent completes scripted claims in practice mode with no live side effects (DOMAIN 1c)."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.urls import reverse

from entitle.blueprint import registry
from entitle.facts.fact import from_json
from entitle.simulation.practising import CALLERS, says
from tests.journeys.walking import text, walk

SCHEMES = registry.schemes()


@pytest.fixture
def agent(db, an_officer, as_user):
    return as_user(an_officer())


def rows():
    """How many rows every table has, sessions apart."""
    return {model.__name__: model.objects.count() for model in apps.get_models() if model is not Session}


def begin(agent, chosen, caller=0):
    return agent.post(reverse("telephone_practice"), {"benefits": chosen, "caller": caller})["Location"]


@pytest.mark.parametrize("caller", CALLERS, ids=lambda person: person.family)
def test_a_made_up_caller_has_a_right_answer_to_every_question_of_every_benefit(caller):
    for scheme in SCHEMES.values():
        for question in scheme.claim:
            told = says(caller, question)
            value = None if told is None else from_json(scheme.dictionary[question.fact], told)
            assert question.check(value) == (), question.fact


def test_a_claim_is_practised_to_its_end_and_no_table_is_written(agent):
    before, questions = rows(), SCHEMES["jsa"].claim
    said = {question.fact: says(CALLERS[0], question) for question in questions}
    check, asked = walk(agent, begin(agent, ["jsa"]), questions, said)
    done = text(agent.post(check, {"declared": "yes"}))
    assert f"All {len(asked)} answers are as the caller said." in done
    assert rows() == before


def test_every_page_says_that_it_is_practice_and_what_the_caller_says(agent):
    first = begin(agent, ["jsa", "pip"], caller=2)
    page = text(agent.get(first))
    assert "Practice with Gwenllian Llŷr, who is made up" in page and "Gwenllian Llŷr says:" in page
    assert "Nothing here is kept, sent, paid or counted." in page and 'lang="cy"' in page and "Guidance" in page
    assert "Stop the practice" in page and "Caller’s page" not in page


def test_a_slip_is_named_at_the_end_and_the_practice_is_forgotten(agent):
    questions = SCHEMES["jsa"].claim
    said = {question.fact: says(CALLERS[1], question) for question in questions} | {"person.letter_format": "braille"}
    check, asked = walk(agent, begin(agent, ["jsa"], caller=1), questions, said)
    done = text(agent.post(check, {"declared": "yes"}))
    assert f"{len(asked) - 1} of {len(asked)} answers are as the caller said." in done
    assert "How letters are sent" in done and "sent, paid" in done
    assert agent.get(check)["Location"] == reverse("telephone_practice")


def test_nothing_chosen_is_said_and_only_who_may_take_claims_may_practise(agent, an_officer, as_user):
    assert agent.post(reverse("telephone_practice"), {}).status_code == 422
    assert as_user(an_officer("auditor", "Ann")).get(reverse("telephone_practice")).status_code == 403
