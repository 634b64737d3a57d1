# Партнёры программы и соглашения с ними.

partners-button = Партнёры
partners-title = { $count ->
    [0] <b>Партнёры программы</b>

        Пока здесь никого нет. Добавьте организацию, с которой Вы работаете: вуз, предприятие, библиотеку.
   *[other] <b>Партнёры программы</b>: { $count }
}
partners-line = { $name } — соглашение до { $day }
partners-line-over = { $name } — соглашение закончилось: { $day }
partners-add = Добавить партнёра
partners-sheet = Партнёры в Excel
partners-note = На { $day } · { $organisation }
partners-gone = Этого партнёра в списке уже нет.
partners-ask = { $part ->
    [name] Как называется организация?
    [contact] Кто там отвечает за наставничество? Должность и рабочий телефон одной строкой, имя — только если человек на это согласен. Увидит это только куратор.
    [number] Какой номер у соглашения?
    [agreed_on] Когда подписано соглашение? Например: 15.09.2026.
    [until] До какого дня оно действует? За 30 дней я напомню.
   *[file] Пришлите скан или фото соглашения.
}
partners-edit = { $part ->
    [name] Название
    [contact] Контакт
    [number] Номер соглашения
    [agreed_on] Дата соглашения
    [until] Срок соглашения
   *[file] Скан соглашения
}
partners-part = { $part ->
    [contact] Контактное лицо
    [number] Соглашение №
    [agreed_on] Подписано
    [until] Действует до
   *[file] Скан
}: { $value }
partners-has-file = есть
partners-nothing-told = Пока известно только название.
partners-to-card = Карточка партнёра
partners-see-file = Посмотреть скан
partners-no-file = Здесь мне нужен файл или фото.
partners-no-date = Не поняла дату. Напишите, пожалуйста, так: 15.09.2026.
partners-kept = Записала.
partners-remove = Убрать из списка
partners-remove-sure = Убрать «{ $name }» из списка партнёров?
partners-removed = Убрала.
partners-ending = Соглашение с партнёром «{ $name }» заканчивается: { $day }. Если сотрудничество продолжается, его пора продлить.
