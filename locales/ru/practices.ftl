# Практики для сборника.

practices-button = Практики
practices-all = Все практики
practices-title = <b>Практики для сборника</b>
practices-about = Получилось что-то хорошее? Расскажите: шесть вопросов, около пяти минут. Лучшее войдёт в сборник программы.
practices-count = Ждут решения: { $waiting } · Приняты: { $accepted }
practices-share = Поделиться практикой
practices-queue = Прочитать новые ({ $count })
practices-sheet = Список в Excel
practices-sheet-sent = Готово: принятые практики и те, что ждут решения. Имя публикуйте только там, где стоит «Да».
practices-paper = Практики для сборника
practices-none = Практик пока нет, таблица была бы пустой.
practices-waiting = { $count ->
    [0] Новых практик нет.
    [one] <b>Ждёт решения { $count } практика.</b>
    [few] <b>Ждут решения { $count } практики.</b>
   *[other] <b>Ждут решения { $count } практик.</b>
}
practice-in-state = { $state ->
    [writing] пишется
    [waiting] ждёт ответа
    [accepted] принята
   *[declined] не вошла в сборник
}
practice-line = { $title } — { practice-in-state }
practice-untitled = Без названия
practice-thanks = Спасибо! Практика у редактора, я напишу, когда он ответит.
practice-nameless = Имя пока не укажут: для этого нужно ещё Ваше согласие на публикацию.
practice-look = Прочитать
practice-waits-news = Прислали практику для сборника. Посмотрите, когда будет время.
practice-gone = Этой практики больше нет. Вот что есть.
practice-author = { $name }. { $named ->
    [True] Имя можно указать в сборнике.
   *[other] В сборник — без имени: согласия на публикацию нет.
}
practice-state = Сейчас: { practice-in-state }.
practice-accept = Принять
practice-give-back = Вернуть с пожеланием
practice-decline = Отклонить с добрым словом
practice-file = Фото или файл
practice-file-sent = Вот что приложено к практике.
practice-why = { $state ->
    [writing] Что стоит доработать? Напишите одним сообщением: я передам автору Ваши слова.
   *[declined] Напишите автору доброе слово: за что спасибо и почему не сейчас. Передам как есть.
}
practice-decided-already = По этой практике решение уже принято.
practice-settled = { $state ->
    [accepted] Принята. Автору скажу.
    [writing] Вернула автору с Вашими словами.
   *[declined] Отклонена. Ваши слова автору передам.
}
practice-decided-news = { $state ->
    [accepted] Ваша практика принята в сборник. Спасибо!
    [writing] Редактор прочитал Вашу практику и просит немного доработать её.
   *[declined] Спасибо за Вашу практику. В этот сборник она не вошла.
}
practice-rework = Доработать
practice-column = { $column ->
    [number] №
    [author] Автор
    [title] Название
    [whom] Для кого
    [done] Что делали
    [result] Результат
    [state] Состояние
   *[named] Имя в сборнике
}
