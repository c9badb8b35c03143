"""What the application server runs."""
import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from procrastinate.contrib.django import app

from entitle.blueprint import registry
from entitle.steering.steer import steer

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "entitle.config.settings")
application = get_wsgi_application()

# Before anybody waits: every address, job and benefit and what steering has learned is read, and what is read once is
# never looked at for rubbish.
get_resolver().url_patterns  # noqa: B018
app.perform_import_paths()
registry.schemes()
steer("hello", channel="telephone", language="en")
gc.collect()
gc.freeze()
