# Ответственные, правка строк и её история.

who-role = { $role ->
    [curator] все кураторы
    [head] руководитель
    [mentor] все наставники
    [mentee] все наставляемые
   *[psychologist] психолог
}
who-proposed = { $name } — пока никто. Похоже, это { $person }
who-tie-proposed = Связать всё предложенное ({ $count })
who-tied-proposed = { $count ->
    [one] Связала { $count } имя из документа.
    [few] Связала { $count } имени из документа.
   *[many] Связала { $count } имён из документа.
} Проверьте, пожалуйста.
who-nothing-proposed = Предложенного больше нет.
who-now = Сейчас: { $people }.
who-done = Готово
who-roles = Роли
who-people = Люди
who-by-person = По людям
who-leaders = <b>Кто что ведёт</b> · { $number } из { $pages }
    Нажмите на человека и отметьте, за что он отвечает. В скобках — сколько имён и должностей из документа за ним уже есть.
who-leader = { $name } ({ $count })
who-leads = <b>Что ведёт { $name }?</b> · { $number } из { $pages }
    Отметьте имена и должности из документа.

rows-given = { $count ->
    [one] Вам поручена { $count } строка
    [few] Вам поручены { $count } строки
   *[many] Вам поручено { $count } строк
} документа «{ $title }»:
rows-given-line = { $activity }{ $day ->
    [none] { "" }
   *[other] { " " }— до { $day }
}
rows-given-more = { $count ->
    [one] И ещё { $count } строка.
    [few] И ещё { $count } строки.
   *[many] И ещё { $count } строк.
}
rows-given-open = Мои дела

row-due-told = «{ $phrase }» ({ $due })
