# Дорожная карта: чтение, включение, строки, напоминания.

roadmap-ask = Пришлите дорожную карту файлом: docx, xlsx, pdf с текстом, txt, tsv или html. Можно просто вставить её текст сюда.

    Прочитаю, покажу, что поняла, и ничего не включу без Вас.
roadmap-another = Пришлите, пожалуйста, другой файл или вставьте текст карты сюда.
roadmap-none = Дорожной карты пока нет: её пришлёт куратор.
roadmap-untitled = Дорожная карта
roadmap-open = К дорожной карте
roadmap-not-found = В этом документе не нашлось таблицы с мероприятиями и сроками — похоже, это не дорожная карта.
roadmap-not-russian = Похоже, документ не на русском языке, а читать я умею только русские.
roadmap-same-file = Этот файл уже включён: именно по нему я и слежу за сроками.
roadmap-text-short = Для дорожной карты это слишком коротко: нужна таблица с мероприятиями.
roadmap-text-long = Текста получилось больше, чем можно прочитать в сообщениях. Пришлите его, пожалуйста, файлом.
roadmap-text-no-table = Таблицы с мероприятиями в этом тексте пока не видно. Если это начало, пришлите продолжение, я соединю.
roadmap-text-more = Если мессенджер разделил текст на части, просто пришлите следующую: прочитаю всё вместе.
roadmap-offer = Это дорожная карта? Похоже на неё: «{ $title }», { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}.
roadmap-offer-yes = Да, посмотреть
roadmap-offer-no = Нет, это другое
roadmap-decided = С этой картой уже всё решено.
roadmap-declined = Хорошо, эту карту не включаю.
roadmap-send-another = Прислать другую

problem-empty = Файл пустой: в нём ничего нет.
problem-not_text = Это не похоже на текст: прочитать файл не получилось.
problem-broken = Файл повреждён и не открывается. Попробуйте открыть его у себя и сохранить заново.
problem-bomb = Внутри файл слишком большой, распаковывать его небезопасно.
problem-encrypted = Файл защищён паролем. Снимите пароль и пришлите ещё раз.
problem-scan = Это скан: в файле только картинки страниц, текста в нём нет.
problem-picture = Это картинка, прочитать с неё таблицу я не могу.
problem-unsupported = Такие файлы я не читаю. Сохраните документ как docx, xlsx или pdf.
problem-worker_timeout = Файл читается слишком долго, я остановилась. Возможно, в нём много лишнего.
problem-worker_memory = Файл слишком сложный, прочитать его не получилось.
problem-worker_crash = Прочитать этот файл не получилось. Попробуйте сохранить его в другом формате.

roadmap-read = Прочитала «{ $title }»: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}{ $sections ->
    [0] .
    [one] { " " }в { $sections } разделе.
   *[other] { " " }в { $sections } разделах.
}
roadmap-read-dues = Сроки: { $parts }.
roadmap-read-dated = с датами — { $count }
roadmap-read-throughout = «весь период» — { $count }
roadmap-read-on-request = по запросу — { $count }
roadmap-read-undated = без даты — { $count }
roadmap-read-joined = { $count ->
    [one] Собрала из частей { $count } разорванную строку.
    [few] Собрала из частей { $count } разорванные строки.
   *[many] Собрала из частей { $count } разорванных строк.
}
roadmap-read-period = Период: с { $start } по { $end }.
roadmap-read-no-period = Период в документе не назван, взяла Ваш учебный год: с { $start } по { $end }.
roadmap-read-past = ⚠️ Сроки этой карты уже прошли. Что с ней сделать?
roadmap-read-people = Ответственные: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }и ещё { $rest }
}
roadmap-read-doubts = { $count ->
    [one] Есть { $count } сомнение. Посмотрите, прежде чем включать.
    [few] Есть { $count } сомнения. Посмотрите, прежде чем включать.
   *[many] Есть { $count } сомнений. Посмотрите, прежде чем включать.
}
roadmap-read-no-doubts = Сомнений нет.
roadmap-switch-on = Включить год
roadmap-show-rows = Показать строки
roadmap-decline = Не та карта
roadmap-rows-title = <b>Строки, как я их поняла</b> · { $number } из { $pages }
    Нажмите номер строки, чтобы исправить её.
roadmap-row-line = <b>{ $row }.</b> { $activity }
    { $phrase } → { $due }

roadmap-no-phrase = не указан
roadmap-due-by = до { $end }
roadmap-due-till = до { $end }
roadmap-due-on = { $end }
roadmap-due-between = с { $start } по { $end }
roadmap-due-throughout = весь период, до { $end }
roadmap-due-request = по запросу, без даты
roadmap-due-elsewhere = дата в другом документе
roadmap-due-unknown = даты нет
roadmap-due-yearly = раз в год, месяц не назван
roadmap-due-often = постоянно, весь период
roadmap-due-every = { $count ->
    [one] { $count } раз, { $first }
    [few] { $count } раза, в первый раз до { $first }
   *[many] { $count } раз, в первый раз до { $first }
}
roadmap-due-this-time = в этот раз до { $end }
roadmap-due-entered = до { $end } (дату ввели здесь)
roadmap-basis = { $basis ->
    [inherited] (взято из строки выше)
   *[guess] (примерно, проверьте)
}

roadmap-warn-past = ⚠️ Сроки этой карты прошли: она до { $end }.
roadmap-warn-late = { $count ->
    [one] У { $count } строки срок уже прошёл: она сразу станет просроченной. Если она сделана, её можно будет отметить.
   *[other] У { $count } строк срок уже прошёл: они сразу станут просроченными. Сделанные можно будет отметить.
}
roadmap-warn-replaces = Сейчас включена карта «{ $title }». Новая её заменит, отметки о выполнении начнутся заново.
roadmap-sure = Включить всё равно?
roadmap-switch-on-sure = Включить всё равно
roadmap-on = Год включён: «{ $title }».
roadmap-on-dated = Слежу за { $count ->
    [one] { $count } делом
   *[other] { $count } делами
} со сроком: напомню за 14, 7 и 1 день и в сам день.
roadmap-on-throughout = { $count ->
    [one] { $count } строка идёт
    [few] { $count } строки идут
   *[many] { $count } строк идут
} весь период: раз в месяц спрошу, как дела.
roadmap-on-request = { $count ->
    [one] { $count } строка делается
    [few] { $count } строки делаются
   *[many] { $count } строк делаются
} по запросу: напоминаний не будет, а о каждом запросе ответственный узнает сразу.
roadmap-on-undated = { $count ->
    [one] У { $count } строки
   *[other] У { $count } строк
} даты нет: пока её не ввести, напомнить не смогу. Спрошу о ней ближайшим рабочим утром, потом раз в месяц. Ввести можно и сейчас: «К дорожной карте» → «Без даты».
roadmap-on-who = Теперь скажите, кто за что отвечает, — напоминания пойдут им. Пока не сказано, они приходят Вам.

roadmap-who = Кто отвечает
roadmap-who-title = <b>Кто отвечает?</b> · { $number } из { $pages }
    Нажмите на имя или должность из документа и отметьте людей. За кого никто не отмечен, о том напомню Вам.
roadmap-who-tied = { $name } — <b>{ $person }</b>
roadmap-who-untied = { $name } — пока никто
roadmap-who-nobody = В документе ответственные не названы, поэтому напоминания приходят Вам.
roadmap-who-is = Кто это: «{ $name }»? Можно отметить несколько человек.
roadmap-who-empty = Пока в программе больше никого нет. Пригласите коллег, и они появятся здесь.
roadmap-who-me = Это я

roadmap-standing = Выполнено { $done } из { $count } { $count ->
    [one] строки
   *[other] строк
} ({ $share } %){ $overdue ->
    [0] { "" }
   *[other] , просрочено { $overdue } ⚠️
}{ $near ->
    [0] { "" }
   *[other] , скоро срок у { $near } ⏰
}{ $undated ->
    [0] { "" }
   *[other] , без даты { $undated }
}{ $request ->
    [0] .
   *[other] , по запросу { $request }.
}
roadmap-rows-overdue = Просрочено ({ $count })
roadmap-rows-near = Скоро срок ({ $count })
roadmap-rows-undated = Без даты ({ $count })
roadmap-all-rows = Все строки
roadmap-papers = Картинка и документы
roadmap-papers-choose = Могу показать год одной картинкой или собрать карту с отметками на сегодня в документ.
roadmap-chart = Год картинкой
roadmap-document = Карта в Word
roadmap-table = Таблицей (xlsx)
roadmap-paper-name = { $writer ->
    [roadmap_chart] Год картинкой
   *[other] Дорожная карта
}
roadmap-papers-sent = { $writer ->
    [roadmap_chart] { $count ->
        [one] Год на сегодня — на картинке выше.
       *[other] Год на сегодня — на { $count } картинках выше.
    }
    [roadmap_docx] Дорожная карта с отметками на сегодня — в документе выше.
   *[other] Дорожная карта с отметками на сегодня — в таблице выше.
}
roadmap-new = Новая карта
roadmap-waiting = Прочитанная карта
roadmap-list = <b>{ $state ->
    [overdue] Просрочено
    [near] Скоро срок
    [undated] Без даты
    [done] Выполнено
    [ahead] Впереди
   *[all] Все строки
}</b> · { $number } из { $pages }
    Нажмите номер строки, чтобы открыть её.
roadmap-list-line = <b>{ $row }.</b> { $activity } — { $state }
roadmap-list-empty = Таких строк сейчас нет.

roadmap-state-done = выполнено ✅
roadmap-state-undated = { $kind ->
    [request] по запросу
   *[other] без даты
}
roadmap-state-overdue = просрочено на { $days ->
    [one] { $days } день ⚠️
    [few] { $days } дня ⚠️
   *[many] { $days } дней ⚠️
}
roadmap-state-long-overdue = просрочено с { $day } ⚠️

roadmap-no-row = Этой строки среди Ваших сейчас нет: карту заменили или за строку отвечает другой человек.

roadmap-own = Мои дела ({ $count })
roadmap-own-title = { $count ->
    [0] Из дорожной карты за Вами сейчас ничего нет.
   *[other] <b>За что Вы отвечаете</b>: { $count }. Нажмите номер строки, чтобы открыть её.
}

roadmap-card-title = <b>Строка { $row }</b>
roadmap-card-due = { $told }
    Поняла так: { $due }
    Сейчас: { $state }
roadmap-card-responsible = Ответственные: { $names }
roadmap-card-name = { $name }
roadmap-card-person = { $name } ({ $person })
roadmap-card-result = Результат: { $text }
roadmap-card-indicator = Показатель: { $text }
roadmap-card-steps = Что входит:
    { $steps }{ $rest ->
    [0] { "" }
   *[other] { " " }и ещё { $rest }
}
roadmap-card-evidence = { $count ->
    [one] Подтверждение:
   *[other] Подтверждений — { $count }:
}
roadmap-done = Выполнено
roadmap-reopen = Снять отметку
roadmap-reopened = Отметка снята, снова слежу за сроком.
roadmap-already = { $done ->
    [True] Эта строка уже отмечена выполненной.
   *[False] Отметка с этой строки уже снята.
}
roadmap-closed = ✅ Строка { $row } выполнена: { $activity }

    Приложить подтверждение? Подойдёт файл, фото, ссылка или пара слов.
roadmap-attach = Приложить файл
roadmap-attach-evidence = Приложить подтверждение
roadmap-attach-more = Приложить ещё
roadmap-back-to-row = К строке
roadmap-ask-evidence = Пришлите подтверждение для строки { $row }: файл, фото, ссылку или пару слов.
roadmap-attached = Сохранила подтверждение для строки { $row }.
roadmap-evidence-kind = Такое я сохранить не могу. Подойдёт файл, фото или текст.
roadmap-show-evidence = Показать файлы
roadmap-evidence-files = Файлы к строке { $row } — выше.
roadmap-enter-date = Ввести дату
roadmap-change-date = Изменить дату
roadmap-ask-date = До какого дня это нужно сделать: { $activity }?

    Срок в документе: { $phrase }. Напишите дату: «15 октября», «до конца месяца», «15.10».
roadmap-date-kept = Записала: до { $day }. Напомню заранее.
roadmap-date-problem = { $problem ->
    [past] Этот день уже прошёл. Напишите дату не раньше сегодняшней.
    [far] До этого дня больше года. Напишите дату поближе.
    [impossible] Такого дня в календаре нет. Проверьте дату и напишите ещё раз.
    [other_weekday] День недели и число не совпадают. Напишите только число: «15 октября».
   *[unclear] Не получилось понять дату. Можно так: «15 октября», «15.10», «до конца месяца».
}

roadmap-news-open = Строка { $row }
roadmap-news-deadline = ⏰ Строка { $row }: { $state } ({ $day }). { $activity }
roadmap-news-late = ⚠️ Строка { $row }: срок был { $day }, отметки нет. { $activity }
roadmap-news-check-in = Строка { $row } идёт весь период, до { $day }. Как дела? { $activity }
roadmap-news-ask-date = Когда это нужно сделать? Строка { $row }, срок в документе: { $phrase }. { $activity }

digest-week = <b>Неделя { $start }{ $within ->
    [True] –
   *[False] { " — " }
}{ $end }</b>
digest-rows = ⏰ Сроки:
digest-row = { $day } — { $activity }
digest-more-rows = { $count ->
    [one] и ещё { $count } строка
    [few] и ещё { $count } строки
   *[many] и ещё { $count } строк
}
digest-overdue = { $count ->
    [one] Просрочена { $count } строка ⚠️
    [few] Просрочено { $count } строки ⚠️
   *[many] Просрочено { $count } строк ⚠️
}
digest-forms = Ещё не заполнили анкету: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}.
digest-meetings = Встречи на этой неделе: { $count }.
