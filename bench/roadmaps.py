"""A roadmap of any length, as a table with tabs."""

HEAD = "№\tМероприятие\tСрок\tОтветственный\n"
PHRASES = ("до 15 марта 2022 г.", "сентябрь", "ежемесячно", "в течение года", "01.10.2022–15.10.2022", "II квартал")


def tabbed(rows: int) -> str:
    """``rows`` rows under a title that names the programme's year."""
    body = (
        f"{number}\tМероприятие {number} программы наставничества\t{PHRASES[number % len(PHRASES)]}\tКуратор\n"
        for number in range(1, rows + 1)
    )
    return "Дорожная карта наставничества на 2022 год\n" + HEAD + "".join(body)
