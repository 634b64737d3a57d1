"""The bot with everything that it can write to its log: ``python -m tests.contracts.verbose run``."""

import logging

from bot.__main__ import main

if __name__ == "__main__":
    logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    main()
