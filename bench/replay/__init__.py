"""The day that broke the old system, lived again: three callers for each that staff can answer, and three kills."""
