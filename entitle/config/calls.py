"""What the small process beside the web runs: each agent's calls, told to their browser as they come."""
import os
from collections.abc import Mapping
from typing import Any

from django.db import connection

from entitle.channels.telephone.stream import Stream
from entitle.config.database import APPLICATION_ROLE
from entitle.contacts.lifecycle import CALLS_CHANNEL

_OF_DJANGO = {"context", "cursor_factory", "prepare_threshold", "client_encoding"}


def _database() -> Mapping[str, Any]:
    """What psycopg connects with; an embedded server that is down is started."""
    known = connection.get_connection_params()
    alive = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "connect_timeout": 10}
    return alive | {name: value for name, value in known.items() if name not in _OF_DJANGO}


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "entitle.config.settings")
application = Stream(database=_database, channel=CALLS_CHANNEL, role=APPLICATION_ROLE)
