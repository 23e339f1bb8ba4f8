### Dates, never more exact than they are known.

date-none = no date given
# $day, $year (number), $month (text): the name of the month.
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
# $date (text): a month or a year.
date-early = early { $date }
date-mid = mid-{ $date }
date-late = late { $date }
# $from, $to (text): dates.
date-interval = { $from } to { $to }
# $first, $last, $year (number), $month (text): days of one month.
date-days = { $first } to { $last } { $month } { $year }
# $first, $last (text): months of one $year (number).
date-months = { $first } to { $last } { $year }
# $date (text); $exact (choice): "day" or "other", for languages that tell them apart.
date-by = by { $date }
# $event (text): title of another event.
date-after-event = after: { $event }

## Months, and the names that the Maghreb gives them in Arabic

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-1-maghreb = { month-1 }
month-2-maghreb = { month-2 }
month-3-maghreb = { month-3 }
month-4-maghreb = { month-4 }
month-5-maghreb = { month-5 }
month-6-maghreb = { month-6 }
month-7-maghreb = { month-7 }
month-8-maghreb = { month-8 }
month-9-maghreb = { month-9 }
month-10-maghreb = { month-10 }
month-11-maghreb = { month-11 }
month-12-maghreb = { month-12 }
