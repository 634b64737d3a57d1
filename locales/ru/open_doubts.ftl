# Бумага из карты, в которой ещё есть сомнения.

open-doubts = В карте { $count ->
    [one] ещё { $count } сомнение
    [few] ещё { $count } сомнения
   *[many] ещё { $count } сомнений
}. Лучше разобрать их до бумаги.
open-doubts-settle = Разобрать
open-doubts-draw = Всё равно сделать
