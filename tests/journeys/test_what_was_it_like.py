"""DOMAIN 7e: people are asked all the time, of every channel alike, and no reply says whose it is."""
from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from entitle.claims.models import Claim
from entitle.contacts import survey
from entitle.contacts.models import Contact, Message, SafeguardingPlan, SurveyOffer, SurveyReply
from entitle.customers.models import Customer
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM
from entitle.procedures.offer_surveys import offer_surveys
from entitle.procedures.open_safeguarding import open_safeguarding
from entitle.record.experience import experience

YESTERDAY, TODAY = datetime(2026, 6, 1, 10, tzinfo=UTC), datetime(2026, 6, 2, 9, tzinfo=UTC)
SCORES = {"right": "5", "easy": "4", "clear": "2", "supportive": "5"}


@pytest.fixture(autouse=True)
def _june():
    with clock.at(TODAY):
        yield


@pytest.fixture
def claimants(db):
    """Twelve who claimed yesterday: eight online, three by telephone and one on paper."""
    channels = ["online"] * 8 + ["telephone"] * 3 + ["clerical"]
    who = [Customer.objects.create(born_on=date(1960, 1, 1), created_at=YESTERDAY, language="en") for _ in channels]
    Claim.objects.bulk_create(
        Claim(scheme="state_pension", customer=each, channel=channel, state="received", protected_on=YESTERDAY.date(),
              started_at=YESTERDAY, submitted_at=YESTERDAY) for each, channel in zip(who, channels, strict=True))
    return who


@pytest.fixture
def two_a_day(monkeypatch):
    rules = survey.survey_rules()
    monkeypatch.setattr("entitle.procedures.offer_surveys.survey_rules",
                        lambda: survey.SurveyRules(**{**vars(rules), "offers_a_channel_a_day": 2}))


class TestWhoIsAsked:
    def test_as_many_of_each_channel_once_a_day_and_nobody_twice(self, claimants, two_a_day):
        assert offer_surveys(as_at=TODAY) == {"online": 2, "telephone": 2, "clerical": 1}
        assert offer_surveys(as_at=TODAY + timedelta(hours=2)) == {}
        Contact.objects.bulk_create(Contact(customer=each, channel="telephone", direction="in", state="ended",
                                            reason="progress", began_at=TODAY, ended_at=TODAY) for each in claimants)
        assert offer_surveys(as_at=TODAY + timedelta(days=1)) == {"online": 2, "telephone": 1}
        assert Counter(SurveyOffer.objects.values_list("occasion", flat=True)) == {"claim": 4, "paper": 1, "call": 3}
        assert max(Counter(SurveyOffer.objects.values_list("customer_id", flat=True)).values()) == 1
        assert Message.objects.filter(template="survey_offered").count() == 8

    def test_never_someone_who_died_or_may_be_in_danger(self, claimants):
        Customer.objects.filter(id=claimants[11].id).update(died_on=TODAY.date())
        open_safeguarding(customer=claimants[8], words="I want to die", channel="telephone", by=SYSTEM, as_at=YESTERDAY)
        assert offer_surveys(as_at=TODAY) == {"online": 8, "telephone": 2}


class TestWhatTheySay:
    @pytest.fixture
    def code(self, claimants):
        offer_surveys(as_at=TODAY)
        return SurveyOffer.objects.filter(channel="clerical").get().code

    def test_online_without_signing_in_and_once(self, code):
        client = Client()
        assert client.post(reverse("online_survey"), {"code": "SVY-0000"}).status_code == 422
        page = client.post(reverse("online_survey"), {"code": code.lower()})["Location"]
        assert client.post(page, {**SCORES, "easy": "6"}).status_code == 422
        assert "kept without your name" in client.post(page, {**SCORES, "words": "Kind."}).content.decode()
        assert client.post(page, SCORES)["Location"] == reverse("online_survey")
        reply = SurveyReply.objects.get()
        assert (reply.channel, reply.replied_by, reply.clear, reply.words) == ("clerical", "online", 2, "Kind.")
        assert not {"customer", "offer"} & {field.name for field in SurveyReply._meta.get_fields()}

    def test_on_paper_or_by_phone_keyed_by_the_same_code(self, code, as_user, an_officer):
        clerk = as_user(an_officer("clerk"))
        assert clerk.post(reverse("clerical_survey"), {**SCORES, "code": "SVY-0000"}).status_code == 422
        assert clerk.post(reverse("clerical_survey"), {**SCORES, "code": code}).status_code == 302
        assert SurveyReply.objects.get().replied_by == "clerical"

    def test_danger_in_their_words_is_still_heard(self, code):
        Client().post(reverse("online_survey_questions", args=[code]), {**SCORES, "words": "I want to die"})
        assert SafeguardingPlan.objects.get().customer_id == SurveyOffer.objects.get(code=code).customer_id


class TestWeightedResultAndIntervalByBenefitAndChannelNShownSmallCellsSuppressed:
    def test_as_a_team_leader_sees_it(self, claimants, as_user, an_officer):
        said = [("online", 5)] * 6 + [("telephone", 1)] * 5 + [("clerical", 5)] * 3
        SurveyReply.objects.bulk_create(
            SurveyReply(occasion="claim", channel=channel, scheme="state_pension", replied_on=YESTERDAY.date(),
                        replied_by=channel, right=score, easy=score, clear=score, supportive=score)
            for channel, score in said)
        found = experience(since=date(2025, 6, 2), until=TODAY.date())
        benefit = next(each for each in found.benefits if each.scheme == "state_pension")
        shown = {each.channel: (each.people, each.replies) for each in benefit.channels}
        assert shown == {"online": (8, 6), "telephone": (3, None), "clerical": (1, None)}
        assert benefit.together["right"].percent == 75, "nine of the twelve people, not nine of fourteen replies"
        page = as_user(an_officer("team_leader")).get(reverse("desk-experience")).content.decode()
        assert "State Pension" in page and "100% (60 to 100)" in page and "fewer than 5" in page
