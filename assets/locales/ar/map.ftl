### على الخريطة وفي السطر تحتها.

map-name = خريطة الساحل
map-zoom-in = تكبير
map-zoom-out = تصغير
map-home = عرض منطقة الخريطة كلها
map-fit-pins = إظهار كل الدبابيس
map-back = العودة إلى المشهد السابق
map-forward = التقدم إلى المشهد التالي
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

legend-vague = حلقة: في موضع ما داخلها
legend-context = دبوس مفرغ: سياق من خارج المقال
legend-disputed = خط متقطع: غير متفق عليه
