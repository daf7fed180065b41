"""`python -m cds_extract` and the command `cds-extract`."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code."""
    from .cli import main as command
    from .shell import speak_utf8

    speak_utf8()
    command(prog_name="cds-extract")


if __name__ == "__main__":
    main()
