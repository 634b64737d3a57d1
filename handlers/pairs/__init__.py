"""Pairs: the curator brings people together, they answer, and each has the pair at hand."""

from handlers.pairs.own import OwnPair, own_pairs

__all__ = ["OwnPair", "own_pairs"]
