"""Figures of speed and size: ``python -m bench [name…]`` prints one JSON line each; nothing is asserted here."""
