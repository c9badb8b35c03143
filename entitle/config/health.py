"""/healthz for whatever watches us, and /metrics for whatever counts."""
from __future__ import annotations

import hmac

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django_prometheus import exports

from entitle.config.addresses import from_this_machine
from entitle.pages.access import public


@public
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and its tables are ours; 503 with the part that is not well."""
    try:
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return JsonResponse({"status": "unwell", "database": "not answering"}, status=503)
    if waiting:
        # Serving goes on while an upgrade's migrations wait: they only add (docs/handbook/upgrade.md).
        return JsonResponse({"status": "well", "database": "answering", "migrations_waiting": waiting})
    return JsonResponse({"status": "well", "database": "answering", "migrations_waiting": 0})


@public
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus metrics, to this machine or to the holder of ENTITLE_METRICS_TOKEN."""
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    known = settings.ENTITLE_METRICS_TOKEN
    if not from_this_machine(request) and not (known and hmac.compare_digest(token.encode(), known.encode())):
        return HttpResponse(status=403)
    return exports.ExportToDjangoView(request)
