### ما يكتبه سطر الأوامر.

command-at = الموقع { $position }
command-column-country = حدود
command-column-km = كم
command-column-mi = ميل
command-column-bearing = الاتجاه
command-column-side = الجهة
command-column-nearest = أقرب نقطة

## الأخطاء: ما هي وأين وما العمل

error-position = الموقع { $position }: اكتب خط العرض ثم خط الطول بالدرجات، مثل { "\u2066" }18.44345,1.40921{ "\u2069" }.
error-latitude = خط العرض { $value } خارج المدى من { "\u2066" }-90{ "\u2069" } إلى 90. يأتي خط العرض أولًا: { "\u2066" }18.44345,1.40921{ "\u2069" }.
error-longitude = خط الطول { $value } خارج المدى من { "\u2066" }-180{ "\u2069" } إلى 180.
error-view = المشهد { $value }: اكتب خط العرض ثم خط الطول ثم التكبير، مثل { "\u2066" }18.44,1.41,7{ "\u2069" }.
error-view-outside = المشهد { $value } خارج الخريطة: خط العرض من { $south } إلى { $north }، وخط الطول من { $west } إلى { $east }.
error-view-zoom = التكبير { $value } خارج المدى من { $least } إلى { $most }.
error-scene = لا يوجد مشهد { $value }: أعط رقمًا من 1 إلى { $count }.
error-size = الحجم { $size }: اكتب العرض والارتفاع بالبكسل، كلٌّ من { $least } إلى { $most }، مثل { "\u2066" }1920x1080{ "\u2069" }.
error-exists = { $path } موجود. اختر اسمًا آخر، أو أضف { "\u2066" }--force{ "\u2069" } لاستبداله.
error-write = تعذّرت كتابة { $path }: { $problem }.
error-unused = لا حاجة إلى { $value } مع هذا الأمر. احذفه.
error-language = لا لغة باسم { $value }: اختر ar أو fr أو en.
error-place = لا مكان باسم { $value } في هذا الملف. فيه: { $known }.
error-dossier-missing = لا ملف في { $path }. أعطِ المجلد الذي فيه { "\u2066" }dossier.toml{ "\u2069" }، أو ملف { "\u2066" }.sahelmap{ "\u2069" }.
error-dossier-unreadable = تعذّرت قراءة الملف { $path }: { $problem }. صحّحه.
error-picture = تعذّر إنشاء الملف: { $problem }.
error-draw = تعذّر رسم الصورة: { $problem }. ثبّت مشغّل Vulkan أو OpenGL؛ وفي Debian: { "\u2066" }apt install mesa-vulkan-drivers{ "\u2069" }.
error-window = تعذّر فتح النافذة: { $problem }.
error-no-session = تعذّر فتح النافذة: لا توجد جلسة رسومية أو أنها لا تستجيب. شغّلها في جلسة عُيّن فيها DISPLAY أو WAYLAND_DISPLAY؛ ويعمل export وdistance من دونها.
error-no-driver = تعذّر فتح النافذة: لا يعمل هنا أي برنامج تشغيل للرسوميات ({ $problem }). ثبّت واحدًا لـVulkan أو OpenGL، وفي Debian: mesa-vulkan-drivers وlibgl1-mesa-dri؛ ويعمل distance من دونه.
error-graphics-lost = فُقد جهاز الرسوميات ({ $problem }) فأُغلقت النافذة. الجلسة محفوظة: أعد تشغيل البرنامج.
error-crashed = أُغلقت النافذة لخلل في البرنامج. الجلسة محفوظة: أعد تشغيل البرنامج. يبيّن التقرير { $path } موضع الخلل، وليس فيه شيء يخصّك.
error-crashed-untold = أُغلقت النافذة لخلل في البرنامج. الجلسة محفوظة: أعد تشغيل البرنامج. ولم يُكتب تقرير لتعذّر الكتابة.

## ما يكتبه `check`

check-heading = { $dossier } · { PLURAL($count) ->
    [zero] { $count } ادعاء
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $count } ادعاءات
    [many] { $count } ادعاءً
   *[other] { $count } ادعاء
}
check-figure = { $head } – { $figure }
check-wrong = في الملف { PLURAL($count) ->
    [zero] { $count } خطأ
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأً
   *[other] { $count } خطأ
}. صحّح ثم تحقّق من جديد.
