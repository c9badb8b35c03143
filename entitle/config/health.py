"""/healthz for whatever watches us, and /metrics for whatever counts."""
from __future__ import annotations

import hmac

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django_prometheus import exports

from entitle.config.addresses import from_this_machine
from entitle.config.embedded.cluster import ClusterUnusable
from entitle.pages.access import public


@public
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, to the role that cannot rewrite history; 503 with the part that is not well."""
    try:
        if not _in_its_role():
            unwell = {"status": "unwell", "database": "answering, but not to the role entitle_app"}
            return JsonResponse(unwell, status=503)
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except (DatabaseError, ClusterUnusable):
        return JsonResponse({"status": "unwell", "database": "not answering"}, status=503)
    if waiting:
        # Serving goes on while an upgrade's migrations wait: they only add (docs/handbook/upgrade.md).
        return JsonResponse({"status": "well", "database": "answering", "migrations_waiting": waiting})
    return JsonResponse({"status": "well", "database": "answering", "migrations_waiting": 0})


def _in_its_role() -> bool:
    """Whether the database knows us by the role that the settings name (none, for the tests' owner)."""
    role = connection.settings_dict["OPTIONS"].get("assume_role")
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        return role in (None, cursor.fetchone()[0])


@public
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus metrics, to this machine or to the holder of ENTITLE_METRICS_TOKEN."""
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    known = settings.ENTITLE_METRICS_TOKEN
    if not from_this_machine(request) and not (known and hmac.compare_digest(token.encode(), known.encode())):
        return HttpResponse(status=403)
    return exports.ExportToDjangoView(request)
