"""DOMAIN 7e, 'Satisfaction only yearly survey', and 5, 'Voices of the excluded': the sums, by hand."""
from __future__ import annotations

from entitle.contacts.survey import Heard, Share, may_be_shown, share_satisfied, who_is_heard


class TestWeightedResultAndInterval:
    def test_a_channel_counts_by_its_share_of_the_caseload_and_not_by_who_replied(self):
        """86 of 100 replies, but 62 per cent of the people: 0.3 x 90% + 0.7 x 50%; as sure as 20 replies would be."""
        assert share_satisfied(satisfied={"online": 81, "telephone": 5}, replies={"online": 90, "telephone": 10},
                               caseload={"online": 300, "telephone": 700}) == Share(100, 62, 40, 80)

    def test_ten_of_ten_is_not_certainty(self):
        assert share_satisfied(satisfied={"clerical": 10}, replies={"clerical": 10},
                               caseload={"clerical": 3}) == Share(10, 100, 72, 100)

    def test_none_of_five_is_not_certainty_either(self):
        assert share_satisfied(satisfied={}, replies={"online": 5}, caseload={"online": 8}) == Share(5, 0, 0, 44)

    def test_a_channel_that_nobody_replied_of_has_no_say_and_no_reply_at_all_no_result(self):
        people = {"online": 1, "telephone": 99}
        alone = share_satisfied(satisfied={"online": 4}, replies={"online": 4}, caseload=people)
        assert alone == Share(4, 100, 51, 100)
        assert share_satisfied(satisfied={}, replies={}, caseload=people) is None


class TestSmallCellsAreNotShown:
    def test_nor_one_from_which_a_single_hidden_one_could_be_worked_out(self):
        assert may_be_shown({"online": 40, "telephone": 9, "clerical": 4}, at_least=5) == {"online"}

    def test_two_hidden_ones_hide_each_other_and_nought_tells_of_nobody(self):
        assert may_be_shown({"online": 40, "telephone": 4, "clerical": 4, "system": 0}, at_least=5) == {
            "online", "system"}
        assert may_be_shown({"online": 5, "telephone": 5}, at_least=5) == {"online", "telephone"}


class TestAlarmIfDigitalShareExceedsCaseloadShareByMoreThanTenPoints:
    def test_not_at_ten_and_at_the_first_reply_over(self):
        people = {"online": 500, "telephone": 300, "clerical": 200}
        assert who_is_heard(replies={"online": 60, "telephone": 40}, caseload=people) == Heard(100, 60, 50, False)
        assert who_is_heard(replies={"online": 601, "telephone": 399}, caseload=people) == Heard(1000, 60, 50, True)
        assert who_is_heard(replies={}, caseload=people) is None
