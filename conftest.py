"""The cast and what every test may ask for."""
