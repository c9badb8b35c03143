"""A small exchange of our own: calls over SIP, the line's verbs carried out, and audio bridged to agents."""
