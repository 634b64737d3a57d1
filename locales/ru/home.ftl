# Главные экраны и «Ещё».

more = Ещё
more-title = Что ещё можно сделать:

home-way = Спасибо. Кнопка «В начало» внизу всегда вернёт на главный экран.
home-no-role = Здравствуйте! Осталось выбрать, кем Вы хотели бы быть в программе.

letter-write = Написать куратору
letter-ask = Напишите куратору одним сообщением, я передам. Ответ придёт сюда же.

quiet-button = Не писать до…
quiet-ask = До какого дня Вас не беспокоить? Можно выбрать или написать дату: «до 15 октября», «на три недели».
quiet-pair = Ваша пара узнает, что Вас пока нет.
quiet-week = Неделю
quiet-fortnight = Две недели
quiet-end = Снова писать мне
quiet-held = Хорошо, до конца дня { $day } напоминаний не будет. Если что-то понадобится Вам, я здесь.
quiet-ended = Хорошо, снова буду напоминать.
quiet-unclear = Не получилось понять дату. Можно так: «до 15.10», «до понедельника», «на две недели».

person-unnamed = (имя пока не указано)
and-more = { $count ->
    [one] и ещё { $count } человек
    [few] и ещё { $count } человека
   *[many] и ещё { $count } человек
}

curator-title = <b>{ $organisation }</b>
curator-status = Как идут дела
curator-roadmap = Дорожная карта
curator-people = Люди
curator-pairs = Пары
curator-surveys = Опросы
curator-posts = Публикации
curator-invite = Пригласить
curator-own-side = Моё участие
curator-step-roadmap = Начнём с дорожной карты: нажмите «Дорожная карта» и пришлите файл или вставьте её текстом.
curator-step-invite = Дорожная карта есть. Теперь пригласите коллег: кнопка «Пригласить» даст ссылку и QR-код.
curator-step-switch-on = Дорожная карта прочитана и ждёт Вашего решения: кнопка «Дорожная карта».
curator-step-pairs = { $missing ->
    [0] Анкеты заполнены. Пора составить первую пару: кнопка «Пары».
   *[other] Люди приходят. Когда анкеты будут заполнены, составьте первую пару: кнопка «Пары».
}

status-title = <b>{ $organisation }</b>: как идут дела
status-filled = Анкеты: { $done } из { $count }
status-consents = Согласия: { $done } из { $count }
status-pairs = Пары: { $count }
status-done = Дорожная карта: выполнено { $done } из { $count } { $count ->
    [one] строки
   *[other] строк
} ({ $share } %) { $overdue ->
    [0] { "" }
    [one] · просрочена { $overdue } строка ⚠️
    [few] · просрочено { $overdue } строки ⚠️
   *[many] · просрочено { $overdue } строк ⚠️
}
status-nobody = Пока никто не пришёл по приглашению.
status-all-filled = Все, кто пришёл, заполнили анкеты ✅
status-silent = Ещё не заполнили анкету:
status-no-roadmap = Дорожной карты пока нет.
status-rows = Строки дорожной карты: выполнено { $done }, скоро срок у { $near }, просрочено { $overdue }, впереди { $ahead }{ $undated ->
    [0] { "" }
   *[other] , без даты { $undated }
}{ $request ->
    [0] { "" }
   *[other] , по запросу { $request }
}.
status-roadmap = Строки дорожной карты
status-people = Люди

home-greeting = Здравствуйте!
home-greeting-name = Здравствуйте, { $name }!
home-waiting = Спасибо, что Вы с нами. { $side ->
    [guardian] Согласия за ребёнка — в «Мои дети». Если от Вас что-то понадобится, я напишу.
    [staff] Когда для Вас будет письмо или дело из дорожной карты, я напишу.
   *[other] Когда для Вас будет пара, опрос или новость, я напишу.
}
home-unfinished = Есть анкета, которую Вы начали и не отправили. Всё, что Вы уже ответили, на месте.
home-continue-form = Продолжить анкету
home-continue-poll = Продолжить опрос
home-survey = Ответить на опрос
home-my-answers = Мои ответы
