### مشاهد الإحاطة كما تُرتَّب في اللوحة.

scenes-heading = مشاهد الإحاطة
scenes-built-in = هذه مشاهد الملف. أول تعديل يصنع نسخة خاصة بك، ويبقى الملف كما هو.
scenes-own = مشاهدك الخاصة. يُحفظ كل تعديل فورًا.
scenes-none = لا مشاهد بعد. أظهر على الخريطة ما تريد الحديث عنه ثم التقطه.
scenes-capture = التقط هذا العرض
scenes-save-into = اكتبها في الملف المفتوح
scenes-save = احفظ ملفًا…
scenes-restore = العودة إلى مشاهد الملف
scenes-all = كل المشاهد
scenes-untitled = مشهد بلا عنوان
scenes-numbered = المشهد { $number }: { $title }
scenes-callout-count = { PLURAL($count) ->
    [zero] لا علامات
    [one] علامة واحدة
    [two] علامتان
    [few] { $count } علامات
    [many] { $count } علامة
   *[other] { $count } علامة
}
scenes-title = العنوان
scenes-text = ما يُقال
scenes-language = تُكتب الكلمات بلغة النافذة، وتظهر هي نفسها حيث لا كلمات بلغة أخرى.
scenes-excerpt = كلمات المقال
scenes-excerpt-none = لا شيء
scenes-excerpt-next = المقتطف التالي
scenes-excerpt-before = المقتطف السابق
scenes-retake = استعمل العرض الحالي
scenes-present = اعرض هذا المشهد
scenes-earlier = قدِّم المشهد
scenes-later = أخِّر المشهد
scenes-duplicate = كرِّر المشهد
scenes-delete = احذف المشهد
scenes-callouts = العلامات
scenes-callout-title = العلامة { $number }
scenes-callout-note = سطر العلامة { $number }
scenes-callout-delete = أزل العلامة { $number }
scenes-callouts-full = للمشهد سبع علامات على الأكثر.
scenes-point = أضف بالنقر على الخريطة
scenes-point-end = تم
scenes-point-hint = انقر دبابيس الخريطة أو مواضع عليها. مفتاح Esc ينهي ذلك.
