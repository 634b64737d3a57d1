# «Мои данные»: что хранится о человеке, по разделам и простыми словами.

my-data = Мои данные
my-data-erase = { $own ->
    [True] Удалить мои данные
   *[other] Удалить данные ребёнка
}
data-title = { $name ->
    [none] <b>Мои данные</b> в организации «{ $organisation }». Здесь всё, что о Вас хранится:
    [unnamed] <b>Данные ребёнка</b> в организации «{ $organisation }». Здесь всё, что хранится:
   *[other] <b>Данные ребёнка</b> ({ $name }) в организации «{ $organisation }». Здесь всё, что хранится:
}
data-section = { $section ->
    [self] О человеке и учётные записи
    [roles] Роли
    [consents] Согласия
    [answers] Анкеты, опросы и пожелания
    [pairs] Пары и встречи
    [letters] Письма
    [rows] Дорожная карта
   *[traces] Служебные записи
}
data-section-line = { $title }: { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[many] { $count } записей
}
data-see = Посмотреть
data-take = Всё одним файлом
data-taken = Всё, что хранится, — в файле выше.
data-correct = Исправить
data-child = { $name ->
    [none] Данные ребёнка
   *[other] Данные: { $name }
}
data-back = { $own ->
    [True] Мои данные
   *[other] К данным ребёнка
}
data-page = Страница { $page } из { $pages }
data-file = { $name ->
    [none] Мои данные
   *[other] Мои данные — { $name }
}
data-file-note = Всё, что хранится в программе наставничества организации «{ $organisation }» на { $day }

data-name = { $name ->
    [none] Имя: пока не указано
   *[other] Имя: { $name }
}
data-post = Должность, место работы или класс: { $post }
data-account = { $place }, номер учётной записи { $number }, с { $day }
data-role = Роль: { $role }, с { $day }{ $left ->
    [none] { "" }
   *[other] {" "}по { $left }
}
data-guardian = { $child ->
    [True] Родитель (законный представитель)
   *[other] Вы — родитель (законный представитель); ребёнок
}: { $name ->
    [none] имя не указано
   *[other] { $name }
}, с { $day }
data-agreement = Соглашение с наставником от { $day }: { $parts } { $by ->
    [self] (внесено Вами)
    [none] { "" }
   *[other] (внёс куратор: { $by })
}
data-eligibility = Отметка куратора о том, что Вы можете быть наставником
data-consent = { $kind ->
    [processing] Обработка данных
    [publishing] Имя и фото в публикациях
   *[news] Новости программы
}, редакция { $version }: { $by ->
    [guardian] дал родитель
    [paper] дано на бумаге
   *[self] дано в чате
} { $day }{ $ended ->
    [none] { "" }
   *[other] , отозвано { $ended }
}
data-consent-for = Согласие, которое дано за ребёнка{ $name ->
    [none] { "" }
   *[other] : { $name }
}
data-form = «{ $title }»: { $day ->
    [none] ещё не отправлена
   *[other] отправлена { $day }
}{ $by ->
    [self] { "" }
    [none] , ответы внёс куратор
   *[other] , ответы внёс куратор: { $by }
}
data-answer = { $question }: { $answer }
data-asked = { $day ->
    [none] Опрос, на который Вы ещё не ответили
   *[other] Опрос, ответ получен { $day }
}
data-practice = Практика для сборника от { $day }{ $remark ->
    [none] { "" }
   *[other] , замечание: { $remark }
}
data-wish = Пожелание от { $day }: { $veto ->
    [True] не объединять с
   *[other] хотелось бы с
} { $name ->
    [none] (пока никого)
   *[other] { $name }
}
data-attendance = Присутствие на встрече { $day }
data-pair = Пара: { $names }, с { $since }{ $until ->
    [none] { "" }
   *[other] {" "}по { $until }
}
data-meeting = Встреча { $day }: { $status ->
    [planned] назначена
    [held] состоялась
    [moved] перенесена
    [missed] не состоялась
   *[cancelled] отменена
}
data-letter = Письмо куратору { $day }: { $text }
data-letter-answer = Ответ куратора { $day }: { $text }
data-tie = Ответственный в дорожной карте: { $name }
data-evidence = Подтверждение выполнения от { $day }{ $text ->
    [none] : файл
   *[other] : { $text }
}
data-request = Запрос от { $day }: { $text }
data-count = { $what ->
    [notice] Уведомления от бота (без текста)
    [decision] Решения, которые можно отменить
    [code] Одноразовые коды
    [task] Отметки «Выполнено» в дорожной карте
    [meeting] Встречи, которые Вы назначили или отметили
    [milestone_change] Изменения строк дорожной карты
    [post] Подготовленные публикации
    [survey] Разосланные опросы
    [gathering] Созданные встречи
    [own_form] Созданные анкеты
   *[audit_entry] Записи в журнале действий
}: { $count }

data-correct-what = Что исправить? Ответы анкет меняются в самих анкетах.
data-correct-name = Имя
data-correct-post = Должность или класс
data-correct-ask = { $what ->
    [post] Напишите должность, место работы или класс, как правильно.
   *[name] Напишите фамилию, имя и отчество, как правильно.
}
data-correct-again = { $what ->
    [post] Здесь нужно от двух букв до { $limit } знаков. Напишите ещё раз, пожалуйста.
   *[name] Не получилось понять имя. Напишите, пожалуйста, фамилию, имя и отчество, например: Иванова Мария Сергеевна.
}
data-corrected = Исправила ✅ В анкетах тоже.
