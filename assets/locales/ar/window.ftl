### النافذة حول الخريطة: الألواح والأزرار والإعدادات والتلميحات.

app-name = خريطة الساحل
window-title = { $dossier } · { app-name }

## الألواح

panel-places = الأماكن
panel-article = المقال
panel-measure = القياس
panel-edge = حافة اللوحة
panel-layers = الطبقات
panel-scenes = المشاهد

## الشريط العلوي

network-offline = { PLURAL($requests) ->
    [zero] غير متصل · { $requests } طلبات
    [one] غير متصل · طلب واحد
    [two] غير متصل · طلبان
    [few] غير متصل · { $requests } طلبات
    [many] غير متصل · { $requests } طلبًا
   *[other] غير متصل · { $requests } طلب
}
network-offline-hint = لا شيء يغادر هذا الحاسوب: الخريطة والمقال والقياس كلها داخل البرنامج.
action-export = تصدير
action-briefing = إحاطة
action-settings = الإعدادات
hint-briefing = عرض الخريطة إحاطةً بملء الشاشة
hint-keys = { $action } ({ $keys })

## الأفعال

action-cancel = إلغاء
action-close = إغلاق
action-copied = نُسخ
action-dismiss-all = إخفاء الكل
action-open = فتح…
action-panel = إظهار اللوحة الجانبية أو إخفاؤها
action-redo = إعادة
action-undo = تراجع

## الإعدادات

settings-heading = الإعدادات
settings-language = اللغة
settings-theme = السمة
settings-units = الوحدات
settings-coordinates = الإحداثيات
settings-digits = الأرقام
settings-months = أسماء الأشهر
settings-text-size = حجم النص
settings-motion = تقليل الحركة
settings-second-names = الاسم المحلي أو الفرنسي تحت الأسماء على الخريطة
settings-arabic = خاص بالعربية
settings-online = الخرائط عبر الإنترنت

theme-dark = داكنة
theme-light = فاتحة
theme-system = حسب النظام
theme-contrast = عالية التباين

language-ar = العربية
language-fr = Français
language-en = English

unit-km = كم
unit-mi = ميل
unit-nm = ميل بحري

coordinates-decimal = درجات عشرية
coordinates-dms = درجات ودقائق وثوانٍ
coordinates-mgrs = MGRS

digits-western = غربية (0123)
digits-arabic-indic = عربية مشرقية (٠١٢٣)

months-standard = يناير، فبراير…
months-maghreb = مغاربية: جانفي، فيفري…

## التصدير

export-heading = حفظ الخريطة صورةً أو بيانات
export-width = العرض
export-height = الارتفاع
export-size = { "\u2066" }{ $width } × { $height }{ "\u2069" } بكسل
export-drawing = جارٍ رسم الصورة…
export-overwrite = الملف { $name } موجود. هل تستبدله؟

# The folder of a KML file with a line from each place.
data-border-lines = خطوط إلى أقرب حدود
