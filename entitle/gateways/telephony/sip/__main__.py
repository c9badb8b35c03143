"""`python -m entitle.gateways.telephony.sip`: the exchange as a process of its own."""
from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import sys

from entitle.gateways.telephony.sip.exchange import SipExchange
from entitle.gateways.telephony.sip.voice import clicks, spoken_by_espeak


async def _serve(exchange: SipExchange) -> None:
    stopping = asyncio.Event()
    for asked in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(asked, stopping.set)
    await exchange.start()
    print(f"listening for calls at sip:line@{exchange.host}:{exchange.port}", flush=True)
    await stopping.wait()
    await exchange.stop()


def main() -> None:
    """Serve until told to stop; calls that are going on are let end. The key is ENTITLE_EXCHANGE_KEY's."""
    parser = argparse.ArgumentParser(prog="python -m entitle.gateways.telephony.sip", description=main.__doc__)
    parser.add_argument("--door", default=os.environ.get("ENTITLE_EXCHANGE_DOOR", "http://127.0.0.1:8000"))
    parser.add_argument("--agents", default="sip:{name}@127.0.0.1:5070", help="where an agent's name rings")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5060)
    parser.add_argument("--quick", action="store_true", help="clicks for words, and waits a fifth as long")
    asked = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, stream=sys.stdout)
    logging.getLogger("entitle").setLevel(logging.INFO)
    voice, pace = (clicks, 0.2) if asked.quick else (spoken_by_espeak(), 1.0)
    asyncio.run(_serve(SipExchange(
        door=asked.door.rstrip("/"), key=os.environ["ENTITLE_EXCHANGE_KEY"], agents=asked.agents, voice=voice,
        host=asked.host, port=asked.port, pace=pace)))


if __name__ == "__main__":
    main()
