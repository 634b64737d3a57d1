# Опросы: отправить, ответить, посмотреть результат.

surveys-title = <b>Опросы</b>
surveys-about = «Удовлетворённость» — восемь коротких вопросов о том, как идут встречи: оценки от 1 до 10 и два вопроса, на которые отвечают словами. Наставников и наставляемых спрашиваю о своём.
surveys-who = Спрошу людей из пар, которые уже согласились: { $mentors ->
    [one] { $mentors } наставника
   *[other] { $mentors } наставников
} и { $mentees ->
    [one] { $mentees } наставляемого
   *[other] { $mentees } наставляемых
}. Ответить можно будет две недели, напомню не больше трёх раз.
surveys-nobody = Пока спрашивать некого: опрос получают пары, в которых все согласились. Сначала составьте пары.
survey-verb = { $answered ->
    [one] ответил
   *[other] ответили
}
surveys-running = Сейчас опрос идёт: { survey-verb } { $answered } из { $asked }. Новый можно отправить, когда этот закончится.
surveys-send = Отправить опрос
surveys-diagnostics = Диагностика
surveys-own = Своя анкета
surveys-label = { $kind ->
    [satisfaction] { $day }: { survey-verb } { $answered } из { $asked }
   *[other] { $day }: { $answered } из { $asked }, { $title }
}
surveys-all = Все опросы
surveys-gone = Этого опроса больше нет. Вот что есть.
surveys-running-already = Этот опрос уже отправлен, второй раз спрашивать не буду.
surveys-sent = Опрос отправлен. Каждый узнает о нём в рабочее время, одним сообщением.

survey-kind = { $kind ->
    [diagnostics_start] Диагностика: в начале
    [diagnostics_end] Диагностика: в конце
   *[satisfaction] Удовлетворённость
}
survey-title = <b>{ $title }</b>, { $day }
survey-open-until = Последний день для ответа: { $day }.
survey-closed = Опрос закончен.
survey-answered = { $role ->
    [mentor] Наставники
    [mentee] Наставляемые
   *[all] Участники
}: { survey-verb } { $answered } из { $asked }
survey-silent = Ещё не ответили: { $names }{ $rest ->
    [0] .
   *[other] { " " }и ещё { $rest }.
}
survey-named = Опрос не анонимный: Вы видите, кто что ответил. Участников я об этом предупреждаю.
survey-result = Результат
survey-sheet = Результат в Excel
survey-close = Закрыть опрос
survey-closed-now = Опрос закрыт, больше никого не спрошу.
survey-closed-already = Этот опрос уже закрыт.
survey-no-answers = Пока не ответил никто, показывать нечего.
survey-sheet-ready = Готово: в таблице сводка и ответы с именами. Храните файл так, чтобы чужие его не увидели.
survey-audience = { $role ->
    [mentor] Наставники
    [mentee] Наставляемые
   *[all] Участники
}
survey-paper = { $title }, { $day }
survey-came = { $answered ->
    [one] Ответил { $answered } из { $asked }.
   *[other] Ответили { $answered } из { $asked }.
} Все ответы есть в таблице Excel.
survey-mean = Средняя оценка по всем вопросам — { $mean } из 10 ({ $parts }).
survey-mean-part = { $role ->
    [mentor] наставники
   *[mentee] наставляемые
} { $mean }
survey-best = Выше всего — «{ $best }» ({ $best_mean }), ниже всего — «{ $weakest }» ({ $weakest_mean }).
survey-single = «{ $best }»: средняя оценка { $mean }.
survey-alike = Все вопросы оценены одинаково, в среднем на { $mean }.
survey-satisfied = Довольны { $satisfied } из { $count } ({ $percent } %): это те, чья средняя оценка не ниже { $threshold } из 10.

survey-news = { $kind ->
    [satisfaction] Куратор просит ответить на короткий опрос о программе: восемь вопросов, около трёх минут.
   *[other] Куратор просит ответить на вопросы: «{ $title }». Займёт около { $minutes ->
        [one] { $minutes } минуты
       *[other] { $minutes } минут
    }.
}

    Опрос не анонимный: куратор увидит, кто что ответил.
survey-nudge = { $kind ->
    [satisfaction] Вас ждёт короткий опрос о программе: восемь вопросов, около трёх минут.
   *[other] Вас ждут вопросы: «{ $title }». Займёт около { $minutes ->
        [one] { $minutes } минуты
       *[other] { $minutes } минут
    }.
} Последний день для ответа: { $day }.
survey-nudge-begun = Вы начали отвечать: «{ $title }». { $left ->
    [0] Осталось только проверить и отправить.
    [one] Остался { $left } вопрос, это около { $minutes } мин.
    [few] Осталось { $left } вопроса, это около { $minutes } мин.
   *[many] Осталось { $left } вопросов, это около { $minutes } мин.
} Всё, что Вы ответили, на месте. Последний день: { $day }.
survey-ended = Опрос «{ $title }» закончился: { survey-verb } { $answered } из { $asked }.
survey-see-result = Посмотреть результат
survey-answer = Ответить
survey-answer-as = { $role ->
    [mentor] Ответить как наставник
   *[mentee] Ответить как наставляемый
}
survey-answer-to = { $role ->
    [mentor] { $title } (наставник)
    [mentee] { $title } (наставляемый)
   *[all] { $title }
}
survey-which = Вас просят ответить на несколько опросов. С какого начнём?
survey-not-anonymous = Опрос не анонимный: куратор увидит, кто что ответил.
survey-nothing-waits = Сейчас опросов для Вас нет.
survey-over = Этот опрос уже закончен. Спасибо, что откликнулись.

diagnostics-title = <b>Диагностика</b>
diagnostics-about = Люди из пар сами оценивают свои умения от 1 до 10 в начале программы и ещё раз в конце. Вопросы одни и те же, поэтому видно, что изменилось. Педагогов и учеников спрашиваю о своём.
diagnostics-start = Отправить: в начале программы
diagnostics-end = Отправить: в конце программы
diagnostics-compare = Сравнить: было и стало
diagnostics-nothing = Пока никто не ответил, сравнивать нечего.
diagnostics-ready = Готово: в таблице средние оценки и каждый человек отдельно. Храните файл так, чтобы чужие его не увидели.
diagnostics-paper = Диагностика: было и стало
diagnostics-note = В средних учтены только те, кто ответил оба раза. Оценки от 1 до 10 люди ставят себе сами.
