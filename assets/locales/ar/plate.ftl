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
export-where = يُحفظ في مجلد صورك؛ ولا يُستبدل ملف موجود أبدًا.
export-window = صورة بحجمها على الشاشة
export-screen = صورة، { "\u2066" }1920 × 1080{ "\u2069" }
export-fine-screen = صورة، { "\u2066" }3840 × 2160 (4K){ "\u2069" }
export-a4-landscape = ورقة A4 أفقية، 300 نقطة في البوصة
export-a4-portrait = ورقة A4 عمودية، 300 نقطة في البوصة
export-a3-landscape = ورقة A3 أفقية، 300 نقطة في البوصة
export-a3-portrait = ورقة A3 عمودية، 300 نقطة في البوصة
export-geojson = الأماكن بصيغة GeoJSON
export-kml = الأماكن بصيغة KML لبرنامج Google Earth
export-csv = الأماكن في جدول (CSV)
