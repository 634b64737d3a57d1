# Слова команд.

command-not-a-roadmap = Не похоже на дорожную карту: в файле нет таблицы с мероприятиями и сроками.
command-rows = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
command-doubts = Что вызывает сомнение:
