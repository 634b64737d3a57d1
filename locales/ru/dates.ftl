# Даты, как их говорят люди.

date-near = { $distance ->
    [0] сегодня
   *[1] завтра
}
date-month = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
date-day = { $day } { date-month }
date-day-year = { $day } { date-month } { $year } года
date-weekday = { $weekday ->
    [1] в понедельник
    [2] во вторник
    [3] в среду
    [4] в четверг
    [5] в пятницу
    [6] в субботу
   *[7] в воскресенье
}, { $day }
date-moment = { $day }, в { $time }
date-moment-near = { $day } в { $time }
date-short = { $weekday ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
} { $text }
date-days-left = { $days ->
    [0] сегодня последний день
    [1] завтра последний день
   *[other] { $days ->
        [one] через { $days } день
        [few] через { $days } дня
       *[many] через { $days } дней
    }
}
