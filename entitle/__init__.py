"""Entitle: a customer management system for a social-security agency."""
import os

# Before numpy is first imported: each process multiplies matrices on one thread. Processes share the cores already, and
# threads that wait for each other made one caller's words take seconds on a busy machine instead of milliseconds.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
