"""What the embedded server is given of this machine: a share of its memory, and room between checkpoints.

A run over the whole caseload changes pages all over it. Where they fit into the server's own memory, and a checkpoint
is rare, each is written once and not again and again. Nothing here makes a commit less lasting.
"""
from __future__ import annotations

import os

_MIB = 1 << 20
_LEAST, _MOST = 256 * _MIB, 8_192 * _MIB
_SHARE_OF_PAGES, _SHARE_CACHED = 6, 2
"""A sixth of the memory is the server's own: 4 GiB of 24. The system is counted on to cache as much as half of it."""


def settings_for_this_machine(*, throw_away: bool) -> dict[str, str]:
    """PostgreSQL's settings by name. A test's server is small: many of them run side by side."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    pages = _LEAST if throw_away else min(max(memory // _SHARE_OF_PAGES, _LEAST), _MOST)
    return {
        "max_connections": "120",
        "jit": "off",
        "shared_buffers": f"{pages // _MIB}MB",
        "effective_cache_size": f"{max(memory // _SHARE_CACHED, _LEAST) // _MIB}MB",
        "random_page_cost": "1.1",  # a page by its key costs no more than the next one: disks have no heads
        "max_wal_size": "4GB",  # the most that a server reads again after it was killed
        "checkpoint_timeout": "15min",
    }
