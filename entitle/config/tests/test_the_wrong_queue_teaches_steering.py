"""`entitle misroutes`: what was said by callers who came to the wrong queue, set out to be taught."""
from __future__ import annotations

import csv

import pytest
from django.core.management import CommandError, call_command

from entitle.procedures.answer_call import answer_call
from entitle.procedures.tests.calling import after, agent, waiting
from entitle.procedures.transfer_call import transfer_call
from entitle.steering.steer import steer
from entitle.steering.utterance import load_utterances

SAYS = "you see that money for minding the kids while I'm at work"


@pytest.mark.django_db
class TestCallersWhoCameToTheWrongQueue:
    @pytest.fixture
    def set_out(self, tmp_path):
        precious = agent("Precious Okafor")
        for caller, right in (("joan", "Q_CHILDCARE"), ("winston", "Q_PIP_ENQ")):
            call = waiting(caller, 0, summary=steer(SAYS).summary)
            answer_call(call=call, agent=precious, as_at=after(5))
            transfer_call(call=call, queue=right, note="Not ours", agent=precious, as_at=after(60), was_misrouted=True)
        path = tmp_path / "misrouted.csv"
        call_command("misroutes", "--since", "2026-11-23", "--out", str(path))
        return path

    def test_each_row_has_their_words_and_the_intent_where_the_right_queue_has_but_one(self, set_out):
        with set_out.open(encoding="utf-8", newline="") as opened:
            rows = [(row["intent"], row["also"], row["utterance"]) for row in csv.DictReader(opened)]
        assert rows == [("childcare_costs", "", SAYS), ("", "pip_change_review|pip_progress", SAYS)]

    def test_a_row_that_nobody_has_labelled_is_not_taught(self, set_out):
        with pytest.raises(CommandError, match="there is no intent called ''"):
            call_command("steer", "--train", "--also", str(set_out))

    def test_what_was_labelled_can_be(self, set_out):
        labelled = set_out.with_name("labelled.csv")
        heading, first, _ = set_out.read_text(encoding="utf-8").splitlines()
        labelled.write_text(f"{heading}\n{first}\n", encoding="utf-8")
        assert [each.intent for each in load_utterances(labelled)] == ["childcare_costs"]
