"""Original text to normalised text with the way back; folded text to sentences."""

from .normalise import normalise
from .split import split
from .tones import fold_tones

__all__ = ["fold_tones", "normalise", "split"]
