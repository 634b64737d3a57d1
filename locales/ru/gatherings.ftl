# Собрания: педсовет, родительское собрание, встреча с партнёрами; «Я здесь», быстрый опрос, лист регистрации.

gatherings-button = Собрания
gatherings-title = <b>Собрания, пожелания, практики</b>
gatherings-about = Педсовет, родительское собрание, встреча с партнёрами: люди отмечаются по QR-коду и за минуту отвечают на несколько вопросов. Лист регистрации и цифры для протокола сделаю сама.
gatherings-new = Новое собрание
gatherings-all = Все собрания
gatherings-label = { gathering-kind }, { $day }: { $count }
gatherings-gone = Этого собрания больше нет. Вот что есть.
gathering-kind = { $kind ->
    [council] Педсовет
    [parents] Родительское собрание
    [partners] Встреча с партнёрами
    [networking] Нетворкинг
   *[session] Установочная сессия
}
gathering-which = Какое собрание готовим?
gathering-when = <b>{ gathering-kind }</b>

    Когда? Нажмите или напишите, например: «в четверг в 14», «15.10».
gathering-now = Прямо сейчас
gathering-unclear = Не получилось понять день. Можно так: «15.10 14:00» или «завтра в 10».
gathering-past = Этот день уже прошёл. Выберите, пожалуйста, другой.
gathering-polled = <b>{ gathering-kind }</b>, { $moment }

    Задать людям быстрый опрос? Это минута: кто хотел бы стать наставником, чем мог бы помочь.
gathering-with-poll = С быстрым опросом
gathering-without-poll = Только отметиться
gathering-other-time = Другое время
gathering-made = Готово. Покажите картинку с QR-кодом на экране или отправьте ссылку в чат.
gathering-made-already = Такое собрание уже есть, второе делать не стала.
gathering-title = <b>{ gathering-kind }</b>, { $moment }
gathering-standing = { $door ->
    [ahead] Отметиться можно будет в этот день, до полуночи.
    [open] Ссылка открыта до конца дня. Отметились: { $count }.
   *[over] Собрание закончено. Отметились: { $count }.
}
gathering-posters = QR и плакат
gathering-sheet = Лист регистрации
gathering-result = Результат
gathering-tables = Таблицы Excel
gathering-attach = Приложить к строке карты
gathering-invite = Пригласить в наставники ({ $count })
gathering-back = К собранию

gathering-picture-text = Наведите камеру телефона на код своего мессенджера, напишите любое слово и нажмите «Я здесь».
gathering-poster-how = Наведите камеру телефона на код своего мессенджера. Откроется чат: напишите любое слово и нажмите «Я здесь».
gathering-poster-help = Нет телефона под рукой? Распишитесь в листе регистрации.
gathering-posters-sent = Картинка — для экрана или чата, плакат — для печати, в Word и PDF. Код действует в день собрания.
gathering-sheet-sent = { $count ->
    [0] В листе пока только пустые строки: их можно заполнить от руки.
    [one] В листе { $count } человек с отметкой в мессенджере и пустые строки для тех, кто распишется от руки.
    [few] В листе { $count } человека с отметкой в мессенджере и пустые строки для тех, кто распишется от руки.
   *[other] В листе { $count } человек с отметкой в мессенджере и пустые строки для тех, кто распишется от руки.
}
gathering-sheet-subject = { $kind ->
    [council] заседания педагогического совета
    [parents] родительского собрания
    [partners] встречи с партнёрами
    [networking] встречи наставников и наставляемых (нетворкинг)
   *[session] установочной сессии
}
gathering-sheet-child = Класс или группа ребёнка
gathering-paper-title = { gathering-kind }, { $day }
gathering-paper-codes = { gathering-kind }, QR-код
gathering-paper-poster = { gathering-kind }, плакат
gathering-paper-sheet = { gathering-kind }, лист регистрации
gathering-paper-people = { gathering-kind }, кто был
gathering-paper-counts = { gathering-kind }, ответы
gathering-column-number = №
gathering-column-name = ФИО
gathering-column-post = Должность
gathering-column-came = Отметился в
gathering-column-question = Вопрос
gathering-column-answer = Ответ
gathering-column-count = Сколько

gathering-came = { $came ->
    [one] отметился { $came } человек
    [few] отметились { $came } человека
   *[other] отметились { $came } человек
}
gathering-protocol = Для протокола: { gathering-came }, на опрос { $answered ->
    [one] ответил { $answered }
   *[other] ответили { $answered }
}{ $unnamed ->
    [0] { "" }
   *[other] { " " }(из них без имени { $unnamed })
}, хотят стать наставниками { $willing } ({ $percent } % ответивших).
gathering-protocol-plain = Для протокола: { gathering-came }.
gathering-willing = <b>Хотят стать наставниками:</b>
gathering-tables-sent = Готово. В таблицах имена и ответы тех, кто дал согласие; ответы без имени — только числами. Храните файлы так, чтобы чужие их не увидели.
gathering-nobody = Пока никто не отметился, таблица была бы пустой.
gathering-invited = { $count ->
    [one] Напишу { $count } участнику: предложу заполнить анкету наставника.
   *[other] Напишу { $count } участникам: предложу заполнить анкету наставника.
}
gathering-invited-already = Им я уже написала, второй раз не буду.
gathering-mentor-news = На собрании Вы сказали, что хотели бы стать наставником. Спасибо! Следующий шаг — короткая анкета, около пяти минут.
gathering-mentor-begin = Заполнить анкету
gathering-which-row = К какой строке дорожной карты приложить? Сначала те, где речь о таком собрании. В подтверждение запишу дату и цифры для протокола.
gathering-row = { $row }: { $activity }
gathering-no-rows = Открытых строк в дорожной карте нет, прикладывать не к чему.
gathering-attached = Приложила к строке { $row }. Лист регистрации можно прислать туда же файлом, когда его подпишут.

gathering-closed = { $door ->
    [ahead] { gathering-kind } будет { $moment }. Отметиться можно в этот день: откройте ссылку ещё раз.
   *[over] Это собрание уже закончено, отметиться нельзя. Если Вы были, скажите куратору.
}
gathering-over = Это собрание уже закончено. Спасибо, что были.
gathering-welcome = Здравствуйте! «{ $organisation }»: { $kind ->
    [council] педсовет
    [parents] родительское собрание
    [partners] встреча с партнёрами
    [networking] общая встреча наставников и наставляемых
   *[session] установочная сессия
}.

    Чтобы отметиться, нужно Ваше согласие на обработку персональных данных: я запишу имя и то, что Вы были.
gathering-sign-in = Отметиться
gathering-without-name = Ответить на вопросы без имени
gathering-name = { gathering-kind }. Как Вас записать? Напишите фамилию, имя и отчество.
gathering-name-again = Не получилось понять имя. Напишите, пожалуйста, фамилию, имя и отчество, например: Петрова Анна Олеговна.
gathering-post = Кем Вы работаете? Это нужно для листа регистрации. Например: воспитатель.
gathering-post-again = Получилось слишком коротко или длинно: хватит названия должности.
gathering-post-kept = Записала.
gathering-here-ask = { gathering-kind }. Вы здесь?
gathering-here = Я здесь
gathering-there = Записала: Вы здесь ✅
gathering-there-already = Вы уже отмечены ✅
gathering-unnamed = Имя я не спрашиваю и не храню: считаю только ответы.
gathering-unnamed-unclear = Не получилось понять ответ. Нажмите, пожалуйста, на один из вариантов.
gathering-unnamed-thanks = Спасибо! Ответы учтены без имени.
