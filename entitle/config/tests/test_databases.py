"""One application, whichever PostgreSQL it is given; and a role that cannot rewrite what is append-only."""
from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection as connected
from psycopg import sql

from entitle.config.database import settings_for
from entitle.config.embedded.base import DatabaseWrapper
from entitle.config.embedded.cluster import Cluster, ClusterUnusable
from entitle.config.grants import append_only_tables, grant_to_application
from entitle.config.tests.conftest import KEYS, Run, ask

COLUMNS = """select table_name, column_name, data_type, is_nullable from information_schema.columns
             where table_schema = 'public' order by 1, 2"""


class TestAServerNamedByDatabaseUrl:
    def test_gets_the_same_tables_and_serves_the_same_application(self, set_up: Path, entitle: Run) -> None:
        server = Cluster(set_up / "postgresql")
        ask(server, "create database elsewhere")
        url = f"postgresql://entitle@/elsewhere?host={server.socket}"
        answer = entitle("setup", "-v0", **KEYS, DATABASE_URL=url, ENTITLE_VAR=str(set_up / "unused"))
        assert answer.returncode == 0, answer.stderr
        assert ask(server, COLUMNS, "elsewhere") == ask(server, COLUMNS, "entitle") != []
        for there in ({"DATABASE_URL": url}, {}):
            assert entitle("verify", **KEYS, **there).stdout.startswith("History stands")
        assert not (set_up / "unused" / "postgresql").exists()

    def test_is_told_where_it_is_in_full(self) -> None:
        url = "postgresql://en%40:p%2Fw@db.example:6432/records?sslmode=verify-full"
        read = settings_for(url, var=Path("/nowhere"), as_owner=False)
        assert [read[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
            "en@", "p/w", "db.example", "6432", "records"]
        assert (read["OPTIONS"]["sslmode"], read["OPTIONS"]["assume_role"]) == ("verify-full", "entitle_app")

    def test_must_be_postgresql(self) -> None:
        with pytest.raises(ImproperlyConfigured, match="must start with postgresql://"):
            settings_for("mysql://root@localhost/entitle", var=Path("/nowhere"), as_owner=True)


class TestAnEmbeddedDatabaseThatIsNotThere:
    """Its disk was not mounted, or someone tidied it away: an empty one in its place would be served as if it were it.
    """

    def test_is_not_made_anew_by_whoever_serves_or_works(self, place: Path) -> None:
        wrapper = DatabaseWrapper(settings_for("", var=place, as_owner=False))
        with pytest.raises(ClusterUnusable, match="There is no database .* Nothing was made"):
            wrapper.get_connection_params()
        assert list(place.iterdir()) == []


class TestTheApplicationsRole:
    def test_can_add_to_what_is_append_only_and_never_change_it(self, set_up: Path) -> None:
        tables = append_only_tables()
        assert {"history_event", "decisions_decision", "payments_transfer"} <= set(tables)
        with psycopg.connect(**Cluster(set_up / "postgresql").connection("entitle"), autocommit=True) as connection:
            connection.execute("set role entitle_app")
            for table in tables:
                name = sql.Identifier(table)
                connection.execute(sql.SQL("select 1 from {} limit 1").format(name))
                may_add = "select has_table_privilege('public.' || quote_ident(%s), 'insert')"
                assert connection.execute(may_add, [table]).fetchall() == [(True,)], table
                for forbidden in ("update {} set id = id", "delete from {}", "truncate {}", "drop table {}",
                                  "alter table {} disable trigger all"):
                    with pytest.raises(psycopg.errors.InsufficientPrivilege):
                        connection.execute(sql.SQL(forbidden).format(name))

    def test_can_change_what_is_not(self, set_up: Path) -> None:
        with psycopg.connect(**Cluster(set_up / "postgresql").connection("entitle"), autocommit=True) as connection:
            connection.execute("set role entitle_app")
            connection.execute("update claims_claim set version = version")
            connection.execute("delete from django_session")

    def test_has_no_door_to_sign_in_by(self, set_up: Path) -> None:
        with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
            psycopg.connect(**Cluster(set_up / "postgresql").connection("entitle") | {"user": "entitle_app"})

    @pytest.mark.django_db
    def test_is_granted_all_of_it_or_nothing(self) -> None:
        """An upgrade killed between what is granted and what is taken away again leaves no right to rewrite."""
        def killed(execute, statement, *rest):
            if "revoke" in str(statement):
                raise InterruptedError
            return execute(statement, *rest)

        with pytest.raises(InterruptedError), connected.execute_wrapper(killed):
            grant_to_application(using="default")
        with connected.cursor() as cursor:
            cursor.execute("select has_table_privilege('entitle_app', 'history_event', 'update')")
            assert cursor.fetchone() == (False,)
