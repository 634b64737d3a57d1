# Ответственные, правка строк и её история.

who-role = { $role ->
    [curator] все кураторы
    [head] руководитель
    [mentor] все наставники
    [mentee] все наставляемые
   *[psychologist] психолог
}
who-role-empty = { who-role } (пока никого)
who-proposed = { $name } — пока никто. Похоже, это { $person }
who-tie-proposed = Связать всё предложенное ({ $count })
who-tied-proposed = { $count ->
    [one] Связала { $count } имя из документа.
    [few] Связала { $count } имени из документа.
   *[many] Связала { $count } имён из документа.
} Проверьте, пожалуйста.
who-nothing-proposed = Предложенного больше нет.
who-now = Сейчас: { $people }
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
    [none] { " " }— срока пока нет, куратор его укажет
    [request] { " " }— по запросу
   *[other] { " " }— до { $day }
}
rows-given-more = { $count ->
    [one] И ещё { $count } строка.
    [few] И ещё { $count } строки.
   *[many] И ещё { $count } строк.
}
rows-given-open = Мои дела

row-due-told = «{ $phrase }» ({ $due })

row-edit = Изменить
row-history = История
row-add = Добавить строку
row-edit-activity = Что сделать
row-edit-due = Срок
row-edit-responsible = Ответственные
row-edit-result = Результат
row-edit-ask = Что изменить?
row-edit-due-now = Срок: { $phrase }
    Поняла так: { $due }
row-kept = Записала.
says-nothing = Не получилось понять, что имеется в виду. Напишите, пожалуйста, хотя бы одно слово.
row-nothing = ничего
row-nobody = никто

row-ask-activity = Напишите, что нужно сделать. Сейчас в строке:

    { $now }
row-ask-result = Какой результат покажет, что строка выполнена?

    Сейчас: { $now }
row-clear-result = Убрать результат

row-ask-due = Сейчас срок: { $now }. Напишите новый так, как принято в документе («до 15 октября», «ежемесячно», «в течение года», «по запросу»), или просто дату: «15.10».
row-due-right = Да, всё верно
row-due-kept = Записала, поняла так: { $due }. Напоминания пойдут по новому сроку.
row-due-unread = { $why ->
    [impossible_date] Такого дня в календаре нет. Проверьте дату и напишите ещё раз.
    [reversed_range] Начало получилось позже конца. Проверьте даты и напишите ещё раз.
    [no_anchor] Не получилось понять, от какого дня считать. Можно так: «до 15 октября» или «15.10».
   *[unknown_due] Не получилось понять срок. Можно так: «до 15 октября», «15.10», «ежемесячно», «по запросу».
}
row-due-unsure = «{ $phrase }» — поняла так: { $due }. { $why ->
    [past] Этот день уже прошёл.
    [outside_period] Это за пределами учебного года этой карты.
    [due_elsewhere] Даты здесь нет: буду спрашивать о ней раз в месяц, пока её не введут.
    [no_month] Месяц не назван: буду спрашивать о дате раз в месяц, пока её не введут.
    [before_or_within] Может быть, имелся в виду и сам месяц: тогда напишите «до конца…».
   *[other] Срок записан приблизительно, поэтому уточняю.
} Верно? Можно написать иначе.

row-ask-people = Кто отвечает? Отмечено: { $now }

    Отметьте имена и нажмите «Готово». Кого в списке нет — напишите.
row-people-typed = Добавила.

row-ask-section = В какой раздел добавить строку? Выберите или напишите название нового.
row-no-section = Без раздела
row-ask-new-activity = Раздел: { $section }. Что нужно сделать?
row-ask-new-due = К какому сроку? Можно как в документе: «до 15 октября», «ежемесячно», «по запросу».
row-without-due = Срок пока неизвестен
row-added = Строку добавила.

row-remove = Убрать строку
row-remove-sure = Убрать строку { $row }: { $activity }?

    Напоминаний по ней больше не будет. Подтверждения и история сохранятся.
row-removed = Строку { $row } убрала: больше за ней не слежу.

removed-open = Убранные строки ({ $count })
removed-title = <b>Убранные строки</b> · { $number } из { $pages }
    Чтобы вернуть строку, нажмите её номер.
removed-none = Убранных строк нет.
removed-line = <b>{ $row }.</b> { $activity } — убрана { $day }
removed-back = Строка { $row } снова на месте.

row-history-title = <b>История строки { $row }</b> · { $number } из { $pages }
row-history-empty = Эту строку ещё не меняли.
row-change = <b>{ $day }, { $time }</b>, { $who }: { $what }{ $whole ->
    [True] .
   *[False] { "" }. Было: { $before }; стало: { $after }
}
row-change-somebody = кто-то из бывших участников
row-change-what = { $field ->
    [activity] что сделать
    [day] дата, которой нет в документе
    [due] срок
    [responsible] ответственные
    [result] результат
    [indicator] показатель
    [section] раздел
    [number] номер строки
    [added] строка добавлена
    [removed] строка убрана
    [restored] строка возвращена
   *[other] другое
}
