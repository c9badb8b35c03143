"""Every sandbox at once, for a demonstration on one machine."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from entitle.gateways.banking.sandbox import server as bank
from entitle.gateways.handovers.sandbox import server as handovers
from entitle.gateways.loopback import Running
from entitle.gateways.national_insurance.sandbox import server as national_insurance
from entitle.gateways.notify.sandbox import server as notify
from entitle.gateways.virus.sandbox import server as virus

PORTS = {"notify": 8101, "national_insurance": 8102, "virus": 8103, "banking": 8104, "handovers": 8105}
"""Where the settings expect them. Port 0 takes any that is free."""


@dataclass(frozen=True)
class Sandboxes:
    """The running servers by name of gateway, and the settings (or environment) that lead to them."""

    servers: Mapping[str, Running]
    settings: Mapping[str, str]

    def stop(self) -> None:
        """Stop them all."""
        for server in self.servers.values():
            server.stop()


def start(*, ports: Mapping[str, int] | None = None, records: Mapping[str, Any] | None = None) -> Sandboxes:
    """Start them all on loopback. `records` are National Insurance records by number; others are made up.

    Raises OSError for a port that is taken; those started before it are stopped.
    """
    at = {**PORTS, **(ports or {})}
    makers = {
        "notify": lambda port: notify.serve(port=port),
        "national_insurance": lambda port: national_insurance.serve(port=port, records=records),
        "virus": lambda port: virus.serve(port=port),
        "banking": lambda port: bank.serve(port=port),
        "handovers": lambda port: handovers.serve(port=port),
    }
    servers: dict[str, Running] = {}
    try:
        for name, make in makers.items():
            servers[name] = make(at[name])
    except OSError:
        for server in servers.values():
            server.stop()
        raise
    return Sandboxes(servers, {
        "ENTITLE_NOTIFY_URL": servers["notify"].url, "ENTITLE_NOTIFY_KEY": notify.KEY,
        "ENTITLE_NI_URL": servers["national_insurance"].url, "ENTITLE_CLAMD": servers["virus"].address,
        "ENTITLE_BANK_URL": servers["banking"].url,
        "ENTITLE_COUNCIL_URL": f"{servers['handovers'].url}/council", "ENTITLE_COUNCIL_KEY": handovers.KEY,
        "ENTITLE_LEGACY_URL": f"{servers['handovers'].url}/legacy", "ENTITLE_LEGACY_KEY": handovers.KEY,
    })
