"""The same Django, database and server with nothing between a request and its view: what a figure is compared with."""
from entitle.config.settings import *  # noqa: F403

MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.bare"
