"""Files kept by what is in them."""
from entitle.gateways.files.kinds import NotAccepted, check
from entitle.gateways.files.store import FileDamaged, Stored, read, store

__all__ = ["FileDamaged", "NotAccepted", "Stored", "check", "read", "store"]
