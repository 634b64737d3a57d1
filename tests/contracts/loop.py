"""The programme's whole loop over HTTP, played so that every kind of call to the messengers is made."""

from datetime import timedelta

from tests.http import scenes
from tests.http.person import Person
from tests.processes import Stand

ROADMAP = "\n".join(
    (
        "План мероприятий (дорожная карта) на {first}-{second} учебный год",
        "№\tМероприятие\tСрок\tОтветственный\tРезультат",
        "1\tИздание приказа о наставничестве\tдо 15.09.{first}\tЗаведующий\tПриказ",
        "2\tСбор анкет <b>наставников</b> & наставляемых\tсентябрь {first}\tКуратор\tАнкеты",
        "3\tВстречи пар\tв течение года\tНаставники\tЗаписи",
        "4\tПедсовет\tпо отдельному графику\tЗаведующий\tПротокол",
    )
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000008000000080802000000"
    "4b6d29dc000000104944415478da63f8ffff3f0303030300243e40fe2f60b0"
    "5c710000000049454e44ae426082"
)
MENTOR = "Иванова Анна-Мария Петровна"
MINUTE = timedelta(minutes=1)
LONG = "Очень длинный ответ. " * 190


def play(stand: Stand, platform: str) -> None:
    """One organisation: its curator and the mentor at ``platform``, the mentee at the other messenger."""
    other = {"telegram": "vk", "vk": "telegram"}[platform]
    curator = Person.appears(stand, platform, "Смирнова Ольга Ивановна")
    scenes.found(curator, stand.code())
    give_roadmap(curator)
    links = scenes.invitation(curator)
    mentor = scenes.begin(stand, links[platform], platform, MENTOR, "Наставником")
    mentee = scenes.begin(stand, links[other], other, "Дюма Анна Петровна", "Наставляемым")
    scenes.fill_in(mentor, words="Праздник <b>осени</b> & Ко 🍂")
    scenes.fill_in(mentee)
    follow_rows(curator)
    pair = make_pair(stand, curator, mentor, mentee)
    meet(stand, *pair)
    ask(stand, curator, mentor, mentee)
    publish(stand, curator)
    talk(stand, curator, mentee)
    stray(stand, curator, mentor, platform)
    vanish(stand, curator, mentor)


def give_roadmap(curator: Person) -> None:
    """Something that is no roadmap, then the roadmap as a file, switched on and tied."""
    year = curator.stand.now().year
    curator.presses("Дорожная карта")
    curator.sends("пустой.docx", b"")
    curator.sends("картинка.png", PNG)
    curator.sends("карта.txt", ROADMAP.format(first=year, second=year + 1).encode())
    for label in ("Показать строки", "Назад", "Включить год"):
        curator.presses(label)
    if "Включить всё равно" in curator.offered():
        curator.presses("Включить всё равно")
    curator.presses("Кто отвечает")
    curator.presses(curator.offered()[0])
    curator.presses("☐ Это я")


def follow_rows(curator: Person) -> None:
    """A row is done with evidence of each kind, which is given back; the roadmap comes as a table."""
    curator.says("меню")
    for label in ("Дорожная карта", "Все строки", "1", "Выполнено", "Приложить подтверждение"):
        curator.presses(label)
    curator.sends("приказ.png", PNG)
    curator.sends("приказ.txt", "Приказ № 1".encode())
    curator.says("меню")
    for label in ("Дорожная карта", "Все строки", "1", "Показать файлы"):
        curator.presses(label)
    curator.says("меню")
    for label in ("Дорожная карта", "Картинка и документы", "Таблицей"):
        curator.presses(label)
    curator.downloads()


def make_pair(stand: Stand, curator: Person, mentor: Person, mentee: Person) -> tuple[Person, Person]:
    curator.says("меню")
    for label in ("Как идут дела", "В начало", "Люди", "Таблицы и бланки", "Наставники в Excel"):
        curator.presses(label)
    curator.says("меню")
    for label in ("Пары", "Составить пару", "Иванова", "Дюма", "Предложить"):
        curator.presses(label)
    stand.turn(stand.now() + timedelta(days=4))
    for person in (mentor, mentee):
        person.presses("Посмотреть")
        person.presses("Согласиться")
    return mentor, mentee


def meet(stand: Stand, mentor: Person, mentee: Person) -> None:
    """Set by words, moved by a tap, reminded of, and settled."""
    mentor.says("меню")
    mentor.presses("Назначить встречу")
    mentor.says("послезавтра в 14")
    stand.turn(stand.now() + MINUTE)
    mentee.presses("Другое время")
    mentee.presses(mentee.offered()[1])
    stand.turn(stand.now() + timedelta(days=6))
    mentor.presses("Да")
    mentor.presses("Отменить")


def ask(stand: Stand, curator: Person, *asked: Person) -> None:
    """The survey, answered by both, and its result as a picture and as a table."""
    curator.says("меню")
    for label in ("Опросы", "Отправить опрос"):
        curator.presses(label)
    stand.turn(stand.now() + timedelta(days=4))
    for person in asked:
        person.presses("Ответить")
        scenes.fill_in(person, words="Встречи по пятницам")
    curator.says("меню")
    curator.presses("Опросы")
    curator.presses(curator.offered()[0])
    curator.presses("Результат")
    curator.presses("Результат в Excel")


def publish(stand: Stand, curator: Person) -> None:
    curator.says("меню")
    for label in ("Публикации", "Написать"):
        curator.presses(label)
    curator.presses(curator.offered()[0])
    curator.says("Наши пары начали работу 🎉 Приходите!")
    curator.presses("Одобрить")
    curator.presses("Сейчас")
    stand.turn(stand.now() + MINUTE)
    curator.reads()


def talk(stand: Stand, curator: Person, mentee: Person) -> None:
    """A text that is no answer goes to the curator and is answered; quiet days, taken back; the other messenger."""
    mentee.says("А можно встретиться <завтра>?")
    mentee.presses("Передать куратору")
    stand.turn(stand.now() + timedelta(days=1))
    curator.presses("Прочитать")
    curator.says("Конечно, договоритесь с наставником.")
    mentee.says("меню")
    for label in ("Не писать до", "Неделю", "Отменить", "Ещё", "Куда мне писать", "Продолжить в другом"):
        mentee.presses(label)
    mark = scenes.LINKS[{"telegram": "vk", "vk": "telegram"}[mentee.platform]]
    link = next(word for word in mentee.sees().split() if mark in word)
    Person.appears(stand, {"telegram": "vk", "vk": "telegram"}[mentee.platform], "Анна").opens(link)


def stray(stand: Stand, curator: Person, mentor: Person, platform: str) -> None:
    """What nobody should send, in private and in a group."""
    for text in ("/unknown", LONG, "😀"):
        mentor.says(text)
    mentor.sends("фото.png", PNG)
    curator.says("/start")
    stranger = Person.appears(stand, platform, "Прохожий")
    stranger.says("/start")
    stranger.says("AAAA-BBBB")
    group = stand.post("/sandbox/groups", {"platform": platform, "title": "Педсовет", "members": [mentor.id]})["id"]
    stand.post(f"/sandbox/{platform}/{mentor.id}/say?chat={group}&wait=2", {"text": "/start"})


def vanish(stand: Stand, curator: Person, mentor: Person) -> None:
    """Somebody blocks the bot; faults of the messenger; a month goes on without her."""
    mentor.blocks()
    for kind in ("429" if mentor.platform == "telegram" else "vk6", "500", "drop_after"):
        stand.post("/sandbox/faults", {"platform": mentor.platform, "kind": kind, "count": 1})
        curator.says("меню")
    stand.turn(stand.now() + timedelta(days=30))
    mentor.allows()
    mentor.says("меню")
    curator.reads()
