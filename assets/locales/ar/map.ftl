### على الخريطة وفي السطر تحتها.

map-name = خريطة الساحل
map-zoom-in = تكبير
map-zoom-out = تصغير
map-home = عرض منطقة الخريطة كلها
pin-name = { $number }. { $place }، { $kind }
pin-name-unnumbered = { $place }، { $kind }
pin-name-context = { $place }، سياق
offmap-distance = { $distance } من { $place }

status-nearest = أقرب حدود:
nearest-border = أقرب حدود: { $border }، { $distance }
border-between = { $first } و{ $second }
status-model = مجسّم { -wgs84 }
status-zoom = التكبير { $zoom }
status-copy = نسخ الموقع تحت المؤشر

layer-relief = التضاريس
layer-borders = الحدود
layer-regions = الأقاليم
layer-water = المياه
layer-towns = البلدات
layer-labels = الأسماء
layer-pins = الدبابيس
layer-distances = المسافات إلى الحدود
layers-heading = ما تعرضه الخريطة
layers-legend = مفتاح الخريطة
legend-vague = حلقة: في موضع ما داخلها
legend-context = دبوس مفرغ: سياق من خارج المقال
legend-disputed = خط متقطع: غير متفق عليه
