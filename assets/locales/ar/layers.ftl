### ما ترسمه الخريطة: لوح الطبقات، وقائمة الخريطة.

layers-base = الأرضية
layers-relief = التضاريس
layers-tints = ألوان البلدان الأربعة
layers-shown = ما يظهر على الخريطة
layers-order = ما كان أعلى هنا رُسم فوق ما تحته.
layers-legend = مفتاح الخريطة
layers-reset = كما في البداية

layer-overview = خريطة الموقع العام
layer-pins = أماكن المقال
layer-distances = المسافات
layer-towns = البلدات
layer-airports = المطارات
layer-features = الجبال والصحارى والأنهار والبحار
layer-borders = الحدود
layer-regions = الأقاليم
layer-graticule = شبكة الإحداثيات
layer-water = المياه

menu-name = قائمة الخريطة
menu-open = فتح البطاقة
menu-country = فتح بطاقة الدولة
menu-copy = نسخ الإحداثيات
menu-measure = القياس من هنا
menu-center = توسيط هنا

## ما تُرسم عليه الخريطة

base-name = أرضية الخريطة
base-relief = تضاريس
base-plain = سادة
base-none = بلا أرضية
base-open = فتح ملف خريطة…
base-path = مسار ملف خريطة
base-path-hint = أو ألصق مسارًا ثم اضغط Enter
base-path-wrong = هذا ليس مسارًا على هذا الحاسوب. اكتب مثلًا { "\u2066" }~/maps/mali.pmtiles{ "\u2069" }.
base-opening = جارٍ الفتح…
base-files = أرشيفات خرائط (PMTiles، MBTiles)
base-about = { $source } · درجات التكبير من { $first } إلى { $last }
base-forget = إزالة { $name } من القائمة
base-forget-short = إزالة من القائمة
drop-base = أفلت الملف ليكون أرضية الخريطة
drop-other = لا يصلح أرضيةً للخريطة إلا ملفات ‎.pmtiles و‎.mbtiles
