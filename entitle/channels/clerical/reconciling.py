"""What was taken offline against what has arrived, claim by claim: so that a lost one shows by its number."""
from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from entitle.claims import queries as claims
from entitle.claims.models import Intake
from entitle.staff.models import OfflineDevice


@dataclass(frozen=True)
class Reconciled:
    """One browser's claims. Each number that it used is in exactly one of the three, so they add up to `taken`."""

    device: OfflineDevice
    taken: int
    arrived: tuple[int, ...]
    refused: tuple[tuple[int, str], ...]
    """Each with its reason."""
    pending: tuple[int, ...]
    """Still in the browser: not lost while it is not wiped, and nowhere else."""


def sender_of(device_key: str) -> str:
    """The name by which a browser's claims are known."""
    return f"offline {device_key}"


def intake_key(device_key: str, number: int) -> str:
    """One claim's own key, the same however often it is sent."""
    return f"{device_key}-{number}"


def reconcile(devices: Collection[OfflineDevice]) -> list[Reconciled]:
    """Each browser's own count against what was received: one statement for all of them."""
    sent = claims.intakes_from(senders=[sender_of(device.key) for device in devices])
    return [_reconciled(device, [each for each in sent if each.sender == sender_of(device.key)]) for device in devices]


def _reconciled(device: OfflineDevice, sent: Iterable[Intake]) -> Reconciled:
    by_number = {int(each.key.rsplit("-", 1)[1]): each for each in sent}
    refused = {int(number): reason for number, reason in device.refused.items() if int(number) not in by_number}
    refused |= {number: each.reason for number, each in by_number.items() if each.state == "refused"}
    taken = max([device.taken, *by_number, *refused])
    arrived = by_number.keys() - refused.keys()
    pending = set(range(1, taken + 1)) - arrived - refused.keys()
    return Reconciled(device, taken, tuple(sorted(arrived)), tuple(sorted(refused.items())), tuple(sorted(pending)))
