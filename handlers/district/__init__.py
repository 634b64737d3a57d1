"""A district: its organisations, the rows of its roadmap that each of them does, and how they stand."""
