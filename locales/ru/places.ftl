# Несколько организаций у одного человека.

place-now = Вы сейчас: <b>{ $name }</b>{ $roles ->
    [none] { "" }
   *[other] {" "}· { $roles }
}
place-here = <i>{ $name }</i>
place-change = Сменить организацию
place-which = В какую организацию перейти? В каждой — свои люди, пары и анкеты; друг с другом они не смешиваются.
place-only = Организация у Вас одна.
place-unnamed = Новая организация
place-news = <b>{ $name }</b>
