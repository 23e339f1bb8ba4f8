## اللوحة: صورة جاهزة

plate-as-of = الوضع حتى { $date }
plate-scene = المشهد { $number } من { $count }
plate-places = الأماكن بترتيب ورودها
plate-place = { $place } ({ $marks })
plate-legend = مفتاح الخريطة
plate-distances = المسافة إلى حدود كل دولة
plate-bold = الغليظ: المكان داخل الدولة. خطوط جيوديسية على WGS84.
plate-sources = المصادر: { $sources }
plate-projection = إسقاط مركاتور؛ المقياس صحيح عند خط عرضه.
plate-program = { $name } { $version }
plate-north = ش

## الحفظ

export-save = احفظ
export-again = احفظ ثانيةً بالشكل نفسه
export-around = حول الخريطة
export-plate = العنوان والمفتاح والمصادر
export-map-only = لا شيء
export-window = صورة بحجمها على الشاشة
export-screen = صورة، { "\u2066" }1920 × 1080{ "\u2069" }
export-fine-screen = صورة، { "\u2066" }3840 × 2160 (4K){ "\u2069" }
export-a4-landscape = ورقة A4 أفقية، 300 نقطة في البوصة
export-a4-portrait = ورقة A4 عمودية، 300 نقطة في البوصة
export-a3-landscape = ورقة A3 أفقية، 300 نقطة في البوصة
export-a3-portrait = ورقة A3 عمودية، 300 نقطة في البوصة
export-geojson = الأماكن بصيغة GeoJSON
export-kml = الأماكن بصيغة KML لبرنامج Google Earth
export-dossier = الملف مع هذه المشاهد ({ "\u2066" }.sahelmap{ "\u2069" })
export-csv = الأماكن في جدول (CSV)
export-own = صورة بالحجم الذي تريده
export-size-wrong = اكتب أعدادًا صحيحة من { $least } إلى { $most }.
export-handout = مطبوعة العرض (PDF)
export-paper = الورق
export-a4 = A4
export-a3 = A3
export-stands = الاتجاه
export-upright = عمودي
export-across = أفقي
export-name = اسم الملف
export-folder = المجلد
export-choose = اختر…
export-replace = استبدله
export-keep-both = أبقِ الاثنين
export-preview = معاينة
export-preview-making = جارٍ رسم المعاينة…
export-preview-failed = تعذّر رسم المعاينة ({ $problem }).
export-preview-handout = المشاهد: { $scenes }، كل مشهد في صفحة، ثم صفحة للمصادر
export-preview-dossier = كل ما في الملف مع مشاهده ({ $scenes })، ويُفتح بالخيار { "\u2066" }--dossier{ "\u2069" }
export-preview-table = الأماكن: { $rows }؛ حقول كل مكان: { $columns }
export-copy = نسخ صورة الخريطة
export-print = طباعة الخريطة
export-part = الجزء { $done } من { $of }
export-stop = أوقف
export-stopping = جارٍ الإيقاف…
export-making = جارٍ إعداد الملف…
