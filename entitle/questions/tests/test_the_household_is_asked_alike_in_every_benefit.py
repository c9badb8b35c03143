import pytest

from entitle.facts.dictionary import SHARED, Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import health, household, housing, identity, savings, work
from entitle.questions.kinds import YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import walk

HOUSEHOLD = QuestionSet(name="household", title=Words("Your household", cy="Eich aelwyd"), questions=(
    household.HAS_PARTNER, household.PARTNER_NAME, household.PARTNER_BORN_ON, household.PARTNER_NINO,
    household.PARTNER_EMAIL, household.HAS_CHILDREN, household.CHILDREN))
MONEY = QuestionSet(name="money", title=Words("Your money", cy="Eich arian"), questions=(
    housing.IN_GREAT_BRITAIN, housing.PAYS_RENT, housing.RENTS_FROM, housing.RENT, housing.RENT_PAID_EVERY,
    work.IS_WORKING, work.HOURS_PER_WEEK, work.EARNINGS_PER_WEEK, work.EARNINGS_PER_MONTH, work.IN_EDUCATION,
    savings.HAS_PENSION, savings.PENSION_PER_WEEK, savings.PENSION_PER_MONTH, savings.SAVINGS, health.CONDITION,
    health.NEAR_END_OF_LIFE, health.FIT_NOTE_FROM, health.FIT_NOTE_UNTIL))
OF_PARTNER = QuestionSet(name="partner", title=Words("About you", cy="Amdanoch chi"), questions=tuple(
    household.of_partner(question) for question in (identity.NAME, work.IS_WORKING, work.EARNINGS_PER_MONTH)))
SETS = [HOUSEHOLD, MONEY, OF_PARTNER]


class TestTheHousehold:
    def test_of_someone_alone_is_two_questions(self):
        answers = {"household.has_partner": False, "household.has_children": False}
        assert [question.fact for question in walk(HOUSEHOLD, answers).asked] == list(answers)
        assert walk(HOUSEHOLD, answers).complete

    def test_of_a_couple_names_the_partner_but_not_necessarily_their_number(self):
        answers = {"household.has_partner": True, "partner.name": {"given": "Llŷr", "family": "d’Arcy-Jones"},
                   "partner.born_on": "1990-02-01", "partner.nino": None, "partner.email": None}
        assert walk(HOUSEHOLD, answers).next.fact == "household.has_children"

    def test_lists_each_child_with_what_a_benefit_asks_besides(self):
        asked = household.children(household.CHILD_IN_EDUCATION).bound_to(Dictionary())
        assert [part.fact for part in asked.kind.questions] == ["child.name", "child.born_on", "child.in_education"]


class TestAPartner:
    def test_is_asked_what_the_claimant_is_asked_but_fills_the_partners_facts(self):
        assert OF_PARTNER.facts == ("partner.name", "partner.is_working", "partner.earnings_per_month")
        assert OF_PARTNER.question("partner.name").ask == identity.NAME.ask

    def test_is_asked_on_the_condition_that_holds_of_them_and_not_of_the_claimant(self):
        known = {"person.is_working": True, "partner.name": {"given": "Siân", "family": "O'Neill"},
                 "partner.is_working": False}
        assert walk(OF_PARTNER, known).complete

    def test_has_every_fact_of_the_claimants_that_is_asked_of_both(self):
        facts = Dictionary()
        assert facts["partner.born_on"].kind == facts["person.born_on"].kind
        assert not facts["partner.savings"].lasting
        assert "partner.bank_account" not in facts

    def test_cannot_be_asked_on_a_condition_of_an_unknown_sort(self):
        with pytest.raises(TypeError):
            household.of_partner(Question(fact="person.is_working", kind=YesNo(), ask=Words("?"), when=object()))


class TestTheDictionary:
    def test_names_every_shared_fact_once_and_in_both_languages(self):
        names = [fact.name for fact in SHARED]
        assert len(names) == len(set(names))
        assert [fact.name for fact in SHARED if not fact.label.cy] == []
