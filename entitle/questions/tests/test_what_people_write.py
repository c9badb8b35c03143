from datetime import date

import pytest

from entitle.questions.kinds.answering import Checks, Unanswerable
from entitle.questions.tests.household import HOUSEHOLD, OLWEN, ask, field


def read(fact, posted, **checks):
    name = field(fact)
    if isinstance(posted, str):
        posted = {"": posted}
    return ask(fact).parse({name + part: text for part, text in posted.items()}, checks=Checks(**checks))


def refused(fact, posted, **checks):
    with pytest.raises(Unanswerable) as caught:
        read(fact, posted, **checks)
    [error] = caught.value.errors
    return error.field_id.removeprefix(field(fact)), error.message


class TestANameIsKeptAsItIsWritten:
    @pytest.mark.parametrize(
        "family",
        [
            "O'Neill",
            "Ní Dhomhnaill",
            "d’Arcy-Jones",
            "Llŷr",
            "Ó Súilleabháin",
            "Nguyễn",
            "李",
            "van der Berg",
            "Smith Jr.",
            "Ngũgĩ",
            "Al-Ḥasan",
            "Nuʼu",
        ],
    )
    def test_whatever_its_letters_and_marks(self, family):
        assert read("person.name", {"-given": "Siân", "-family": family}) == {"given": "Siân", "family": family}

    def test_with_its_spaces_put_right(self):
        assert read("person.name", {"-given": "  Mary   Ann ", "-family": "Jones\u200b"}) == {
            "given": "Mary Ann",
            "family": "Jones",
        }

    def test_with_loose_accents_joined_to_their_letters(self):
        assert read("person.name", {"-given": "Sia\u0302n", "-family": "Rees"})["given"] == "Siân"

    def test_and_what_is_no_name_is_said_back(self):
        place, words = refused("person.name", {"-given": "J0hn", "-family": "Rees"})
        assert (
            place == "-given"
            and words.en == "First names must be letters, with any spaces, hyphens and apostrophes. You wrote 'J0hn'."
        )
        assert "Rydych wedi ysgrifennu 'J0hn'" in words.cy

    def test_and_half_a_name_asks_for_the_other_half(self):
        assert refused("person.name", {"-given": "Olwen"})[1].en == "Enter a last name"
        assert refused("person.name", {})[0] == "-given"


class TestADateIsRead:
    @pytest.mark.parametrize(
        "posted",
        [
            {"-day": "12", "-month": "3", "-year": "1960"},
            {"-day": "12", "-month": "March", "-year": "1960"},
            {"-day": " 12", "-month": "mar", "-year": "1960 "},
            {"-day": "12", "-month": "Mawrth", "-year": "1960"},
            {"-day": "12 Mar 1960"},
            {"-day": "12/3/1960"},
            {"-day": "12.03.1960"},
            {"": "12th March 1960"},
            {"": "1960-03-12"},
        ],
    )
    def test_however_it_is_written(self, posted):
        assert read("person.born_on", posted) == date(1960, 3, 12)

    @pytest.mark.parametrize(
        "month, number", [("ionawr", 1), ("Chwef", 2), ("Mai", 5), ("Gorff", 7), ("sept", 9), ("RHAG.", 12)]
    )
    def test_with_a_month_named_in_either_language(self, month, number):
        assert read("person.born_on", {"-day": "1", "-month": month, "-year": "1960"}).month == number

    @pytest.mark.parametrize(
        "posted, place, en",
        [
            ({}, "-day", "Enter your date of birth"),
            ({"-day": "12", "-month": "3"}, "-year", "Date of birth must include a year"),
            ({"-year": "1960"}, "-day", "Date of birth must include a day and a month"),
            (
                {"-day": "31", "-month": "2", "-year": "1960"},
                "-day",
                "Date of birth must be a real date, like 27 3 1960. You wrote '31 2 1960'.",
            ),
            (
                {"-day": "3", "-month": "Smarch", "-year": "1960"},
                "-month",
                "Date of birth must be a real date, like 27 3 1960. You wrote '3 Smarch 1960'.",
            ),
            (
                {"-day": "3", "-month": "4", "-year": "60"},
                "-year",
                "Date of birth: the year must have 4 numbers, like 1960. You wrote '60'.",
            ),
            ({"-day": "1", "-month": "1", "-year": "2027"}, "-day", "Date of birth must be today or in the past"),
        ],
    )
    def test_or_the_very_part_that_is_wrong_is_named(self, posted, place, en):
        where, words = refused("person.born_on", posted, today=date(2026, 11, 22))
        assert (where, words.en) == (place, en) and words.cy and words.cy != words.en

    def test_and_nothing_is_too_late_where_nobody_says_what_day_it_is(self):
        assert read("person.born_on", {"": "2150-01-01"}) == date(2150, 1, 1)


class TestMoneyIsRead:
    @pytest.mark.parametrize(
        "text, pence", [("432.50", 43250), ("£432.50", 43250), ("£1,234", 123400), ("1234.5", 123450), ("0", 0)]
    )
    def test_with_pounds_signs_and_commas(self, text, pence):
        assert read("home.rent", {"": text, "-per": "month"}) == {"pence": pence, "per": "month"}

    def test_as_plain_pence_where_the_period_is_settled(self):
        assert read("home.ground_rent", {"": "£100"}) == 10000

    @pytest.mark.parametrize("text", ["432,5o", "twelve", "-5", "1.234", "50p", "٤٣", "9" * 40])
    def test_or_said_back_with_an_example(self, text):
        place, words = refused("home.rent", {"": text, "-per": "week"})
        assert place == "" and words.en == f"Rent must be an amount of money, like 432.50. You wrote '{text}'."
        assert words.cy.startswith("Rhent: rhaid iddo fod yn swm o arian")

    def test_and_a_slip_of_the_finger_is_caught(self):
        assert refused("home.rent", {"": "9999999999", "-per": "week"})[1].en.startswith(
            "Rent must be £1,000,000,000.00 or less."
        )

    def test_and_asks_how_often_when_that_was_left_out(self):
        place, words = refused("home.rent", {"": "50"})
        assert place == "-per" and words.en == "Rent: choose whether it is a week, a fortnight or a month"


class TestNumbersAndCodes:
    @pytest.mark.parametrize("text", ["AB123456C", "ab 12 34 56 c", "ab-12-34-56-c", " AB 123456 C "])
    def test_a_national_insurance_number_may_be_spaced_and_in_small_letters(self, text):
        assert read("person.nino", text) == "AB123456C"

    @pytest.mark.parametrize("text", ["12 34 56", "BG123456C", "AB12345C", "AB١٢٣٤٥٦C"])
    def test_a_wrong_national_insurance_number_is_said_back(self, text):
        assert refused("person.nino", text)[1].en.endswith(f"like QQ 12 34 56 C. You wrote '{text}'.")

    @pytest.mark.parametrize(
        "text, number",
        [
            ("07700 900123", "+447700900123"),
            ("+44 7700 900 123", "+447700900123"),
            ("(01632) 960-001", "+441632960001"),
            ("+44 (0)1632 960001", "+441632960001"),
            ("0044 1632 960001", "+441632960001"),
            ("+353 1 234 5678", "+35312345678"),
        ],
    )
    def test_a_phone_number_may_be_written_any_way(self, text, number):
        assert read("person.phone", text) == number

    @pytest.mark.parametrize("text", ["12345", "0000 000 0000", "call me", "+44 123"])
    def test_a_wrong_phone_number_is_said_back(self, text):
        assert f"You wrote '{text}'" in refused("person.phone", text)[1].en

    @pytest.mark.parametrize(
        "text, code", [("cf101aa", "CF10 1AA"), ("CF10 1AA", "CF10 1AA"), ("m1 1ae", "M1 1AE"), ("ec1a1bb", "EC1A 1BB")]
    )
    def test_a_postcode_needs_neither_capitals_nor_its_space(self, text, code):
        assert read("home.old_postcode", text) == code

    def test_half_a_postcode_is_said_back(self):
        words = refused("home.old_postcode", "CF10")[1]
        assert words.en == "Old postcode must be a full UK postcode, like CF10 1AA. You wrote 'CF10'."

    @pytest.mark.parametrize("text", ["olwen@example.com", "o'neill+x@mail.example.co.uk", "siân@enghraifft.cymru"])
    def test_an_email_address_is_kept_as_it_is(self, text):
        assert read("person.email", text) == text

    @pytest.mark.parametrize(
        "text", ["olwen", "olwen@", "@example.com", "a b@example.com", "a@b@example.com", "a@example", "a@example..com"]
    )
    def test_a_wrong_email_address_is_said_back(self, text):
        assert (
            refused("person.email", text)[1].en == f"Email address must be like name@example.com. You wrote '{text}'."
        )

    @pytest.mark.parametrize(
        "text, en",
        [
            ("twelve", "Number of children must be a whole number, like 3. You wrote 'twelve'."),
            ("2.5", "Number of children must be a whole number, like 3. You wrote '2.5'."),
            ("31", "Number of children must be a whole number from 0 to 30. You wrote '31'."),
            ("9" * 5000, "Number of children must be a whole number, like 3. You wrote '" + "9" * 59 + "…'."),
        ],
    )
    def test_a_count_is_a_whole_number_within_reason(self, text, en):
        assert refused("household.rooms", text)[1].en == en


class TestABankAccountIsRead:
    GOOD = {"-account-name": "O Llŷr", "-sort-code": "30-94-30", "-account-number": "733445", "-roll-number": ""}

    def test_with_dashes_and_the_leading_noughts_it_lost(self):
        assert read("person.bank_account", self.GOOD) == {
            "sort_code": "309430",
            "account_number": "00733445",
            "account_name": "O Llŷr",
            "roll_number": "",
        }

    @pytest.mark.parametrize(
        "part, text, en",
        [
            ("-sort-code", "30-94", "Sort code must be 6 numbers, like 30 94 30. You wrote '3094'."),
            ("-account-number", "12345", "Account number must be 6 to 8 numbers, like 00733445. You wrote '12345'."),
            ("-account-name", "", "Enter the name on the account"),
            ("-sort-code", "", "Enter a sort code"),
            (
                "-roll-number",
                "A" * 19,
                "Roll number must be 1 to 18 letters and numbers, with any spaces, dots, dashes or "
                f"slashes. You wrote '{'A' * 19}'.",
            ),
        ],
    )
    def test_or_the_field_that_is_wrong_is_named(self, part, text, en):
        place, words = refused("person.bank_account", {**self.GOOD, part: text})
        assert (place, words.en) == (part, en) and words.cy

    def test_and_one_that_no_bank_can_have_is_refused(self):
        place, words = refused(
            "person.bank_account", self.GOOD, account_can_exist=lambda sort_code, account: sort_code != "309430"
        )
        assert place == "-sort-code" and words.en.startswith("No bank has an account")


class TestAnAddressIsRead:
    def test_with_the_lines_that_were_used(self):
        posted = {"-line-1": "1 Stryd Fawr", "-line-2": "", "-town": "Caerdydd", "-county": "", "-postcode": "cf101aa"}
        assert read("home.address", posted) == {"lines": ["1 Stryd Fawr", "Caerdydd"], "postcode": "CF10 1AA"}

    def test_and_every_part_that_is_lacking_is_named_at_once(self):
        with pytest.raises(Unanswerable) as caught:
            read("home.address", {"-line-2": "Flat 2", "-postcode": "nowhere"})
        assert [error.field_id for error in caught.value.errors] == [
            "home-address-line-1",
            "home-address-town",
            "home-address-postcode",
        ]


class TestNothingAtAll:
    def test_is_an_answer_to_an_optional_question(self):
        assert all(question.parse({}) is None for question in HOUSEHOLD if question.optional)

    def test_is_refused_in_both_languages_everywhere_else(self):
        for question in HOUSEHOLD:
            if not question.optional:
                with pytest.raises(Unanswerable) as caught:
                    question.parse({})
                [error] = caught.value.errors
                assert error.message.en and error.message.cy and error.field_id.startswith(question.field_id)

    def test_is_what_spaces_are(self):
        assert read("person.email", "   \u200b ") is None

    def test_a_stored_value_is_checked_like_a_written_one(self):
        for question in HOUSEHOLD:
            assert question.check(OLWEN.get(question.fact)) == ()
            assert question.check(object()) != ()
