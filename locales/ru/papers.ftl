# Слова, которые стоят в самих документах и картинках.

papers-author = Наставник
papers-page = Стр. { $page } из { $pages }
papers-sheet-list = Список
papers-empty-list = Пока никого нет.

papers-answered = Ответили { $answered } из { $asked }
papers-bars = Синие полосы — средняя оценка по шкале, зелёные — доля ответивших «да». Остальные ответы — в таблице.
papers-n = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[many] { $count } ответов
}
papers-yes-share = да { $share }
papers-yes = да
papers-no = нет

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
