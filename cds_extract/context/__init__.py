"""A figure's meaning, from the words round it: label, place, subject, period, status, indicator."""

from .scope import Context

__all__ = ["Context"]
