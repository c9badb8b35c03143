"""The background work of a pretend day, done by a real Procrastinate worker in this process until none is left."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

_WAITING = ("todo", "doing")


class JobsFailed(RuntimeError):
    """Some background job failed for good, so the fortnight is not what it seems."""


def work_off(*queues: str) -> None:
    """Do every job of some queues, and those that they ask for in turn."""
    worker = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]
    worker.run_worker(
        queues=list(queues),
        wait=False,
        concurrency=1,
        install_signal_handlers=False,
        listen_notify=False,
        delete_jobs="successful",
    )


def waiting(*queues: str) -> int:
    """How many jobs of some queues are still to be done."""
    return ProcrastinateJob.objects.filter(queue_name__in=queues, status__in=_WAITING).count()


def refuse_failures() -> None:
    """Raises JobsFailed, naming the tasks."""
    failed = ProcrastinateJob.objects.filter(status="failed").values_list("task_name", flat=True)
    if failed:
        raise JobsFailed(f"jobs failed: {', '.join(sorted(set(failed)))}")
