# Новая организация.

organisation-welcome = Здравствуйте! Код подошёл: Вы будете куратором программы наставничества своей организации.
organisation-yours = Ваша организация
organisation-ready = Готово: «{ $organisation }» в программе.
organisation-holidays = Каникулы записала: { $days }.
organisation-holidays-unclear = Каникулы не получилось понять. Исправить можно в «Ещё» → «Мои ответы», например так: 25.10–02.11, 31.12–11.01.
