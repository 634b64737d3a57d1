# Год по дорожной карте: много строк одним сообщением, просрочки по ступеням, запросы, доли.

roadmap-news-start = Строка { $row } начинается сегодня, срок — до { $day }. { $activity }

roadmap-heap = { $kind ->
    [deadline] ⏰ { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[many] { $count } строк
    }{ $same ->
        [True] { $left ->
            [0] : срок сегодня, { $day }
            [1] : срок завтра, { $day }
           *[other] { " " }до { $day }
        }:
       *[False] , срок подходит:
    }
    [start] { $count ->
        [one] Начинается { $count } строка
        [few] Начинаются { $count } строки
       *[many] Начинаются { $count } строк
    }{ $same ->
        [True] , все до { $day }:
       *[False] :
    }
    [check_in] { $count ->
        [one] { $count } строка идёт
        [few] { $count } строки идут
       *[many] { $count } строк идут
    } весь период{ $same ->
        [True] , до { $day }
       *[False] { "" }
    }. Как с ними дела?
    [ask_date] { $count ->
        [one] У { $count } строки
       *[other] У { $count } строк
    } в документе нет даты. Когда это нужно сделать?
   *[overdue] ⚠️ { $count ->
        [one] У { $count } строки
       *[other] У { $count } строк
    } срок прошёл{ $same ->
        [True] { " " }{ $day }
       *[False] { "" }
    }, отметки нет:
}
roadmap-heap-row = { $row } — { $activity }{ $kind ->
    [plain] { "" }
    [ask_date] { " " }({ $phrase })
    [overdue] { " " }(срок был { $day })
    [escalated] { " " }(срок был { $day })
   *[other] { $left ->
        [0] { " " }(<b>сегодня</b>)
        [1] { " " }(<b>завтра</b>)
       *[other] { " " }(до { $day })
    }
}
roadmap-heap-open = { $kind ->
    [deadline] Скоро срок
    [start] Начинается
    [check_in] Весь период
    [ask_date] Без даты
   *[overdue] Просрочено
}: { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}

roadmap-escalated-to-head = { $count ->
    [one] { $count } строка дорожной карты просрочена
    [few] { $count } строки дорожной карты просрочены
   *[many] { $count } строк дорожной карты просрочены
} больше недели. Ответственные и куратор знают; возможно, нужна Ваша помощь.
roadmap-escalated-to-district = В организациях есть строки района, просроченные больше двух недель. Там об этом знают; возможно, нужна Ваша помощь.
roadmap-escalated-organisation = { $name } — { $count ->
    [one] строка { $rows }
   *[other] строки { $rows }
}{ $rest ->
    [0] { "" }
   *[other] { " " }и ещё { $rest }
}

requests-ask = Попросить…
requests-choose = О чём Вы хотите попросить? Ответственный узнает сразу.
requests-what = { $activity }

    Напишите одним сообщением, что Вам нужно.
requests-taken = Записала: { $activity }. { $told ->
    [True] Передам тем, кто за это отвечает; когда будет готово, напишу Вам.
   *[False] За эту строку отвечаете Вы.
}
requests-another = Попросить ещё
requests-list = К запросам
requests-all = Открытые запросы
requests-add = Добавить запрос
requests-open = Запросы ({ $count })
requests-look = Посмотреть запрос
requests-waiting = { $count ->
    [one] Ждёт { $count } запрос
    [few] Ждут { $count } запроса
   *[many] Ждут { $count } запросов
}, { $days ->
    [0] открыт сегодня
    [one] самому давнему { $days } день
    [few] самому давнему { $days } дня
   *[many] самому давнему { $days } дней
}.
requests-none = Открытых запросов сейчас нет.
requests-title = <b>Открытые запросы</b> · { $number } из { $pages }
    Нажмите номер, чтобы открыть запрос.
requests-line = <b>{ $place }.</b> { $words } — { requests-age }
requests-age = { $days ->
    [0] сегодня
    [one] { $days } день назад
    [few] { $days } дня назад
   *[many] { $days } дней назад
}
requests-card = <b>Запрос по строке { $row }</b>
    { $activity }
    Просит { $name }, { requests-age }:
requests-closed = ✅ Запрос выполнен. Если хотите, приложите подтверждение к строке: файл, фото или ссылку.
requests-closed-already = Этот запрос уже выполнен.
requests-news-opened = Новый запрос по Вашей строке дорожной карты: { $activity }
requests-news-closed = Ваш запрос выполнен: { $activity }

status-in-time = В срок: { $kept } из { $over }, чей срок прошёл ({ $percent } %)

why-paper = Это строки документа «{ $title }»{ $approval }:
    { $rows }
why-row-short = строка { $row }: { $activity }, { $due }
why-row = Это строка { $row } документа «{ $title }»{ $approval }: { $activity }

    { $due }.
why-approved-by = утверждение: { $name }
why-order = приказ { $number }
why-more-rows = { $count ->
    [one] И ещё { $count } строка.
    [few] И ещё { $count } строки.
   *[many] И ещё { $count } строк.
}
why-post = { $post ->
    [responsible] Вы отвечаете за это как «{ $name }».
    [head] Вы руководитель организации.
    [coordinator] Вы координатор района.
    [stand-in] Ответственного в программе пока нет, поэтому пишу Вам как куратору.
   *[curator] Вы куратор программы.
}
why-rule = { $kind ->
    [start] Я говорю, когда начинается срок из нескольких дней, и напоминаю перед его концом.
    [deadline] Я напоминаю за 14, 7 и 1 день и в сам день срока.
    [check_in] О строках на весь период я спрашиваю раз в месяц.
    [ask_date] Даты в документе нет, поэтому раз в месяц я спрашиваю о ней, пока её не введут.
    [escalated] Если строку не отметили и через рабочую неделю, об этом узнаёт руководитель, ещё через неделю — район. О каждой строке говорю один раз.
   *[overdue] Срок прошёл, а отметки нет: об этом один раз узнают ответственные и куратор.
}
