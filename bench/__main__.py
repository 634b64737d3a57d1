"""``python -m bench [name…]``: measure all figures, or those named; one JSON line each.

``value`` in ``unit`` is the figure; ``ratio`` compares two things of the same run, so that it holds on other machines
too, and ``goal`` is what is aimed at. What a figure measures its module says: ``bench/<name>.py``.
"""

import argparse
from importlib import import_module

from bench.figure import skipped
from bench.processes import NoAnswer

FIGURES = ("read", "start", "people", "step", "step_postgres", "deliver")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(FIGURES))
    names = parser.parse_args().names or FIGURES
    if unknown := set(names) - set(FIGURES):
        parser.error(f"no such figure: {', '.join(sorted(unknown))}; there are {', '.join(FIGURES)}")
    failed = False
    for name in names:
        try:
            print(import_module(f"bench.{name}").measure(), flush=True)
        except NoAnswer as error:
            print(skipped(name, str(error)), flush=True)
            failed = True
    raise SystemExit(int(failed))


if __name__ == "__main__":
    main()
