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
layer-features = الجبال والصحارى والأنهار والبحار
layer-borders = الحدود
layer-regions = الأقاليم
layer-graticule = شبكة الإحداثيات
layer-water = المياه

menu-name = قائمة الخريطة
menu-open = فتح البطاقة
menu-copy = نسخ الإحداثيات
menu-measure = القياس من هنا
menu-center = توسيط هنا
