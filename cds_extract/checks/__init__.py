"""Does the arithmetic of a record hold? The article is accused of nothing that it did not say."""

from .arithmetic import Verdict, check_share

__all__ = ["Verdict", "check_share"]
