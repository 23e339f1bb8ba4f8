### Dates, jamais plus précises que ce que l’on sait.

date-none = sans date
date-day = { PLURAL($day, type: "ordinal") ->
    [one] { $day }er
   *[other] { $day }
} { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-early = début { $date }
date-mid = mi-{ $date }
date-late = fin { $date }
date-interval = { $from } – { $to }
date-days = { $first }–{ $last } { $month } { $year }
date-months = { $first }–{ $last } { $year }
date-by = { $exact ->
    [day] au plus tard le { $date }
   *[other] au plus tard en { $date }
}
date-after-event = après : { $event }

## Mois, et les noms que le Maghreb leur donne en arabe

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

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
