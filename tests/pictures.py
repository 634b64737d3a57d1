"""A picture for what people send."""

import base64

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEElEQVR42mP4//8/AwMDAwAk+QP9i2BwzQAAAABJRU5ErkJggg=="
)
"""Small and real."""
