# Люди программы: списки, карточка участника, таблицы.

people-title = <b>Люди программы</b>

    Наставников: { $mentors } · Наставляемых: { $mentees }
    Анкеты отправили: { $filled } из { $people }
people-mentors = Наставники
people-mentees = Наставляемые
people-mentors-sheet = Наставники в Excel
people-mentees-sheet = Наставляемые в Excel
people-remind = Напомнить тем, кто не заполнил ({ $count })
people-reminded = { $count ->
    [one] Напомню { $count } участнику: в рабочее время и не больше одного сообщения в день.
   *[other] Напомню { $count } участникам: в рабочее время и каждому не больше одного сообщения в день.
}
people-reminded-today = Сегодня я им уже напоминала, второй раз за день не буду.
people-nobody-silent = Напоминать некому: все анкеты отправлены.
people-sheet-ready = Готово. В таблице { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}: имена и только то, что нужно для базы. Храните файл так, чтобы чужие его не увидели.
people-sheet-empty = В этом списке пока никого нет, и таблица была бы пустой. Пригласите коллег.
people-sheet-note = На { $day } · «{ $organisation }»

people-list = { $role ->
    [mentor] <b>Наставники</b>
   *[mentee] <b>Наставляемые</b>
}
people-list-line = { $place }. { $name }
people-list-line-silent = { $place }. { $name } — анкета не отправлена
people-list-open = Нажмите номер, чтобы открыть карточку.
people-list-empty = Здесь пока никого нет.
people-role = { $role ->
    [curator] куратор
    [head] руководитель
    [mentor] наставник
    [mentee] наставляемый
    [guardian] родитель
    [psychologist] психолог
    [editor] редактор рубрики
   *[coordinator] координатор
}
people-card-post = { $post } · { $roles }
people-card-pair = Пара: { $names }
people-card-pair-proposed = Предложена пара: { $names }
people-card-no-pair = Пары пока нет.
people-card-consent = Согласие на обработку персональных данных: есть ✅
people-card-no-consent = Согласия на обработку персональных данных нет ⚠️
people-card-form = <b>{ $title }</b>
people-card-unsent = <b>{ $title }</b>: ещё не отправлена.
people-card-answer = { $question }: { $answer }
people-gone = Этого человека в программе больше нет.
