"""Structured logs: one JSON object a line, carrying references and never personal data."""
from __future__ import annotations

import logging
from typing import Any

import structlog
from django.core.exceptions import ImproperlyConfigured

_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
]


def logging_settings(level: str) -> dict[str, Any]:
    """Django's LOGGING: everything to standard error as JSON. Raises ImproperlyConfigured for a level there is not."""
    if level not in logging.getLevelNamesMapping():
        raise ImproperlyConfigured(f"ENTITLE_LOG_LEVEL must be one of {', '.join(logging.getLevelNamesMapping())}.")
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": _SHARED,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.format_exc_info,
                    structlog.processors.JSONRenderer(),
                ],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django.request": {"level": "ERROR"},
            "procrastinate": {"level": "WARNING"},
            "axes": {"level": "ERROR"},  # axes would write the name that was typed
            "fontTools": {"level": "ERROR"},
            "weasyprint": {"level": "ERROR"},
            "httpx": {"level": "WARNING"},
        },
    }
