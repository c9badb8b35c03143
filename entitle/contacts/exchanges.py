"""What the exchanges that calls come by tell of them."""
from __future__ import annotations

TELL_OF_JOINING = frozenset({"asterisk", "event_stream", "webhook"})
"""Those that say when a caller is joined to an agent: until then nobody has answered, whatever an agent pressed."""
