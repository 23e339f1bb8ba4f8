### بطاقة المكان وقائمة الأماكن.

## القائمة

places-heading = الأماكن بترتيب المقال
places-count = { PLURAL($count) ->
    [zero] لا أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $count } أماكن
    [many] { $count } مكانًا
   *[other] { $count } مكان
}
places-context-heading = سياق من خارج المقال
places-empty = لا أماكن في هذا الملف. أضفها إلى places.toml فيه، أو افتح ملفًا آخر.

## البطاقة

card-all-places = كل الأماكن
card-number = { $number } من { $total }
card-next = المكان التالي
card-previous = المكان السابق
card-name-ar = بالعربية
card-name-fr = بالفرنسية
card-name-en = بالإنجليزية
card-region = { $country }، { $region }
card-copy-position = نسخ الموقع
card-twin = غير { $place } ({ $country })، على بعد { $distance } في الجهة الأخرى من الخط.

precision-town = بلدة
precision-area = منطقة
precision-country = بلد
precision-within = في حدود { $distance } تقريبًا

basis-article = المقال ¶{ $paragraph }
basis-context = سياق
basis-reported-hint = ينقله المقال عن غيره.

## كلام المقال

card-in-article = في المقال
card-no-excerpt = لا يسمّي المقال هذا المكان؛ وهو معروض للسياق.
translation-off = بلا
translation-mark = ترجمتنا
translation-marked = { $words } ({ translation-mark })
list-comma = ،{ " " }
paragraph-mark = ¶{ $paragraph }

## الأحداث

kind-battle = معركة
kind-seizure = سيطرة
kind-coup = انقلاب
kind-diplomacy = دبلوماسية
kind-government = حكم
kind-mention = ذِكر

## الحدود

borders-heading = المسافة إلى الحدود
borders-column-country = حدود
borders-column-distance = المسافة
borders-column-bearing = الاتجاه
borders-column-side = الجهة
side-inside = داخلها
side-outside = خارجها
side-in = { $country ->
    [algeria] في الجزائر
    [mali] في مالي
    [niger] في النيجر
   *[burkina-faso] في بوركينا فاسو
}
side-uncertain = على الحدود، والجهة غير مؤكدة
side-uncertain-short = غير مؤكدة
side-uncertain-figure = { side-uncertain } (نحو { $distance } بحسب هذه البيانات)
borders-side-uncertain = على الحدود، والجهة غير مؤكدة (نحو { $distance } بحسب هذه البيانات).
borders-source = { $uncertainty } · خط الحدود © { -openstreetmap }، { $year } · جيوديسي { -wgs84 }
borders-source-at-least = { $uncertainty } أو أكثر · خط الحدود © { -openstreetmap }، { $year } · جيوديسي { -wgs84 }
borders-sources-differ = المصادر تختلف: نصف خط { -natural-earth } يبعد أكثر من { $distance } عن خط { -openstreetmap }.
place-to-border = { $distance } إلى الحدود
place-note = { $first } · { $more }
# $count (number)
place-excerpts = { PLURAL($count) ->
    [zero] بلا مقتطفات
    [one] مقتطف واحد
    [two] مقتطفان
    [few] { $count } مقتطفات
    [many] { $count } مقتطفًا
   *[other] { $count } مقتطف
}
borders-none = ليس لهذا المكان نقطة يُقاس منها.

## ترتيب القائمة ومرشّحاتها

# $shown, $all (number)
countries-heading = الدول
country-next = الدولة التالية
country-previous = الدولة السابقة
country-no-excerpt = لا يذكر المقال مكانًا في هذه الدولة.
country-no-places = ليس في هذا الملف مكان في هذه الدولة.
country-borders = أطوال الحدود
country-borders-all = المجموع
country-borders-source = على طول الخط © { -openstreetmap }، { $year }؛ ولا تُحسب السواحل. والخط الأدق تفصيلًا أطول.
places-some = { $shown } من { $all }
filters-show = ترتيب وتصفية
filters-hide = تم
filters-clear = إزالة المرشّحات
filters-nothing = لا مكان يطابق هذه المرشّحات. أزل واحدًا منها لترى المزيد.
filter-order = الترتيب
filter-any = الكل
filter-kind = النوع
filter-country = البلد
filter-said = المصدر
filter-article = المقال
filter-context = سياق
filter-actor = الفاعل
order-article = المقال
order-name = الاسم
order-date = التاريخ
order-border = الحدود
order-excerpts = المقتطفات
