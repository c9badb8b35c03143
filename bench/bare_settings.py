"""The same Django, database and server with nothing between a request and its view: what a figure is compared with."""
from entitle.config.settings import *  # noqa: F403

INSTALLED_APPS = ["procrastinate.contrib.django"]  # whose jobs are read as the server starts
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.bare"
