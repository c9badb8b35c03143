"""Is a file safe to open?"""
from entitle.gateways.virus.client import scan
from entitle.gateways.virus.protocol import CLEAN, INFECTED, UNSCANNED, Verdict

__all__ = ["CLEAN", "INFECTED", "UNSCANNED", "Verdict", "scan"]
