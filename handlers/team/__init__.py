"""The programme's staff: roles by one-time codes, changing hands, the head's home and signature, the journal."""
