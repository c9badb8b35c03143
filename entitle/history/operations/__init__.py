"""What may be done to history: add to it, and seal it. Only procedures may."""
from entitle.history.operations.mass import Happened, write_mass
from entitle.history.operations.months import make_months
from entitle.history.operations.sealing import HistoryDisturbed, seal
from entitle.history.operations.writing import EventRow, write, write_many

__all__ = ["EventRow", "Happened", "HistoryDisturbed", "make_months", "seal", "write", "write_many", "write_mass"]
