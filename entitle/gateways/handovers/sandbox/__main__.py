"""`python -m entitle.gateways.handovers.sandbox`: the council and the older system as a process of their own."""
from __future__ import annotations

import argparse
import json
import signal
import threading
from pathlib import Path

from entitle.gateways.handovers.sandbox.server import serve


def main() -> None:
    """Serve until told to stop. What is handed over is kept in a folder, and is there after a crash."""
    parser = argparse.ArgumentParser(prog="python -m entitle.gateways.handovers.sandbox", description=main.__doc__)
    parser.add_argument("--port", type=int, default=8105)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--slow", type=float, default=0, help="seconds that each answer takes")
    parser.add_argument("--fail-one-in", type=int, default=0, help="one in so many is refused for now")
    parser.add_argument("--lose-one-in", type=int, default=0, help="one in so many is done, and its answer lost")
    parser.add_argument("--people", type=Path, help="JSON of whom they know: {number: {field: value}}")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    people = json.loads(asked.people.read_text(encoding="utf-8")) if asked.people else None
    running = serve(port=asked.port, folder=asked.folder, people=people)
    running.switch.turn({"slow_seconds": asked.slow, "fail_one_in": asked.fail_one_in,
                         "lose_one_in": asked.lose_one_in})
    stopping = threading.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stopping.set())
    print(f"listening at {running.url}", flush=True)
    stopping.wait()
    running.stop()


if __name__ == "__main__":
    main()
