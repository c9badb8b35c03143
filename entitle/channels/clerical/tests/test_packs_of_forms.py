"""Blank forms printed for an office are numbered, come back by number, and each is accounted for."""
from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from entitle.channels.clerical.tests.conftest import NOW, signed_in
from entitle.channels.clerical.tests.test_an_office_without_the_system import leader, office
from entitle.channels.clerical.tests.test_forms_out_and_back import FORM
from entitle.claims.models import FormPack, Intake, PackForm
from entitle.claims.queries import pack_counts
from entitle.history.models import Event
from entitle.kernel.references import Actor
from entitle.letters.numbered_forms import Mark, numbered_forms
from entitle.procedures.errors import NotDone
from entitle.procedures.print_form_pack import print_form_pack
from entitle.procedures.spoil_pack_forms import spoil_pack_forms

pytestmark = pytest.mark.django_db
WHO = {"person-name-given": "Olwen", "person-name-family": "Llŷr", "person-born_on-day": "20",
       "person-born_on-month": "4", "person-born_on-year": "1960", "person-nino": "AB123447C"}
ARRIVED = {"received-day": "1", "received-month": "6", "received-year": "2026"}


@pytest.fixture
def bangor():
    return office("Bangor", "LL57 1AA")


__all__ = ["leader"]


@pytest.fixture
def by(clerk):
    return Actor("staff", "clerical", user_id=clerk.pk, name=clerk.name)


@pytest.fixture
def forms(bangor, by):
    """Three forms that are out."""
    pack = print_form_pack(office_code=bangor.code, scheme="state_pension", language="cy", large_print=False, count=3,
                           by=by, as_at=NOW)
    return list(PackForm.objects.filter(pack=pack).order_by("number"))


def key(client, form, **typed):
    return client.post(reverse("clerical_pack_form", args=[form.code]), {**ARRIVED, **WHO, **FORM, **typed})


def send_file(client, form, rows, columns=None):
    """A file of rows, with the columns of the first where none are named."""
    sheet = StringIO()
    written = csv.DictWriter(sheet, columns or list(rows[0]))
    written.writeheader()
    written.writerows(rows)
    return client.post(reverse("clerical_back_entry", args=[form.pack.code]), {
        "file": SimpleUploadedFile("forms.csv", sheet.getvalue().encode("utf-8-sig"))}, follow=True)


class TestPrinting:
    def test_each_form_has_its_number_and_its_own_code_on_one_tagged_pdf(self, client, bangor):
        made = client.post(reverse("clerical_packs"), {
            "office": bangor.code, "scheme": "state_pension", "language": "cy", "count": "2"}, follow=True)
        assert "Download the forms to print" in made.content.decode()
        pack = FormPack.objects.get()
        sheets = client.get(reverse("clerical_pack_sheets", args=[pack.code]))
        with pikepdf.open(BytesIO(sheets.content)) as pdf:
            pages = len(pdf.pages) // 2
            parents = [int(page.obj.StructParents) for page in pdf.pages]
            assert len(pdf.pages) == 2 * pages and len(set(parents)) == len(parents)
            assert pdf.Root.MarkInfo.Marked and len(pdf.Root.StructTreeRoot.K) == 2
            marks = [page.obj.Resources.XObject["/Number"].read_bytes() for page in pdf.pages]
            assert len(set(marks)) == 4, "a first page and the others, of each form"
            assert [marks.count(mark) for mark in dict.fromkeys(marks)] == [1, pages - 1] * 2
        assert Event.objects.get(code="form_pack.printed").reason == "2 forms"

    def test_a_mark_names_nobody(self):
        with pytest.raises(ValueError, match="only a public code"):
            numbered_forms("<title>x</title>", [Mark("Form 1 of 1", "Olwen Llŷr")])

    @pytest.mark.parametrize("count", ["0", "201", "many", ""])
    def test_is_of_so_many_forms_as_one_person_can_carry(self, client, bangor, count):
        answer = client.post(reverse("clerical_packs"), {"office": bangor.code, "scheme": "pip", "count": count})
        assert answer.status_code == 422 and not FormPack.objects.exists()


class TestKeyingOneAfterAnother:
    def test_the_code_leads_to_the_form_which_is_kept_as_received_on_its_day(self, client, forms):
        found = client.post(reverse("clerical_home"), {"reference": forms[1].code.lower()})
        assert found["Location"] == reverse("clerical_pack_form", args=[forms[1].code])
        assert key(client, forms[1], signed="yes")["Location"] == reverse("clerical_home")
        intake, form = Intake.objects.get(), PackForm.objects.get(id=forms[1].id)
        assert (form.state, form.received_on.isoformat(), form.intake_id) == ("returned", "2026-06-01", intake.id)
        assert intake.declared and intake.key == form.code and intake.who["name"]["family"] == "Llŷr"
        assert intake.answers["person.phone"] is None, "put and left blank"
        assert client.get(reverse("clerical_pack_form", args=[form.code]))["Location"] == reverse(
            "clerical_intake", args=[intake.code])

    def test_a_slip_of_the_keys_is_shown_and_what_the_customer_wrote_wrong_may_be_kept(self, client, forms):
        wrong = {"person-bank_account-sort-code": "12"}
        shown = key(client, forms[0], **wrong)
        assert shown.status_code == 422 and 'value="1 Stryd Fawr"' in shown.content.decode()
        assert not Intake.objects.exists()
        key(client, forms[0], **wrong, as_written="yes")
        assert "12" in Intake.objects.get().answers["person.bank_account"]

    def test_a_form_cannot_arrive_before_it_was_printed(self, client, forms):
        answer = key(client, forms[0], **{"received-month": "5"})
        assert answer.status_code == 422 and "before it was printed" in answer.content.decode()


class TestAFileOfForms:
    def row(self, form, **changed):
        return {"form": form.code, "received_on": "2026-06-01", "signed": "yes", **WHO, **FORM, **changed}

    def test_the_file_offered_has_a_line_for_each_form_that_is_out(self, client, forms):
        content = client.get(reverse("clerical_pack_file", args=[forms[0].pack.code])).content.decode("utf-8-sig")
        head, *lines = csv.reader(StringIO(content))
        assert head[:3] == ["form", "received_on", "signed"] and {*WHO, *FORM} <= {*head}
        assert [line[0] for line in lines] == [form.code for form in forms]

    def test_what_can_be_kept_is_and_each_line_that_cannot_says_why(self, client, forms):
        rows = [self.row(forms[0]), self.row(forms[1], signed="perhaps"), self.row(forms[2], received_on="1.6.26"),
                {name: "" for name in self.row(forms[0])} | {"form": forms[1].code}]
        page = send_file(client, forms[0], rows)
        told = page.content.decode()
        assert page.status_code == 422 and "Not kept: 2." in told and "1 form kept" in told
        assert "signed: must be yes or no." in told and "received_on: must be a day" in told
        assert Intake.objects.get().key == forms[0].code

    def test_sent_twice_it_is_kept_once_and_other_words_under_a_number_are_not(self, client, forms):
        send_file(client, forms[0], [self.row(forms[0])])
        again = send_file(client, forms[0], [self.row(forms[0])])
        assert again.status_code == 200 and Intake.objects.count() == 1
        other = send_file(client, forms[0], [self.row(forms[0], **{"person-sex": "male"})])
        assert "Form 1 was keyed already, with other words." in other.content.decode()

    @pytest.mark.parametrize(("content", "says"), [
        (b"form,received_on,signed,person-nmae-given\n", "has the column person-nmae-given"),
        (b"form,signed\n", "must name each column once"),
        ("form,received_on,signed\nLlŷr,,".encode("utf-16"), "CSV UTF-8"),
        (b"form,received_on,signed\na,b,c,d\n", "Line 2 has more cells"),
        (b'form,received_on,signed\n"a"b,,\n', "cannot be read as CSV"),
    ])
    def test_a_file_of_another_kind_is_told_and_nothing_is_kept(self, client, forms, content, says):
        answer = client.post(reverse("clerical_back_entry", args=[forms[0].pack.code]), {
            "file": SimpleUploadedFile("forms.csv", content)})
        assert answer.status_code == 422 and says in answer.content.decode() and not Intake.objects.exists()


class TestTheReconciliation:
    def test_printed_is_returned_still_out_and_spoiled_together(self, client, forms, leader):
        key(client, forms[0])
        spoilt = client.post(reverse("clerical_pack_spoil", args=[forms[0].pack.code]), {
            "numbers": "2-2", "reason": "Torn"}, follow=True)
        assert "Spoiled: 2." in spoilt.content.decode()
        [count] = pack_counts()
        assert (count.printed, count.returned, count.out, count.spoiled) == (3, (1,), (3,), (2,))
        shown = signed_in(leader).get(reverse("clerical_contingencies")).content.decode()
        assert forms[0].pack.code in shown and "Forms printed and come back" in shown

    def test_what_is_back_is_not_spoiled_and_what_was_thought_spoiled_may_come_back(self, client, forms, by):
        key(client, forms[0])
        with pytest.raises(NotDone, match="Not out, or not of this pack: 1, 9"):
            spoil_pack_forms(pack_code=forms[0].pack.code, numbers={1, 2, 9}, reason="Torn", by=by, as_at=NOW)
        assert pack_counts()[0].spoiled == ()
        spoil_pack_forms(pack_code=forms[0].pack.code, numbers={2}, reason="Lost", by=by, as_at=NOW)
        key(client, forms[1], **{"person-nino": "AB123448D"})
        assert pack_counts()[0].returned == (1, 2)
