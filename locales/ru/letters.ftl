# Слова участника куратору и ответ.

letter-pass = Передать куратору
letter-write-psychologist = Написать психологу
letter-ask-psychologist = Напишите психологу одним сообщением. Прочитает только психолог, ответ придёт сообщением.
letter-sent = { $to ->
    [psychologist] Передала психологу. Ответ придёт сообщением.
   *[curator] Передала. Ответ куратора придёт сообщением.
}
letter-from = Вам пишет { $name }:
letter-write-reply = Напишите ответ одним сообщением, я передам.
letter-replied = Ответ отправлен.
letter-answered-already = { $by ->
    [own] Вы уже ответили:
    [gone] На это письмо уже ответили:
   *[colleague] Уже есть ответ, пишет { $name }:
}
letter-gone = Этого письма больше нет, или оно не для Вас.
letters-waiting = { $count ->
    [one] Ждёт ответа <b>{ $count } письмо</b>.
    [few] Ждут ответа <b>{ $count } письма</b>.
   *[many] Ждут ответа <b>{ $count } писем</b>.
}
letter-answer = { $by ->
    [psychologist] Психолог отвечает на Ваше сообщение:
   *[curator] Куратор отвечает на Ваше сообщение:
}
letter-news = Вам написали через бота. Откройте, чтобы прочитать и ответить.
letter-open = Прочитать
