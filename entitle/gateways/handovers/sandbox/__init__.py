"""A council and an older payment system on this machine, that speak the real protocol."""
