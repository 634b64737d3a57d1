### Свои анкеты организации: шаблон и ошибки в нём

own-form-sheet = Анкета
own-form-sheet-title = Своя анкета: впишите вопросы и пришлите этот файл боту
own-form-sheet-advice = Как заполнить
own-form-sheet-choose = Выберите, пожалуйста, из списка.

own-form-problem-empty_text = { $cell }: здесь пусто. Впишите, пожалуйста, текст.
own-form-problem-unknown_kind = { $cell }: я не знаю такого вида ответа: «{ $text }». Выберите из списка: { $known }.
own-form-problem-no_options = { $cell }: нужно хотя бы два варианта, каждый с новой строки.
own-form-problem-needless_options = { $cell }: у такого вопроса не бывает вариантов. Уберите их или выберите «Один из списка».
own-form-problem-too_many_options = { $cell }: здесь { $count } { $count ->
    [one] вариант
    [few] варианта
   *[many] вариантов
}, а поместится не больше { $most }.
own-form-problem-same_options = { $cell }: вариант «{ $text }» повторяется.
own-form-problem-long_option = { $cell }: вариант «{ $text }» не поместится на кнопку. Сократите до { $most } знаков.
own-form-problem-too_long = { $cell }: слишком длинно. Поместится не больше { $most } { $what ->
    [questions] вопросов
   *[letters] знаков
}.
own-form-problem-not_yes_or_no = { $cell }: напишите «да» или «нет».
own-form-problem-not_minutes = { $cell }: напишите число минут, например 5.
own-form-problem-unknown_audience = { $cell }: я не знаю, кто это: «{ $text }». Выберите из списка: { $known }.
own-form-problem-unknown_number = { $cell }: номер вопроса — это число, а здесь «{ $text }».
own-form-problem-repeated_number = { $cell }: вопрос { $number } уже есть выше.
own-form-problem-condition_unreadable = { $cell }: условие «{ $text }» непонятно. Напишите, например, «3 = да».
own-form-problem-condition_unknown = { $cell }: вопроса { $number } в анкете нет.
own-form-problem-condition_later = { $cell }: вопрос { $number } стоит ниже или это он сам. Условие может говорить только о вопросе выше.
own-form-problem-condition_no_option = { $cell }: у вопроса { $number } нет ответа «{ $text }».

own-form-file = Своя анкета
own-form-example-yes_no = Были ли Вы на встрече в сентябре?
own-form-example-several = Что оказалось полезным?
own-form-example-options = Знакомство
    Обмен приёмами
    Разговор с наставником
own-form-example-hint = Можно отметить несколько.
own-form-example-when = 1 = да
own-form-example-scale = Насколько Вы довольны встречами?
own-form-example-long = Что нам стоит изменить?
own-form-advice = 1. Вверху листа «Анкета» впишите название и, если хочется, несколько слов вступления. Минуты можно не указывать: я посчитаю сама.
    2. Строки с вопросами 1–4 — примеры. Сотрите их или впишите поверх свои вопросы. Всего вопросов может быть до 100.
    3. «Вид ответа» и «Обязательно» выбираются из списка прямо в ячейке.
    4. Варианты для «Один из списка» и «Несколько из списка» пишите каждый с новой строки (Alt+Enter) или через точку с запятой. Вариантов может быть до 60, каждый не длиннее 38 знаков.
    5. «Спрашивать, если» — необязательная колонка. Примеры: «1 = да», «2 = Знакомство или Обмен приёмами», «3 не больше 6». Условие может говорить только о вопросе выше.
    6. О здоровье, национальности, вере и семейных трудностях в мессенджере не спрашивают: закон особо защищает такие сведения.
    7. Сохраните файл и пришлите его боту. Если что-то не так, я назову ячейку. Потом анкету можно попробовать самостоятельно и только после этого отправить людям.

own-form-title = <b>Своя анкета</b>
own-form-about = Возьмите шаблон Excel, впишите свои вопросы и пришлите файл сюда. Потом анкету можно попробовать самостоятельно и отправить наставникам, наставляемым или всем.
own-form-choose = Выберите анкету или пришлите файл новой.
own-form-template = Шаблон Excel
own-form-send-file = Прислать файл
own-form-template-ready = Вот шаблон: на первом листе таблица с примерами, на втором — как её заполнить. Когда впишете вопросы, пришлите файл прямо сюда.
own-form-waiting = Пришлите, пожалуйста, заполненный файл Excel прямо в этот чат.
own-form-corrected = Пришлите исправленный файл. Кто уже начал отвечать, закончит прежний вариант; новый пойдёт тем, кому Вы его отправите.
own-form-file-wanted = Жду файл Excel (xlsx), сделанный по шаблону.
own-form-no-table = Не нашла в файле таблицу с вопросами: нужны столбцы «Вопрос» и «Вид ответа» и хотя бы один вопрос под ними. Удобнее всего взять шаблон.
own-form-problems = Почти готово. Вот что нужно поправить в файле:
own-form-more-problems = { $count ->
    [one] И ещё { $count } ячейка.
    [few] И ещё { $count } ячейки.
   *[many] И ещё { $count } ячеек.
}
own-form-send-again = Исправьте, пожалуйста, сохраните и пришлите файл ещё раз: я жду его здесь.
own-form-read = Прочитала, всё понятно. Теперь попробуйте анкету сами: ответы при этом не сохранятся.
own-form-next-version = Прочитала исправленный файл. Дальше отправляться будет этот вариант.
own-form-same = Этот файл у меня уже есть, ничего не изменилось.
own-form-gone = Этой анкеты здесь больше нет. Вот что есть.
own-form-size = { $questions ->
    [one] { $questions } вопрос
    [few] { $questions } вопроса
   *[many] { $questions } вопросов
}, около { $minutes ->
    [one] { $minutes } минуты
   *[other] { $minutes } минут
}{ $version ->
    [1] .
   *[other] . Это { $version }-й вариант.
}
own-form-more-questions = … и ещё { $count }.
own-form-try = Попробовать
own-form-send = Отправить
own-form-correct = Исправить файл
own-form-put-away = Убрать
own-form-away = Убрала анкету «{ $title }». Опросы, которые уже идут, продолжаются.
own-form-trial = Это проба: так анкету увидят участники. Ваши ответы не сохранятся.
own-form-trial-over = Вот и вся анкета. Ответы пробы я стёрла.
own-form-trial-back = К анкете
own-form-nobody = Пока спрашивать некого: нет участников, давших согласие.
own-form-to-whom = Кому отправить «{ $title }»?
own-form-to = { $to ->
    [mentor] Наставникам ({ $count })
    [mentee] Наставляемым ({ $count })
   *[all] Всем участникам ({ $count })
}
own-form-by-when = До какого дня можно отвечать? Нажмите или напишите дату, например: { $example }.
own-form-until = До { $day }
own-form-deadline-far = Нужен день не раньше сегодняшнего и не дальше чем через полгода.
own-form-deadline-unclear = Не получилось понять день. Можно так: { $example } или «на две недели».
own-form-sure = <b>Отправить «{ $title }»?</b>
own-form-sure-whom = Кому: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}.
own-form-sure-until = Последний день для ответа: { $day }.
own-form-sure-message = Каждый получит сообщение с кнопкой «Ответить»:
own-form-send-now = Да, отправить
own-form-other-day = Другой день
