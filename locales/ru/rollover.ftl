# Карта на следующий год: перенос строк, просмотр, бумага на подпись.

to-sign-approved = УТВЕРЖДАЮ
to-sign-head = Руководитель
to-sign-signature = ____________________ { $name }
to-sign-order = Приказ № ______ от «____» ____________ { $year } г.
to-sign-curator = Куратор программы наставничества { $signature }
to-sign-column = { $column ->
    [number] № п/п
    [activity] Содержание деятельности
    [due] Сроки
    [result] Ожидаемый результат (вид документа)
    [indicator] Показатели эффективности
   *[responsible] Ответственные
}
