"""What each request is given: its language, its reference and its safe headers."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from entitle.pages.language import LanguageMiddleware, language, language_choices
from entitle.pages.request_reference import RequestReferenceMiddleware
from entitle.pages.security import SecurityHeadersMiddleware
from entitle.pages.typed import NulMiddleware, whole_number


class Someone:
    is_authenticated = True

    def __init__(self, language):
        self.language = language


def answered(path="/", user=None, cookie="", **headers):
    request = RequestFactory().get(path, headers=headers)
    request.user = user or AnonymousUser()
    if cookie:
        request.COOKIES["entitle_language"] = cookie
    return LanguageMiddleware(lambda _: HttpResponse(language()))(request)


class TestChoosingALanguage:
    def test_english_where_nothing_says_otherwise(self):
        assert answered().content == b"en"

    def test_the_browsers_wish_is_followed(self):
        assert answered(accept_language="fr, cy;q=0.9, en;q=0.5").content == b"cy"

    def test_the_record_comes_before_the_browser(self):
        assert answered(user=Someone("cy"), accept_language="en").content == b"cy"

    def test_a_choice_made_here_comes_before_the_record(self):
        assert answered(user=Someone("cy"), cookie="en").content == b"en"

    def test_the_switch_is_remembered_and_keeps_the_page(self):
        response = answered("/list?page=2&lang=cy")
        assert response.content == b"cy"
        assert response.cookies["entitle_language"].value == "cy"
        hrefs = [choice.href for choice in language_choices(RequestFactory().get("/list?page=2"))]
        assert hrefs == ["/list?page=2&lang=en", "/list?page=2&lang=cy"]

    def test_a_language_we_do_not_speak_is_ignored(self):
        assert answered("/?lang=xx", cookie="<script>").content == b"en"


class TestTheReferenceOfARequest:
    def reply(self, **headers):
        request = RequestFactory().get("/", headers=headers)
        return RequestReferenceMiddleware(lambda asked: HttpResponse(asked.reference))(request)

    def test_is_made_where_none_came(self):
        response = self.reply()
        assert len(response.content) == 16
        assert response.headers["X-Request-Id"] == response.content.decode()

    def test_is_kept_where_the_proxy_gave_one(self):
        assert self.reply(x_request_id="abc-12345678").content == b"abc-12345678"

    @pytest.mark.parametrize("given", ["<script>", "a", "x" * 200, "a b c d e f g"])
    def test_is_replaced_where_it_could_forge_a_log_line(self, given):
        assert self.reply(x_request_id=given).content.decode() != given


class TestSafeHeaders:
    def test_nothing_inline_runs_and_nobody_frames_us(self):
        policy = SecurityHeadersMiddleware(lambda _: HttpResponse())(RequestFactory().get("/")).headers[
            "Content-Security-Policy"
        ]
        assert "default-src 'self'" in policy
        assert "unsafe-inline" not in policy
        for part in ("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"):
            assert part in policy

    def test_a_signed_in_page_is_never_stored(self):
        request = RequestFactory().get("/")
        request.user = Someone("en")
        assert "no-store" in SecurityHeadersMiddleware(lambda _: HttpResponse())(request).headers["Cache-Control"]


class TestWhatNobodyCanType:
    """A NUL is left out of what was sent, since the database keeps none, and leads to no page."""

    def handled(self, request, view=None):
        NulMiddleware(HttpResponse).process_view(request, view, (), {})
        return request

    def test_is_left_out_of_what_was_sent(self):
        asked = self.handled(RequestFactory().post("/?to=a%00b", {"name": ["O'Ne\0ill", "Llŷr"], "kept": " a "}))
        assert asked.POST.getlist("name") == ["O'Neill", "Llŷr"] and asked.POST["kept"] == " a "
        assert asked.GET["to"] == "ab"

    def test_in_an_address_leads_nowhere(self):
        with pytest.raises(Http404):
            self.handled(RequestFactory().get("/desk/record/%00/"))

    @pytest.mark.parametrize("text, number", [("7", 7), (" 12 ", 12), ("", None), ("²", None), ("-1", None),
                                              ("٣", None), ("9" * 19, None), ("9" * 5000, None)])
    def test_a_number_that_is_none_is_no_number(self, text, number):
        assert whole_number(text) == number
