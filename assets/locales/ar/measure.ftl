### أداة القياس: النقاط والمساطر والدوائر، واللوح الذي يعرض أرقامها.

measure-tool = الأداة
measure-tool-probe = نقطة
measure-tool-ruler = مسطرة
measure-tool-circle = دائرة
measure-probe-number = نقطة { $number }
measure-ruler-number = مسطرة { $number }
measure-circle-number = دائرة { $number }
measure-name = الاسم

measure-probe-hint = انقر الخريطة لوضع نقطة. تبقى مكانها، ويمكن سحبها.
measure-ruler-hint = انقر الخريطة عند كل زاوية. ينهي المسطرةَ مفتاحُ الإدخال أو نقر مزدوج، ويستعيد مفتاح المسح الخلفي زاوية.
measure-circle-hint = انقر المركز، ثم حيث تمر الدائرة.
measure-position = الموقع
measure-position-hint = اكتب موقعًا أو ألصقه
measure-not-a-position = ليس هذا موقعًا. اكتب مثلًا { "\u2066" }18.4435, 1.4092{ "\u2069" } أو { "\u2066" }18°26′36″ N 1°24′33″ E{ "\u2069" } أو مرجع MGRS.

measure-heading = المسافة تحت المؤشر
measure-hint = حرّك المؤشر على الخريطة: تتبعه المسافة إلى كل حدود.
measure-list = على الخريطة
measure-all = كل القياسات
measure-show = عرض على الخريطة
measure-delete = حذف
measure-delete-all = حذف الكل
measure-copy = نسخ بصيغة
measure-copy-text = نص
measure-copy-json = JSON
measure-copy-geojson = GeoJSON
measure-handle = { $name }، النقطة { $number }

measure-total = الطول الكلي
measure-legs = المقاطع
measure-radius = نصف القطر
measure-not-a-length = ليس هذا طولًا. اكتب رقمًا مثل 19.3؛ والوحدة هي المختارة.
measure-centre = المركز
measure-borders-inside = الحدود داخل الدائرة
measure-no-border-inside = لا تمر هنا حدود أي من البلدان الأربعة.
measure-leg-total = { $leg } · المجموع { $total }

measure-line = { $what }: { $figure }
measure-circle-about = { $radius } حول { $position }
measure-from-to = من { $from } إلى { $to }

shortcut-measure = القياس أو إيقافه
shortcut-measure-finish = إنهاء المسطرة أو الدائرة
shortcut-measure-back = استعادة الزاوية الأخيرة
shortcut-measure-delete = حذف القياس المختار
