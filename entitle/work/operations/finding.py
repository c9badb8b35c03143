"""Finding the one work item meant, and holding it while it is moved."""

from __future__ import annotations

from entitle.kernel.references import Reference
from entitle.work.lifecycle import UNFINISHED
from entitle.work.models import WorkItem


class NoSuchWork(LookupError):
    """There is no work of that kind about that thing."""


def locked(*, about: Reference | None = None, kind: str = "", work_item_id: int | None = None) -> WorkItem:
    """The item by its id, or the unfinished one of a kind about a thing, locked; else the newest finished one.

    Raises NoSuchWork.
    """
    items = WorkItem.objects.select_for_update()
    if work_item_id is not None:
        found = items.filter(id=work_item_id).first()
    elif about is not None:
        same = items.filter(kind=kind, about_kind=about.kind, about_id=about.id)
        found = same.filter(state__in=UNFINISHED).first() or same.order_by("-id").first()
    else:
        raise ValueError("say which work item by work_item_id, or by about and kind")
    if found is None:
        raise NoSuchWork(
            f"no work item {work_item_id}" if work_item_id is not None else f"no '{kind}' work about {about}"
        )
    return found
