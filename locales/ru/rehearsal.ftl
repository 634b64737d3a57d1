# Год заранее: что и когда придёт.

rehearsal-count = { $count ->
    [one] { $count } напоминание за год, если ничего не отмечать
    [few] { $count } напоминания за год, если ничего не отмечать
   *[many] { $count } напоминаний за год, если ничего не отмечать
}
rehearsal-to = { $to ->
    [curator] куратор
    [head] руководитель
    [coordinator] координатор района
   *[other] { $to }
}
rehearsal-period = Период: с { $start } по { $end }.
rehearsal-no-period = Период в документе не назван, показываю учебный год с { $start } по { $end }. Другой можно задать: --from и --to.
