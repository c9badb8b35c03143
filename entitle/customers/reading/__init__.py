"""What queries.py offers, a file a subject."""
