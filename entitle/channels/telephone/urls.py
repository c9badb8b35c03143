"""The addresses of the telephone door: codes only, never who someone is."""

from __future__ import annotations

from django.urls import path

from entitle.channels.telephone import (
    asked,
    call_backs,
    caller,
    changes,
    choose,
    claim_sent,
    complaint,
    end,
    find,
    helper,
    identity,
    interview,
    look_again,
    on_the_line,
    open_record,
    practice,
    ready,
    register,
    script,
    standing,
    statement,
    what_could_they_get,
)

_CALL = "call/<str:call>/"
_LINE = "line/<str:line>/"
_ASKED = f"{_CALL}asked/<str:asked>/"
_CLAIM = f"{_CALL}claim/<str:claim>/"

urlpatterns = [
    path("", find.find, name="telephone_find"),
    path("call-backs/", call_backs.call_backs, name="telephone_call_backs"),
    path("call-backs/<str:code>/", call_backs.call_back, name="telephone_call_back"),
    path("call-backs/<str:code>/ring/", call_backs.ring, name="telephone_ring"),
    path("register/", register.register, name="telephone_register"),
    path("open/<str:customer>/", open_record.open_record, name="telephone_open"),
    path("practice/", practice.start, name="telephone_practice"),
    path("practice/check/", practice.check, name="telephone_practice_check"),
    path("practice/<slug:slug>/", practice.question, name="telephone_practice_question"),
    path("ready/", ready.ready, name="telephone_ready"),
    path("ready/next/", ready.next_call, name="telephone_next"),
    path("ready/begin/", standing.begin, name="telephone_begin"),
    path("ready/break/", standing.stop, name="telephone_break"),
    path("ready/standing/", standing.standing, name="telephone_standing"),
    path(_LINE, on_the_line.line, name="telephone_line"),
    path(f"{_LINE}answer/", on_the_line.answer, name="telephone_answer"),
    path(f"{_LINE}hold/", on_the_line.hold, name="telephone_hold"),
    path(f"{_LINE}resume/", on_the_line.resume, name="telephone_resume"),
    path(f"{_LINE}transfer/", on_the_line.transfer, name="telephone_transfer"),
    path(f"{_LINE}wrap-up/", on_the_line.wrap_up, name="telephone_wrap_up"),
    path(_CALL, caller.caller, name="telephone_caller"),
    path(f"{_CALL}identity/", identity.confirm, name="telephone_identity"),
    path(f"{_CALL}change/<slug:kind>/", changes.change, name="telephone_change"),
    path(f"{_CALL}death/", changes.death, name="telephone_death"),
    path(f"{_CALL}complaint/", complaint.complain, name="telephone_complaint"),
    path(f"{_CALL}done/", changes.done, name="telephone_done"),
    path(f"{_CALL}look-again/<str:decision>/", look_again.look_again, name="telephone_look_again"),
    path(f"{_CALL}helper/", helper.add, name="telephone_helper"),
    path(f"{_CALL}helper/here/", helper.here, name="telephone_helper_here"),
    path(f"{_ASKED}", asked.start, name="telephone_asked"),
    path(f"{_ASKED}check/", asked.check, name="telephone_asked_check"),
    path(f"{_ASKED}<slug:slug>/", asked.question, name="telephone_asked_question"),
    path(f"{_CALL}what-could-they-get/", what_could_they_get.what_could_they_get, name="telephone_possible"),
    path(f"{_CALL}interview/", interview.interview, name="telephone_interview"),
    path(f"{_CALL}interview/change/", interview.change, name="telephone_interview_change"),
    path(f"{_CALL}interview/<str:interview>/why/", interview.cause, name="telephone_interview_cause"),
    path(f"{_CALL}end/", end.end, name="telephone_end"),
    path(f"{_CALL}together/", choose.choose, name="telephone_choose"),
    path(f"{_CALL}start/<slug:scheme>/", script.start, name="telephone_start"),
    path(f"{_CLAIM}check/", script.check, name="telephone_check"),
    path(f"{_CLAIM}statement/", statement.statement, name="telephone_statement"),
    path(f"{_CLAIM}stop/", script.stop, name="telephone_stop"),
    path(f"{_CLAIM}council-form/", claim_sent.council_form, name="telephone_council_form"),
    path(f"{_CLAIM}sent/", claim_sent.sent, name="telephone_sent"),
    path(f"{_CLAIM}<slug:slug>/", script.question, name="telephone_question"),
]
