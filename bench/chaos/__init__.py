"""Paydays lived through while processes are killed without warning, and what must be true of them afterwards."""
