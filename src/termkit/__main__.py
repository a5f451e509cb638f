"""The console script `termkit`, and `python -m termkit`."""

from __future__ import annotations

import gc
import sys

from termkit import __version__

__all__ = ["main"]


def main() -> int:
    """Run the command line; the exit code comes back."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported, so that editors may ask often
        sys.stdout.write(f"termkit {__version__}\n")
        return 0
    try:
        from termkit.cli import run  # noqa: PLC0415  see above

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line is there to catch it
        return 130
    gc.freeze()  # the process ends here: what it made need not be looked through once more
    return code


if __name__ == "__main__":
    sys.exit(main())
