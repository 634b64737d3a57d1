# Строки района среди своих: пометки, план недели, перенос срока.

district-row-name = { $row } от района
district-rows-legend = «р.» — строка от района.

digest-from-district = { $activity } (от района)
digest-late-row = { $activity } — срок был { $day }
digest-open-overdue = Просроченные ({ $count })

district-reminded-today = Напомнила сегодня.
district-news-moved = Срок строки { $row } от района изменился: было { $before }, стало { $after }. { $activity }
moved-rest-kept = Остальные строки оставила как есть.
