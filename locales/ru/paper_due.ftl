# Срок строки рядом с тем, что написано в документе.

paper-due = { $known ->
    [same] Срок в документе: { $phrase }
    [other] Срок: { $phrase }, в документе было: { $before }
   *[unknown] Срок: { $phrase }
}
paper-due-short = { $known ->
    [same] срок в документе: { $phrase }
    [other] срок: { $phrase }, в документе было: { $before }
   *[unknown] срок: { $phrase }
}
