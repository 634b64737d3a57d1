# Исправленная карта при включённом годе; карта прошлого года.

corrected-offer = Похоже, это исправленная карта, по которой уже идёт год: «{ $title }». Вот что изменится.
corrected-moved = { $count ->
    [one] Изменится срок у { $count } строки.
   *[other] Изменятся сроки у { $count } строк.
}
corrected-appeared = { $count ->
    [one] Появится { $count } строка.
    [few] Появятся { $count } строки.
   *[many] Появятся { $count } строк.
}
corrected-vanished = { $count ->
    [one] Исчезнет { $count } строка.
    [few] Исчезнут { $count } строки.
   *[many] Исчезнут { $count } строк.
}
corrected-reworded = { $count ->
    [one] Другими словами — { $count } строка.
    [few] Другими словами — { $count } строки.
   *[many] Другими словами — { $count } строк.
}
corrected-dates = Новые сроки
corrected-date-line = { $row }. { $activity }: { $before } → <b>{ $after }</b>
corrected-new-rows = Новые строки
corrected-new-line = { $row }. { $activity } — { $due }
corrected-gone-rows = Исчезнут
corrected-row-line = { $row }. { $activity }
corrected-words = Изменён текст
corrected-kept = Отметки о выполнении, подтверждения, введённые даты и ответственные останутся. Об исчезнувших строках больше не напомню.
corrected-take-in = Принять изменения
corrected-as-read = Как новую карту
corrected-done = Готово: слежу по исправленной карте. Отметки и подтверждения остались.
corrected-same = Это та же карта, по которой уже идёт год: строки и сроки совпадают. Менять ничего не нужно.
corrected-look = Что изменится

past-move = Перенести на этот год
past-as-is = Включить как есть
