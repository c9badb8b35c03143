"""The addresses of the paper door: codes only, never who someone is."""

from __future__ import annotations

from django.urls import path

from entitle.channels.clerical import (
    asked,
    check_form,
    complaint,
    contingency,
    customer,
    document,
    find,
    form_packs,
    handed_over,
    home,
    key_form,
    key_pack_form,
    letters_in,
    offline,
    open_record,
    outside_complaint,
    print_form,
    register,
    sent_on,
    statement,
    survey,
)

_CUSTOMER = "customer/<str:customer>/"
_ASKED = "asked/<str:asked>/"
_CLAIM = "claim/<str:claim>/"

urlpatterns = [
    path("", home.home, name="clerical_home"),
    path("complaint/", outside_complaint.complain, name="clerical_outside_complaint"),
    path("find/", find.find, name="clerical_find"),
    path("sent-on/", sent_on.sent_on, name="clerical_intakes"),
    path("sent-on/<str:code>/", sent_on.one, name="clerical_intake"),
    path("sent-on/<str:code>/refuse/", sent_on.refuse, name="clerical_intake_refuse"),
    path("survey/", survey.survey, name="clerical_survey"),
    path("handed-over/", handed_over.handed_over, name="clerical_handovers"),
    path("handed-over/<str:code>/", handed_over.one, name="clerical_handover"),
    path("register/", register.register, name="clerical_register"),
    path("blank/<slug:scheme>/", print_form.blank, name="clerical_blank"),
    path("packs/", form_packs.packs, name="clerical_packs"),
    path("packs/form/<str:form>/", key_pack_form.key, name="clerical_pack_form"),
    path("packs/<str:code>/", form_packs.pack, name="clerical_pack"),
    path("packs/<str:code>/sheets/", form_packs.sheets, name="clerical_pack_sheets"),
    path("packs/<str:code>/file/", form_packs.file, name="clerical_pack_file"),
    path("packs/<str:code>/back-entry/", form_packs.back_entry, name="clerical_back_entry"),
    path("packs/<str:code>/spoil/", form_packs.spoil, name="clerical_pack_spoil"),
    path("offline/", offline.page, name="clerical_offline"),
    path("offline/questions.json", offline.questions, name="clerical_offline_questions"),
    path("offline/worker.js", offline.worker, name="clerical_offline_worker"),
    path("offline/manifest.webmanifest", offline.manifest, name="clerical_offline_manifest"),
    path("offline/session", offline.session, name="clerical_offline_session"),
    path("offline/tell", offline.tell, name="clerical_offline_tell"),
    path("offline/deliver", offline.deliver, name="clerical_offline_deliver"),
    path("contingency/", contingency.contingencies, name="clerical_contingencies"),
    path("contingency/begin/", contingency.begin, name="clerical_contingency_begin"),
    path("contingency/<str:contingency>/end/", contingency.end, name="clerical_contingency_end"),
    path(f"{_CUSTOMER}open/", open_record.open_record, name="clerical_open"),
    path(_CUSTOMER, customer.customer, name="clerical_customer"),
    path(f"{_CUSTOMER}start/<slug:scheme>/", customer.start, name="clerical_start"),
    path(f"{_CUSTOMER}document/", document.document, name="clerical_document"),
    path(f"{_CUSTOMER}complaint/", complaint.complain, name="clerical_complaint"),
    path(f"{_CUSTOMER}change/<slug:kind>/", letters_in.change, name="clerical_change"),
    path(f"{_CUSTOMER}death/", letters_in.death, name="clerical_death"),
    path(f"{_CUSTOMER}look-again/<str:decision>/", letters_in.look_again, name="clerical_look_again"),
    path(f"{_ASKED}print/", asked.print_set, name="clerical_asked_print"),
    path(f"{_ASKED}key/", asked.key, name="clerical_asked_key"),
    path(f"{_CLAIM}print/", print_form.rest, name="clerical_print"),
    path(f"{_CLAIM}statement/", statement.statement, name="clerical_statement"),
    path(f"{_CLAIM}key/", key_form.key, name="clerical_key"),
    path(f"{_CLAIM}check/", check_form.check, name="clerical_check"),
    path(f"{_CLAIM}sent/", check_form.sent, name="clerical_sent"),
]
