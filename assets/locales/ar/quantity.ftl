### الأطوال والاتجاهات والمواقع. مسافة لا تنقسم تجمع الرقم ووحدته.

length-km = { $figure }{ "\u00A0" }كم
length-mi = { $figure }{ "\u00A0" }ميل
length-nm = { $figure }{ "\u00A0" }ميل{ "\u00A0" }بحري

distance-about = نحو { $distance }

bearing = { $figure }{ "\u00A0" }{ $point }
coordinate-north = { $figure }{ "\u00A0" }ش
coordinate-south = { $figure }{ "\u00A0" }ج
coordinate-east = { $figure }{ "\u00A0" }ق
coordinate-west = { $figure }{ "\u00A0" }غ
coordinates = { $latitude }، { $longitude }

## ما الخطأ في موقع مكتوب

error-sixtieths = الدقائق أو الثواني { $value } يجب أن تقلّ عن 60. اكتبها مثل { "\u2066" }18°26′36″{ "\u2069" } ش.
error-signed = في الموقع { $value } علامة سالب وحرف معًا. اكتب أحدهما فقط.
error-sides = الموقع { $value }: اكتب خط عرض واحدًا (ش أو ج) وخط طول واحدًا (ق أو غ).
error-mgrs-zone = نطاق MGRS { $value } خارج المدى من 1 إلى 60.
error-mgrs-band = لا نطاق في MGRS بالحزام { $value }. اكتب بعد رقم النطاق حرفًا من C إلى X، مثل { "\u2066" }31Q{ "\u2069" }.
error-mgrs-square = لا مربع في MGRS باسم { $value }. تحقق من الحروف.
error-mgrs-figures = أرقام MGRS { $value }: اكتب للشرق من الأرقام بقدر ما تكتب للشمال، 5 على الأكثر لكل منهما.

## جهات البوصلة

compass-n = ش
compass-nne = ش{ "\u00A0" }ش{ "\u00A0" }ق
compass-ne = ش{ "\u00A0" }ق
compass-ene = ق{ "\u00A0" }ش{ "\u00A0" }ق
compass-e = ق
compass-ese = ق{ "\u00A0" }ج{ "\u00A0" }ق
compass-se = ج{ "\u00A0" }ق
compass-sse = ج{ "\u00A0" }ج{ "\u00A0" }ق
compass-s = ج
compass-ssw = ج{ "\u00A0" }ج{ "\u00A0" }غ
compass-sw = ج{ "\u00A0" }غ
compass-wsw = غ{ "\u00A0" }ج{ "\u00A0" }غ
compass-w = غ
compass-wnw = غ{ "\u00A0" }ش{ "\u00A0" }غ
compass-nw = ش{ "\u00A0" }غ
compass-nnw = ش{ "\u00A0" }ش{ "\u00A0" }غ

compass-n-words = شمال
compass-nne-words = شمال الشمال الشرقي
compass-ne-words = شمال شرقي
compass-ene-words = شرق الشمال الشرقي
compass-e-words = شرق
compass-ese-words = شرق الجنوب الشرقي
compass-se-words = جنوب شرقي
compass-sse-words = جنوب الجنوب الشرقي
compass-s-words = جنوب
compass-ssw-words = جنوب الجنوب الغربي
compass-sw-words = جنوب غربي
compass-wsw-words = غرب الجنوب الغربي
compass-w-words = غرب
compass-wnw-words = غرب الشمال الغربي
compass-nw-words = شمال غربي
compass-nnw-words = شمال الشمال الغربي
