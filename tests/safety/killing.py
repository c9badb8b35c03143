"""A process of its own that is killed without warning, before a statement of the test's choosing."""
from __future__ import annotations

import os
import signal
from collections.abc import Callable

from django.db import connection, connections


def killed_after(statements: int, work: Callable[[], None]) -> bool:
    """Do the work in a child, killed before its so-manyeth statement; whether it was."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        left = [statements]

        def burning(execute, *args):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(*args)

        try:
            connection.execute_wrappers.append(burning)
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
