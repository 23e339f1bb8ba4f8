### التواريخ، لا تُعرض أدقّ مما يُعرف.

date-none = بلا تاريخ
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-early = أوائل { $date }
date-mid = منتصف { $date }
date-late = أواخر { $date }
date-interval = من { $from } إلى { $to }
date-days = من { $first } إلى { $last } { $month } { $year }
date-months = من { $first } إلى { $last } { $year }
date-by = بحلول { $date }
date-after-event = بعد: { $event }

## الأشهر، وأسماؤها في المغرب العربي

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

month-1-maghreb = جانفي
month-2-maghreb = فيفري
month-3-maghreb = مارس
month-4-maghreb = أفريل
month-5-maghreb = ماي
month-6-maghreb = جوان
month-7-maghreb = جويلية
month-8-maghreb = أوت
month-9-maghreb = سبتمبر
month-10-maghreb = أكتوبر
month-11-maghreb = نوفمبر
month-12-maghreb = ديسمبر
