"""Stub."""
def load_history(*, customers, years, as_at): return 0
