### ما الخطأ وأين وما العمل. تُفتح النافذة بما هو سليم.

notices-count = { PLURAL($count) ->
    [zero] لا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
    [many] { $count } تنبيهًا
   *[other] { $count } تنبيه
}
notice-record = { $file }، { $entry }: { $problem }. { $outcome ->
    [entry] تُرك هذا المدخل؛ صحّحه وافتح الملف من جديد.
   *[field] بقي سائر المدخل؛ صحّحه وافتح الملف من جديد.
}
notice-file = { $file }: { $problem }. صحّحه وافتح الملف من جديد.
notice-dossier-missing = لا ملف في { $path }. تحقق من المسار؛ فُتح ملف المقال بدلًا منه.
notice-dossier-unreadable = تعذّرت قراءة الملف { $path }: { $problem }. صحّحه؛ فُتح ملف المقال بدلًا منه.
notice-tiles-unreadable = تعذّرت قراءة خريطة الأساس: { $problem }. لا يمسّ ذلك الحدود والدبابيس والمسافات. ثبّت البرنامج من جديد.
notice-archive = تعذّر استعمال أرشيف الخرائط { $path }: { $fault } { $base ->
    [built-in] عادت الخريطة إلى أرضيتها المدمجة.
   *[same] بقيت أرضية الخريطة كما هي.
}
archive-missing = لا ملف بهذا الاسم. تحقق من مكانه وافتحه من جديد.
archive-not-a-file = هذا مجلد لا ملف. اختر فيه ملفًا من نوع ‎.pmtiles أو ‎.mbtiles.
archive-forbidden = لا إذن بقراءته. غيّر أذونه أو انسخه إلى مجلد لك.
archive-unknown = ليس أرشيف PMTiles ولا MBTiles. اختر ملفًا آخر.
archive-version = إصدار PMTiles فيه { $what }، ولا يُقرأ إلا الإصدار 3. حوّله، بأداة pmtiles convert مثلًا.
archive-cut-short = ينتهي الملف قبل تمامه. انسخه أو نزّله من جديد.
archive-compression = ضغطه { $what }، ولا يُقرأ إلا gzip أو Brotli أو Zstandard أو غير المضغوط. اكتبه من جديد بضغط gzip.
archive-format = نوع بلاطاته { $what }، ولا يُقرأ إلا PNG وJPEG وWebP والبلاطات المتجهية (MVT). اكتبه من جديد بأحدها.
archive-strange = لا يذكر نوع بلاطاته، وليست صورًا ولا بلاطات متجهية (MVT). اكتبه من جديد بالبرنامج الذي أنشأه.
archive-empty = لا بلاطات فيه. اختر ملفًا آخر.
archive-damaged = الملف تالف ({ $what }). انسخه أو نزّله من جديد.
notice-no-scenes = لا مشاهد في هذا الملف لعرضها. اكتبها في ملفه scenes.toml.
notice-saved = حُفظ { $path }
notice-not-written = لم يُحفظ { $path }: { $problem }. اجعل المجلد قابلًا للكتابة أو أفرغ فيه مساحة، ثم احفظ من جديد.
notice-place-unknown = لا مكان باسم { $place } في هذا الملف. اختر مكانًا من القائمة.
notice-no-dialog = لا يمكن فتح نافذة الملفات هنا. اكتب مسار الملف تحت «فتح ملف خريطة…»، أو أسقط الملف على النافذة.
notice-no-folder-dialog = لا يمكن فتح نافذة المجلدات هنا. اكتب مسار المجلد في الحقل.
notice-folder-missing = لا يوجد مجلد { $path }. اختر مجلدًا آخر أو أنشئه أولًا.
notice-name-unusable = لا يمكن أن يكون اسم الملف { $name }. اكتب اسمًا أقصر بلا علامة /.
notice-cancelled = توقّف العمل ولم يبقَ أي ملف.
notice-picture-copied = الصورة في الحافظة.
notice-print-opened = ملف PDF مفتوح في العارض؛ اطبعه منه.
notice-no-viewer = لا برنامج هنا يفتح ملفات PDF ({ $problem }). ثبّت عارضًا، أو اطبع { $path } من جهاز آخر.
notice-show-all = عرض الكل
notice-dismiss = إخفاء

## ما الخطأ في المدخل

problem-missing = { $field } ناقص
problem-unknown = { $field } غير معروف هنا؛ المعروف: { $known }
problem-empty = { $field } فارغ
problem-taken = { $field }: القيمة { $value } مستعملة من قبل
problem-no-record = { $field } يذكر { $kind ->
    [place] المكان
    [point] المكان ذا الإحداثيات
    [twin] المكان الآخر
    [event] الحدث
    [actor] الطرف
    [claim] الادعاء
    [excerpt] المقتطف
   *[record] المدخل
} { $id }، وليس في هذا الملف
problem-no-paragraph = { $field } هو ¶{ $paragraph }؛ وفقرات المقال من ¶{ $first } إلى ¶{ $last }
problem-not-in-excerpt = { $field } فيه الكلمات { $words }، وليست في أي مقتطف من ¶{ $paragraph }
problem-too-long = { $field } أطول من { $limit } بايت
problem-too-many = عدد السجلات { $found }، وتُرك ما بعد أول { $limit } منها
problem-untold = أخطاء أخرى لم تُذكر هنا: { $count }
problem-latitude = خط العرض { $value } خارج المدى من { $least } إلى { $most }
problem-longitude = خط الطول { $value } خارج المدى من { $least } إلى { $most }
# $other (text): another field; $forms, $letters (text): how it is written.
problem-not-positive = يجب أن تكون قيمة { $field } واحدًا أو أكثر
problem-area-with-point = { $field } نقطة، والمنطقة أو البلد لا نقطة لهما
problem-within-nothing = { $field } ناقص، وكذلك { $other }: داخل ماذا؟
problem-numbered-context = { $field } هو الترتيب في المقال، وهذا من السياق
problem-radius-range = يجب أن تكون قيمة { $field } أكبر من { $least } وألا تتجاوز { $most } متر
problem-area-with-radius = { $field } مذكور، والمنطقة أو البلد لا نصف قطر لهما
problem-context-with-paragraphs = { $field } مذكور، والسياق ما لا يقوله المقال
problem-two-claims = { $field } بجانب { $other }، والادعاء يقول شيئًا واحدًا
problem-no-claim = { $field } ناقص، وكذلك { $other }: ما المدَّعى؟
problem-amount-range = يجب أن تكون قيمة { $field } بين { $least } و{ $most }
problem-no-such-border = يجب أن يكون { $field } أحد { $known }
problem-no-extent = يجب أن يكون الجنوب في { $field } تحت الشمال والغرب قبل الشرق وأن يقع في العالم
problem-too-many-callouts = في { $field } أكثر من { $most } من المدخلات
problem-callout-nowhere = { $field }: كل مدخل يحتاج إما إلى { $one } وإما إلى { $other }
problem-date-form = { $field }: { $value } ليس تاريخًا؛ اكتب { $forms }
problem-date-calendar = { $field }: { $value } ليس تاريخًا؛ لا يوم أو شهر كهذا في التقويم
problem-date-backwards = { $field }: { $value } ليس تاريخًا؛ نهايته قبل بدايته
problem-id = { $field }: { $value } ليس معرّفًا؛ استعمل من { $least } إلى { $limit } محرفًا من { $letters }، على أن يبدأ وينتهي بحرف أو رقم

# $problem (text): key and fault.
notice-words-faulty = النصوص العربية ناقصة ({ $problem })؛ نرجو الإبلاغ عن ذلك. ويُعرض النص الإنجليزي بدل الناقص.
