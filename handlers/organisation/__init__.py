"""Taking a new organisation with a curator's code: consent, a few questions, the first step."""
