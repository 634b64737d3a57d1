"""The roadmap in conversation: it comes in, is looked through, switched on, and followed row by row."""
