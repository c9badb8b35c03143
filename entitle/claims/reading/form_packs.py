"""Reading forms printed in advance."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from entitle.claims.models import FormPack, PackForm


@dataclass(frozen=True)
class PackCount:
    """A pack and the numbers of its forms: each is in exactly one of the three, so they add up to what was printed."""

    pack: FormPack
    returned: tuple[int, ...]
    out: tuple[int, ...]
    spoiled: tuple[int, ...]

    @property
    def printed(self) -> int:
        return len(self.returned) + len(self.out) + len(self.spoiled)


def form_pack(*, code: str) -> FormPack | None:
    """By public code, with its office and who printed it; None where there is none."""
    return FormPack.objects.select_related("office", "printed_by").filter(code=code).first()


def pack_forms(*, pack_id: int) -> list[PackForm]:
    """A pack's forms by number, each with what it said once it is back: one statement."""
    return list(PackForm.objects.filter(pack_id=pack_id).select_related("intake").order_by("number"))


def pack_form(*, code: str) -> PackForm | None:
    """A form with its pack, and what it said if it is back; None where there is none."""
    return PackForm.objects.select_related("pack__office", "intake").filter(code=code).first()


def pack_counts(*, limit: int = 200) -> list[PackCount]:
    """The last packs of every office, newest first, and where each of their forms is: two statements."""
    packs = list(FormPack.objects.select_related("office", "printed_by").order_by("-printed_at", "-id")[:limit])
    rows = PackForm.objects.filter(pack__in=packs).order_by("number").values_list("pack_id", "state", "number")
    by_pack: dict[int, list[tuple[str, int]]] = {pack.id: [] for pack in packs}
    for pack_id, state, number in rows:
        by_pack[pack_id].append((state, number))
    return [PackCount(pack, *(_in(state, by_pack[pack.id]) for state in ("returned", "out", "spoiled")))
            for pack in packs]


def _in(state: str, forms: Iterable[tuple[str, int]]) -> tuple[int, ...]:
    return tuple(number for each, number in forms if each == state)
