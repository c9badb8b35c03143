"""Read last as a worker starts: what it has loaded by now is never looked at for rubbish, whatever it makes besides.

A pay run makes some hundred thousand rows at once: a fifth of its time in Python went on looking over all else again.
"""
import gc

from entitle.blueprint import registry

registry.schemes()
gc.collect()
gc.freeze()
