"""The same Django, database and server with nothing between a request and its view: what a figure is compared with."""
from entitle.config.settings import *  # noqa: F403

INSTALLED_APPS = [each for each in INSTALLED_APPS if not each.startswith("allauth")]  # noqa: F405 - it wants a middleware
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.bare"
