"""Digits and number words to numbers; a text folded so that each number is one character."""

from .fold import Folded, fold

__all__ = ["Folded", "fold"]
