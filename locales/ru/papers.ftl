# Слова, которые стоят в самих документах и картинках.

papers-author = Наставник
papers-page = Стр. { $page } из { $pages }
papers-sheet-list = Список
papers-empty-list = Пока никого нет.
