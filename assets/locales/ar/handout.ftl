## المطبوعة: ملف PDF، صفحة لكل مشهد

handout-map-of = خريطة المشهد «{ $title }»
handout-page = { $page } / { $count }
handout-date = { $by }: { $date }
handout-quote = المقال، { $mark }
handout-article = المقال
handout-map = الخريطة
handout-quotes = كلام المقال منقول بنصّه العربي، والعلامة ¶ رقم الفقرة.
handout-dates = أمام التاريخ: «المقال» لما يذكره المقال، و«سياق» لما هو معروف علنًا ولا يرد في المقال.
handout-distances = المسافات خطوط جيوديسية على { -wgs84 }، من النقطة التي تمثّل المكان إلى خط الحدود بحسب { -openstreetmap }.
