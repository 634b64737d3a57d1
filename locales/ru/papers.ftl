# Слова, которые стоят в самих документах и картинках.

papers-author = Наставник
papers-page = Стр. { $page } из { $pages }
papers-sheet-list = Список
papers-empty-list = Пока никого нет.

papers-answered = { $answered ->
    [one] Ответил { $answered } из { $asked }
   *[other] Ответили { $answered } из { $asked }
}
papers-bars = Синие полосы — средняя оценка по шкале, зелёные — доля ответивших «да». Остальные ответы — в таблице.
papers-n = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[many] { $count } ответов
}
papers-yes-share = да { $share }
papers-yes = да
papers-no = нет

papers-sheet-totals = Итог
papers-column-measure = Что оценивали
papers-column-people = Ответили оба раза
papers-column-before = Было
papers-column-after = Стало
papers-column-change = Изменение
papers-sheet-summary = Сводка
papers-sheet-answers-of = Ответы { $audience }
papers-sheet-open-answers = Свободные ответы
papers-anonymous = Опрос анонимный: имён и дат здесь нет, порядок строк ничего не значит.
papers-column-number = №
papers-column-person = ФИО
papers-column-sent = Дата
papers-column-audience = Кто отвечал
papers-column-question = Вопрос
papers-column-answered = Ответов
papers-column-mean = Среднее
papers-column-distribution = Распределение
papers-column-answer = Ответ

papers-part = Часть { $page } из { $pages }
papers-today = сегодня, { $day }
papers-done-of = Выполнено { $done } из { $count }
papers-part-done = { $done } из { $count }
papers-rows = Строки { $first }–{ $last }
papers-no-section = Без раздела
papers-more-sections = И ещё { $count ->
    [one] { $count } раздел
    [few] { $count } раздела
   *[many] { $count } разделов
}: они есть в таблице.
papers-months-explained = Число в месяце — сколько в нём сроков, цвет — самое срочное из них.
papers-no-due = без срока
papers-state = { $state ->
    [done] выполнено
    [overdue] просрочено
    [near] скоро срок
    [undated] без даты
   *[ahead] впереди
}
papers-month = { $month ->
    [1] янв
    [2] фев
    [3] мар
    [4] апр
    [5] май
    [6] июн
    [7] июл
    [8] авг
    [9] сен
    [10] окт
    [11] ноя
   *[12] дек
}

papers-sheet-roadmap = Дорожная карта
papers-approved = УТВЕРЖДЕНО
papers-times = { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[many] { $count } раз
}, { $first } – { $last }
papers-as-of = Состояние на { $day }
papers-column-section = Раздел
papers-column-activity = Мероприятие
papers-column-due = Срок
papers-column-dates = Даты
papers-column-last-day = Последний день
papers-column-responsible = Ответственные
papers-column-state = Состояние
papers-column-done = Выполнено
papers-column-result = Результат
papers-column-indicator = Показатель
papers-column-first-day = Первый день
papers-column-evidence = Подтверждение

papers-slip-where = Вас приглашают в программу наставничества: { $organisation }
papers-slip-how = Наведите камеру телефона на код. Или откройте бота по адресу под кодом и напишите ему эти буквы и цифры. Займёт 5 минут.
papers-slip-code = Ваш код: { $code }

papers-blank-code = Код бланка: { $code }
papers-blank-how = Отметьте подходящее галочкой или напишите печатными буквами. На что не хотите отвечать, оставьте пустым.
papers-blank-yes = да
papers-blank-no = нет
papers-blank-own = Своими словами:
papers-blank-file = Приложите документ или фото к этому листу.
papers-blank-consent = Согласие на обработку персональных данных
papers-blank-consent-given = получено
papers-blank-consent-separate = Подписывается отдельным документом. Без него ответы в базу не вносятся.
papers-blank-consent-taken = Принято (дата, подпись): __________________
papers-blank-date = Дата заполнения и подпись

papers-column-post = Должность
papers-column-sign = Подпись
papers-attendance-title = Лист регистрации участников
papers-attendance-came = отметка в мессенджере, { $time }
papers-attendance-note = Отметились в мессенджере: { $count }. Остальные участники расписываются в свободных строках.
papers-attendance-total = Всего присутствовало, человек:
papers-attendance-responsible = Ответственный за регистрацию (подпись, расшифровка):
