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
