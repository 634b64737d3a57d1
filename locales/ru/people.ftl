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
people-list-open = Нажмите номер, чтобы открыть карточку, или напишите фамилию.
people-list-empty = Здесь пока никого нет.
people-list-nobody = Таких здесь нет. Попробуйте другое слово или уберите отбор.
people-list-line-hidden = { $place }. Имя скрыто: нет согласия
people-narrowed = { $by } — { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
people-word = «{ $word }»
people-filters = Отобрать
people-show-all = Показать всех
people-filters-ask = Кого показать? Можно и просто написать в списке фамилию или слово из анкеты.
people-filter = { $kind ->
    [topic] { $role ->
        [mentor] Чем может помочь
       *[mentee] С чем нужна помощь
    }
    [day] День встреч
    [category] Педагог, ученик…
    [grade] Квалификация
    [free] Есть свободное место
    [unpaired] Без пары
    [unsent] Анкета не отправлена
   *[unagreed] Без согласия
}
people-filter-values = { $kind ->
    [topic] { $role ->
        [mentor] Чем наставник может помочь?
       *[mentee] С чем нужна помощь?
    }
    [day] В какой день?
    [grade] Какая квалификация?
   *[category] Кого показать?
}
people-filter-nothing = Отбирать пока не по чему: в отправленных анкетах об этом ничего нет.
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
people-card-pair = Пара: { $names }
people-card-pair-proposed = Предложена пара: { $names }
people-card-no-pair = Пары пока нет.
people-card-consent = Согласие на обработку персональных данных: есть ✅
people-card-age = ⚠️ Обучающийся, но указано, что старше 18. Проверьте: «Согласия и возраст».
people-card-no-consent = Согласия на обработку персональных данных нет ⚠️
people-card-form = <b>{ $title }</b>
people-card-unsent = <b>{ $title }</b>: ещё не отправлена.
people-card-answer = { $question }: { $answer }
people-gone = Этого человека в программе больше нет.

people-papers = Таблицы и бланки
people-papers-ask = Что подготовить?
people-register-sheet = Персонифицированный учёт
people-register-ready = Готово. В учёте { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}: кто, в какой роли и с какого дня участвует. Храните файл так, чтобы чужие его не увидели.
people-pair-until = { $name } (по { $day })
people-blanks = Бланки анкет
people-form-of-mentoring = { $mentor ->
    [teacher] педагог
    [pupil] ученик
    [parent] родитель
    [graduate] выпускник
   *[partner] работодатель
} — { $mentee ->
    [teacher] педагог
    [pupil] ученик
    [parent] родитель
    [graduate] выпускник
   *[partner] работодатель
}

people-card-hidden = <b>Имя скрыто</b>
people-card-mark = Допуск наставника
people-grade-name = { $grade ->
    [first] первая
    [highest] высшая
    [mentor] педагог-наставник
    [methodist] педагог-методист
   *[none] не отмечена
}
people-grade = Категория: { people-grade-name }
people-grade-told = в анкете: { people-grade-name }
people-confirm-grade = Подтвердить: { people-grade-name }
people-may-mentor = Можно быть наставником: { $may ->
    [True] да
   *[False] { $told ->
        [True] пока нет ({ $reason })
       *[False] пока нет
    }
}
people-set-grade = { $grade ->
    [first] Первая категория
    [highest] Высшая категория
    [mentor] Педагог-наставник
    [methodist] Педагог-методист
   *[none] Без категории
}
people-set-may = { $may ->
    [True] Можно быть наставником
   *[False] Пока не может
}
people-not-yet-why = { $name }: почему пока нет? Напишите в двух словах, увидите это только Вы.

same-open = Это тот же человек, что…
same-ask = { $name }. Кто это ещё? Выберите вторую запись этого человека или напишите часть имени.
same-ask-alike = { $name }. Кто это ещё? Сначала похожие имена. Можно и написать часть имени.
same-not-found = Такого имени не нашла.
same-label = { $name } · { $roles }
same-sure = Это один и тот же человек?
same-no-messenger = без мессенджера
same-forms = { $count ->
    [0] анкет нет
    [one] { $count } анкета
    [few] { $count } анкеты
   *[many] { $count } анкет
}
same-pair = пара: { $names }
same-then = Роли, согласия, анкеты, пары и письма будут вместе под именем: { $name }. Если анкета заполнена дважды, действует последняя, прежние ответы останутся в истории. Разделить потом нельзя.
same-yes = Да, один человек
same-name = Имя: { $name }
same-choose-other = Выбрать другую запись
same-refused = { $name } и { $other }: соединить нельзя. { $why ->
    [age] В записях разный возраст. Сначала исправьте его в карточке: «Согласия и возраст».
    [pair] Они стоят в одной паре или группе, значит, это разные люди.
    [two_mentors] У обоих сейчас есть наставник. Сначала завершите одну из двух пар.
    [guardian] Один из них — родитель другого.
    [messenger] Обе записи — в одном мессенджере. Пусть человек в лишнем чате нажмёт «Ещё» — «Мои данные» — «Удалить мои данные».
    [elsewhere] Этот человек участвует и в другой организации, её данные открыть отсюда нельзя. Пусть сам возьмёт код: «Ещё» — «Продолжить в другом мессенджере» — и пришлёт его туда.
   *[same] Это одна и та же запись.
}
same-done = Готово: { $name } — теперь одна запись, всё на месте.
same-card = Открыть карточку
same-told = Куратор соединил две Ваши записи: анкеты, согласия и пары теперь вместе. Если видите что-то чужое, напишите куратору.
own-records-ask = Здесь я знаю Вас как { $name }, а этот код — для записи «{ $other }». Если обе записи Ваши, соединю их: анкеты, согласия и пары будут вместе. Разделить потом нельзя.
own-records-yes = Да, обе записи мои
own-records-no = Нет, это не я
own-records-apart = Хорошо, ничего не меняю. Передайте, пожалуйста, код тому, чей он.
own-records-done = Готово: всё вместе, и пишу я Вам теперь сюда.
