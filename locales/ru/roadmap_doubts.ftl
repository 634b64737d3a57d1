# Сомнения: по одному на экран, с предложениями.

doubt-title = <b>Сомнение { $number } из { $count }</b>
doubt-more-rows = { $count ->
    [one] и ещё { $count } строка
    [few] и ещё { $count } строки
   *[many] и ещё { $count } строк
}
doubt-settled = Ваш ответ: <b>{ $answer }</b>.
doubt-kept = Записала: { $answer }.
doubt-skip = Пропустить
doubt-next = Дальше
doubt-reopen = Изменить ответ
doubt-keep-rest = Остальные — как есть
doubt-to-roadmap = К карте
doubt-type = { $what ->
    [due] Ввести срок
    [title] Ввести заголовок
   *[activity] Исправить название
}
doubt-ask-due = Напишите срок так, как написали бы в документе: «до 15 октября», «ноябрь», «ежемесячно», «весь период».
doubt-ask-activity = Напишите, что нужно сделать в этой строке.
doubt-ask-title = Напишите заголовок карты целиком.
doubt-title-is = Заголовок: { $title }
doubt-title-kept = Записала. Теперь заголовок такой: { $title }
doubt-due-unclear = Не получилось понять срок. Можно так: «до 15 октября», «15.10.2026», «ноябрь», «ежемесячно», «по запросу».
doubt-due-impossible = Такого дня в календаре нет. Проверьте число и напишите ещё раз.
doubt-gone = Этого сомнения уже нет: карта изменилась.

doubt-answer-above = { $due ->
    [none] Как у строк выше
   *[other] Как у строки выше: { $due }
}
doubt-answer-period_end = До конца периода ({ $end })
doubt-answer-throughout = Весь период
doubt-answer-request = Без даты, по запросу
doubt-answer-ask = Спросить меня позже
doubt-answer-year = { $mark }
doubt-answer-agree = Да, верно
doubt-answer-expected = Так и должно быть
doubt-answer-working_day = { $day ->
    [none] Срок прежний, напомню заранее
   *[other] Хорошо, напомнить не позже { $day }
}
doubt-answer-together = Хорошо, одним сообщением
doubt-answer-responsible = { $name }
doubt-answer-nobody = Пока напоминать мне
doubt-answer-same = Один человек: { $name }
doubt-answer-different = Это разные люди
doubt-answer-one = Лишнюю строку убрать
doubt-answer-both = Это не повтор, оставить
doubt-answer-own_name = Заменить на { $name }
doubt-answer-split = Нет, это две строки
doubt-answer-earlier = Перенести стр. { $name }: { $due }
doubt-answer-solved = Уже исправлено другим ответом
doubt-answer-in_document = Исправлю в документе позже
doubt-answer-keep = Оставить как есть
doubt-answer-typed = { $name }

doubts-done = <b>Все сомнения разобраны.</b>
doubts-left = { $count ->
    [one] <b>Без ответа осталось { $count } сомнение.</b> К нему можно вернуться в любое время, и после включения года тоже.
    [few] <b>Без ответа осталось { $count } сомнения.</b> К ним можно вернуться в любое время, и после включения года тоже.
   *[many] <b>Без ответа осталось { $count } сомнений.</b> К ним можно вернуться в любое время, и после включения года тоже.
}
doubts-changed = { $count ->
    [one] Изменила { $count } строку.
    [few] Изменила { $count } строки.
   *[many] Изменила { $count } строк.
}
doubts-in-document = Вы хотели исправить в документе:
doubts-in-document-advice = Когда исправите, просто пришлите файл снова: отметки и подтверждения останутся.
doubts-answered-all = { $count ->
    [one] Записала { $count } ответ.
    [few] Записала { $count } ответа.
   *[many] Записала { $count } ответов.
}
doubts-look-again = Посмотреть ещё раз
doubts-go-on = К тем, что без ответа
doubts-show = Посмотреть сомнения ({ $count })
doubts-open = Сомнения ({ $count })

doubts-kinds = <b>Сомнений много: { $count }.</b> Я разложила их по видам, чтобы на похожие можно было ответить сразу.
doubts-kind-line = { $kind } — { $count }
doubts-kind-title = <b>{ $kind }</b>: { $count }
doubts-kind-together = Ответить на все сразу?
doubts-one-by-one = По одному
doubts-to-kinds = К видам

doubt-kind-other_organisation = Другая организация
doubt-kind-no_date = Нет срока
doubt-kind-unknown_due = Срок не прочитан
doubt-kind-impossible_date = Такой даты нет
doubt-kind-reversed_range = Даты перепутаны
doubt-kind-no_anchor = Непонятно, с какого дня
doubt-kind-due_elsewhere = Дата в другом документе
doubt-kind-no_month = Не назван месяц
doubt-kind-rough_rhythm = Дни взяты примерно
doubt-kind-rough_due = Границы взяты примерно
doubt-kind-before_or_within = «До начала» или «до конца»
doubt-kind-year_guessed = Не назван год
doubt-kind-inherited_due = Срок взят из строки выше
doubt-kind-outside_period = Срок вне периода
doubt-kind-weekend_deadline = Срок в выходной
doubt-kind-crowded_day = Много сроков в один день
doubt-kind-no_responsible = Нет ответственного
doubt-kind-no_activity = Нет мероприятия
doubt-kind-placeholder = Незаполненное место
doubt-kind-relic_year = Прошлый год в тексте
doubt-kind-years_disagree = Годы расходятся
doubt-kind-early_for_year = Срок раньше учебного года
doubt-kind-duplicated_cells = Повтор в ячейках
doubt-kind-repeated_sentence = Повтор предложения
doubt-kind-same_rows = Одинаковые строки
doubt-kind-cut_cell = Обрывок текста
doubt-kind-similar_names = Похожие фамилии
doubt-kind-doubtful_join = Собрано из частей
doubt-kind-lost_section = Потерян раздел
doubt-kind-columns_guessed = Столбцы без заголовков
doubt-kind-unread_column = Столбец без места
doubt-kind-order_consents = Согласия позже данных
doubt-kind-order_bases = Анализ анкет позже баз
doubt-kind-order_pairs = Анализ анкет позже пар
doubt-kind-order_pairs_order = Приказ позже встреч
doubt-kind-order_selection = Отбор позже работы пар
doubt-kind-order_monitoring = Порядок мониторинга
doubt-kind-order_meeting = Встреча раньше пар
