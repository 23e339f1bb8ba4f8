### حقل البحث، وما يجده، وما يمكن فعله منه.

search-placeholder = ابحث عن مكان أو إحداثيات
search-name = بحث
search-open = فتح البحث
search-empty = لا نتائج لـ«{ $query }». جرّب تهجئة أخرى، أو إحداثيات مثل { "\u2066" }18.44, 1.41{ "\u2069" }.
search-outside = { $position } خارج هذه الخريطة، وهي للساحل وما حوله.
search-results = نتائج البحث

## نوع النتيجة

search-of-country = { $kind } · { $country }
search-kind-capital = عاصمة
search-kind-town = مدينة
search-kind-village = بلدة صغيرة
search-kind-region = إقليم
search-kind-airport = مطار
search-kind-country = بلد
search-kind-place = في المقال
search-kind-context = سياق
search-kind-position = إحداثيات
search-kind-command = أمر

## الأوامر

search-do-places = فتح قائمة الأماكن
search-do-article = فتح المقال
search-do-settings = فتح الإعدادات
search-do-shortcuts = عرض اختصارات لوحة المفاتيح
search-do-about = حول البرنامج ومصادره
search-do-dark = السمة الداكنة
search-do-light = السمة الفاتحة
search-do-contrast = السمة العالية التباين
search-do-km = المسافات بالكيلومترات
search-do-mi = المسافات بالأميال
search-do-nm = المسافات بالأميال البحرية
search-do-ar = اللغة: العربية
search-do-fr = اللغة: الفرنسية
search-do-en = اللغة: الإنجليزية
