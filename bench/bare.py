"""Bare views: one row committed, one row read by its key."""
from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

TABLES = """
CREATE TABLE bench_row (id bigserial PRIMARY KEY, said text NOT NULL);
INSERT INTO bench_row (said) SELECT 'row ' || n FROM generate_series(1, 1000) AS n;
GRANT SELECT, INSERT ON bench_row TO entitle_app;
GRANT USAGE ON SEQUENCE bench_row_id_seq TO entitle_app;
"""


def insert(request: HttpRequest) -> HttpResponse:
    """One single-row INSERT, committed before the answer."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_row (said) VALUES (%s)", [request.POST["said"]])
    return HttpResponse("kept")


def read(request: HttpRequest, number: int) -> HttpResponse:
    """One row by its primary key."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT said FROM bench_row WHERE id = %s", [number])
        return HttpResponse(cursor.fetchone()[0])


urlpatterns = [path("insert", insert), path("rows/<int:number>", read)]
