"""Parents: the consent for a child from the parent's own chat, and the children whom they vouch for."""
