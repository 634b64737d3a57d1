# Слова, которые стоят в самих документах и картинках.

papers-author = Наставник
papers-page = Стр. { $page } из { $pages }
papers-sheet-list = Список
papers-empty-list = Пока никого нет.

papers-answered = Ответили { $answered } из { $asked }
papers-rest-in-table = Ответы на остальные вопросы — в таблице.
papers-n = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[many] { $count } ответов
}
papers-yes-share = да { $share }
