"""A batch from a shell, with a pipeline that can be poisoned: batch_driver.py SOURCE OUTPUT [NAME=VALUE …]."""

from __future__ import annotations

import sys
from pathlib import Path

from cds_extract.batch import Options, batch
from cds_extract.run import Job
from cds_extract.writing import Look


def main(source: str, output: str, *named: str) -> None:
    values = dict(one.split("=", 1) for one in named)
    options = Options(
        jobs=int(values.get("jobs", 2)),
        timeout=float(values["timeout"]) if "timeout" in values else None,
        cluster=values.get("cluster"),
        extract=values.get("extract", "poison:extract"),
    )
    job = Job((source,), nlp="off", keep_text=Path(values["texts"]) if "texts" in values else None)
    print(batch(job, output, values.get("format"), Look("en"), options))
    if "memory" in values:
        import resource

        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
            print(resource.getrusage(who).ru_maxrss // (1024 if sys.platform == "linux" else 1024 * 1024))


if __name__ == "__main__":
    main(*sys.argv[1:])
