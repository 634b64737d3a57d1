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
