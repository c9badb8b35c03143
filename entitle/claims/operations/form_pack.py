"""Forms printed in advance: for procedures, inside their transaction."""
from __future__ import annotations

from collections.abc import Collection
from datetime import date

from entitle.claims.lifecycle import PACK_FORM
from entitle.claims.models import FormPack, Intake, PackForm
from entitle.kernel.periods import Instant


def make_form_pack(
    *, office_id: int, scheme: str, language: str, large_print: bool, count: int, user_id: int, as_at: Instant
) -> FormPack:
    """A pack of forms numbered from 1, all of them out."""
    pack = FormPack.objects.create(
        office_id=office_id, scheme=scheme, language=language, large_print=large_print, printed_at=as_at,
        printed_by_id=user_id)
    PackForm.objects.bulk_create(PackForm(pack=pack, number=number) for number in range(1, count + 1))
    return pack


def lock_pack_form(*, code: str) -> PackForm | None:
    """The form and its pack, the form held until the transaction ends; None where there is none."""
    return PackForm.objects.select_for_update(of=("self",)).select_related("pack__office").filter(code=code).first()


def end_pack_form(*, form: PackForm, received_on: date, intake: Intake, user_id: int | None, as_at: Instant) -> None:
    """It came back, and what it says is kept. Raises NotAllowedNow."""
    form.state, form.reason = PACK_FORM.after(form.state, "returned"), ""
    form.received_on, form.intake, form.user_id, form.ended_at = received_on, intake, user_id, as_at
    form.save(update_fields=["state", "reason", "received_on", "intake", "user", "ended_at"])


def spoil_pack_forms(
    *, pack_id: int, numbers: Collection[int], reason: str, user_id: int | None, as_at: Instant
) -> list[int]:
    """They will not come back. The numbers that were still out, and so are spoiled now."""
    out = PackForm.objects.select_for_update().filter(pack_id=pack_id, number__in=numbers, state="out")
    found = list(out.order_by("number"))
    for form in found:
        form.state, form.reason = PACK_FORM.after(form.state, "spoiled"), reason
        form.user_id, form.ended_at = user_id, as_at
    PackForm.objects.bulk_update(found, ["state", "reason", "user", "ended_at"])
    return [form.number for form in found]
