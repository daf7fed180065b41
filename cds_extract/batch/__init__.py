"""Batch: any number of articles, on all cores or on many machines, to a folder of parts or to one file.

first     a handful is done here and now
listing   the inputs in order, held against what is known of them
plan      which input is in which part; what is done
crew      this process, its children, or the workers of a cluster: each does `shard.work` on a task
stream    the plan carried out
settle    what counts, what is a duplicate, what failed
merge     parts -> a folder with a manifest, or a file
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .first import Options, Watch, printed

if TYPE_CHECKING:
    from ..run import Job, Tally
    from ..writing import Look

__all__ = ["Options", "Watch", "batch", "printed"]


def batch(
    job: Job, named: str, format: str | None, look: Look, options: Options | None = None, watch: Watch | None = None
) -> Tally:
    """Every record of the job's articles to the folder or file that is named.

    Stopped at any moment, the same call goes on from there; called again, it reads only what is new or has changed.
    """
    from .door import batch

    return batch(job, named, format, look, options, watch)
