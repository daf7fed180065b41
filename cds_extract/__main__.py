"""`python -m cds_extract` and the command `cds-extract`."""

from __future__ import annotations

import gc

# Objects made before the collector looks for rings of them. Loading makes many that stay, and an article makes few
# that are rings: looking as often as Python does by itself costs a tenth of a short run.
COLLECT_AFTER = 100_000


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(COLLECT_AFTER)
    try:
        from .cli import main as command
        from .shell import speak_utf8

        speak_utf8()
        command(prog_name="cds-extract")
    except KeyboardInterrupt:  # so early that there is nobody to say it
        raise SystemExit(130) from None
    finally:
        gc.freeze()  # or Python looks through all that was loaded, more than once, before it throws it away


if __name__ == "__main__":
    main()
