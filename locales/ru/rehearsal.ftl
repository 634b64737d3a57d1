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

rehearsal-open = Что и когда я получу
rehearsal-title = <b>Что и когда придёт</b>
rehearsal-total = { $count ->
    [0] Напоминать по этой карте пока не о чем: сроков впереди нет.
    [one] До конца года { $count } сообщение, из них Вам — { $own }.
    [few] До конца года { $count } сообщения, из них Вам — { $own }.
   *[many] До конца года { $count } сообщений, из них Вам — { $own }.
}
rehearsal-untied = { $count ->
    [one] Для { $count } дела ответственный в системе ещё не выбран: напоминания о нём пока придут Вам.
   *[other] Для { $count } дел ответственные в системе ещё не выбраны: напоминания о них пока придут Вам.
}
rehearsal-late = Это если всё отмечать вовремя. О просроченном скажу на следующий рабочий день ответственным и Вам, через рабочую неделю — руководителю. Всё, что приходится на одно утро, приходит одним сообщением.
rehearsal-month-name = { $month ->
    [1] Январь
    [2] Февраль
    [3] Март
    [4] Апрель
    [5] Май
    [6] Июнь
    [7] Июль
    [8] Август
    [9] Сентябрь
    [10] Октябрь
    [11] Ноябрь
   *[12] Декабрь
} { $year }
rehearsal-month = <b>{ $month }</b>: { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
} ({ $people })
rehearsal-you = Вам
rehearsal-others = ещё { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
rehearsal-nearest = Ближайшие:
rehearsal-entry = <b>{ $day }</b> · { $people }{ $count ->
    [one] { "" }
    [few] { " " }· { $count } дела одним сообщением
   *[many] { " " }· { $count } дел одним сообщением
}
rehearsal-and-more = и ещё { $count ->
    [one] { $count } напоминание
    [few] { $count } напоминания
   *[many] { $count } напоминаний
}
rehearsal-page = Страница { $number } из { $pages }.
