"""People without a messenger: a consent on paper, questionnaires that the curator enters, blanks, and the way in."""
