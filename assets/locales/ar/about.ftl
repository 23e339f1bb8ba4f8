### المصادر والرخص، وما لا تدّعيه الخريطة.

-openstreetmap = { "\u2068" }OpenStreetMap{ "\u2069" }
-natural-earth = { "\u2068" }Natural Earth{ "\u2069" }
-geonames = { "\u2068" }GeoNames{ "\u2069" }
-wgs84 = { "\u2068" }WGS84{ "\u2069" }

about-heading = حول البرنامج
about-version = الإصدار { $version }
about-text = خريطة للنزاع في الساحل: أماكن مقالٍ مع نصّ كلامه، والمسافة الدقيقة إلى الحدود. تعمل بلا شبكة.
about-program = البرنامج
about-data = البيانات ومصادرها
about-data-text = ممَّ صُنع كل جزء من الأرضية: تاريخه ورخصته والحزمة التي جاء فيها. وخط الحدود خط { -openstreetmap }. الأوصاف بالإنجليزية.
about-licences = الرخص
about-public-domain = الملك العام
about-libraries = المكتبات البرمجية
about-crates = حزم Rust
about-crates-text = مكتبات Rust التي بُني منها البرنامج على نظام أو آخر. كل اسم يفتح الإشعارات المرفقة به.
about-all-crates = كل الحزم
about-no-notice = ليس في حزمته إشعار خاص به.
about-own-licence = البرنامج: رخصة MIT أو Apache 2.0، كما تختار. وكلام المقال لكاتبه وناشره، يُقتبس منه جزء للنقاش.
credits-heading = المصادر والرخص
attribution = © مساهمو { -openstreetmap } · { -natural-earth } · { -geonames }
attribution-archive = { $archive } · { $own }
credit-archive = خريطة الأساس التي فتحتها { $name }: { $source }
credit-borders = الحدود والمياه وولايات الجزائر: © مساهمو { -openstreetmap }، ODbL 1.0
credit-places = البلدات: { -geonames }، CC BY 4.0
credit-airports = المطارات: { "\u2068" }airportsdata{ "\u2069" }، رخصة { "\u2068" }MIT{ "\u2069" }
credit-regions = بقية الأقاليم والأنهار من بعيد: { -natural-earth }، ملك عام
credit-rivers = الأنهار والأودية من قريب: { "\u2068" }GSHHG{ "\u2069" }، { "\u2068" }World Data Bank II{ "\u2069" }، رخصة { "\u2068" }LGPL 3.0{ "\u2069" }
credit-relief = التضاريس: { "\u2068" }Tom Patterson{ "\u2069" }، { "\u2068" }shadedrelief.com{ "\u2069" }، ملك عام
credit-names = أسماء البلدان: { "\u2068" }Unicode CLDR{ "\u2069" }، رخصة Unicode v3
credit-ground = أسماء الصحارى والجبال والسهول والمياه: مرسومة باليد لهذه الخريطة
credit-fonts = الخطوط: { "\u2068" }Vazirmatn{ "\u2069" } و{ "\u2068" }IBM Plex Sans Arabic{ "\u2069" } و{ "\u2068" }Noto Sans Tifinagh{ "\u2069" }، رخصة { "\u2068" }SIL Open Font 1.1{ "\u2069" }
credits-data = البيانات وتواريخها كما وردت في سجلّها
disclaimer-boundaries = الحدود والأسماء المبيّنة على هذه الخريطة لا تعني إقرارها أو قبولها من معدّيها.

## المقال

article-excerpts = مقتطفات بنصّها
article-opinion = مقال رأي
article-line = { $publication }، { $date } · { $genre }
article-cited = { $title } · { $publication }، { $date }
article-by = { $author }، { $publication }
article-report = تقرير
article-analysis = تحليل
article-gap = […]
article-original = العربية
article-translation = الترجمة
article-both = جنبًا إلى جنب
article-view = للمقال وجهة نظر. وهو هنا مقتبس ومنسوب إلى صاحبه، بلا حكم عليه.

## البحث في المقال

find-name = البحث في المقال
find-next = النتيجة التالية
find-previous = النتيجة السابقة
find-none = لا نتائج
find-count = { $current } من { $total }
