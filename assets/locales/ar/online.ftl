### بلاطات الخريطة من الشبكة: ممّن يُسمح بطلبها.

online-heading = الخرائط عبر الإنترنت
online-open = الخرائط عبر الإنترنت…
online-intro = لا يحتاج البرنامج إلى الشبكة. إن أردت خريطة أساس من الشبكة طُلب من خادمها الجزء الذي تنظر إليه من الخريطة، ولا يُطلب شيء من خادم لم تسمح به هنا.
online-sources = المصادر
online-host-allowed = { $host } · مسموح به
online-host-not-allowed = { $host } · غير مسموح به
online-remove = إزالة { $name } من القائمة
online-remove-short = إزالة من القائمة
online-credit = المصدر المذكور بجانب الخريطة
online-credit-hint = من يُذكر بجانب الخريطة، ثم Enter
online-address = عنوان البلاطات
online-address-hint = { "\u2066" }https://…/{ "{z}" }/{ "{x}" }/{ "{y}" }.png{ "\u2069" } ثم Enter
online-address-help = صور (PNG أو JPEG أو WebP) أو بلاطات متجهية (MVT). المفتاح الذي في العنوان يبقى في إعداداتك: لا يُعرض، ولا يحمله أي ملف محفوظ.
online-trying = جارٍ سؤال { $host }…
online-failed = لم يُضَف { $host }: { $trouble }.
online-allowed = الخوادم المسموح بها
online-none-allowed = لا أحد: لا شيء يغادر هذا الحاسوب.
online-revoke = الكفّ عن سؤال { $host }
online-revoke-short = الكفّ عن السؤال
online-retry = المحاولة الآن
online-cache = البلاطات المحفوظة على هذا الحاسوب
online-cache-size = المستخدَم { $size }
online-cache-counting = جارٍ العدّ…
online-cache-stays = تبقى حين يُكفّ عن سؤال الخادم، وتدل على ما نظرت إليه.
online-cache-limit = بحدّ أقصى
online-megabytes = { $size } م.ب
online-cache-empty = حذفها

## السؤال

online-ask = هل تسمح للبرنامج بطلب بلاطات الخريطة من { $host }؟
online-learns = ما يعرفه هذا الخادم
online-learns-address = عنوانك على الإنترنت، ومنه مكانك على وجه التقريب ومن يصلك بالشبكة.
online-learns-view = أيّ جزء من الخريطة تنظر إليه، ومن أيّ قرب ومتى.
online-learns-program = أنك تستخدم Sahel Map، وإصداره.
online-learns-way = من يدير شبكتك يرى أنك تسأل هذا الخادم، ولا يرى عمّا تسأله.
online-learns-here = هذا الخادم هو هذا الحاسوب نفسه: ما يُطلب يبقى فيه ما دام البرنامج الذي وراءه يُبقيه فيه.
online-not-learns = لا يعرف ما تبحث عنه ولا أماكنك ولا قياساتك ولا ملفاتك.
online-remembered = يُحفظ السماح إلى أن تسحبه من «الخرائط عبر الإنترنت».
online-policy = تقوم خوادم OpenStreetMap على التبرعات: لا يُطلب منها إلا ما تنظر إليه، ويُحفظ ما دامت تطلب ذلك. قواعد الاستخدام: { "\u2066" }operations.osmfoundation.org/policies/tiles{ "\u2069" }
online-allow = السماح لـ { $host }
online-decline = البقاء دون اتصال

## ما الخطأ في العنوان

address-none = ليس هذا عنوانًا على الشبكة. اكتب مثلًا { "\u2066" }https://tiles.example.org/{ "{z}" }/{ "{x}" }/{ "{y}" }.png{ "\u2069" }.
address-long = هذا العنوان أطول مما يُقبل.
address-scheme = لا تُستخدم إلا عناوين https، لا { $what }.
address-unprotected = لا تُستخدم إلا عناوين https: مع http يستطيع كل من في الطريق أن يقرأ. أما http فلخادم على هذا الحاسوب وحده (127.0.0.1).
address-missing = ينقص { $what }: تُكتب درجة التقريب والعمود والصف هكذا { "\u2066" }{ "{z}" }{ "\u2069" } و{ "\u2066" }{ "{x}" }{ "\u2069" } و{ "\u2066" }{ "{y}" }{ "\u2069" }.
address-unknown = لا يدل { $what } على شيء. المعروف { "\u2066" }{ "{z}" }{ "\u2069" } و{ "\u2066" }{ "{x}" }{ "\u2069" } و{ "\u2066" }{ "{y}" }{ "\u2069" }.
address-many = اذكر خادمًا واحدًا: السماح يكون لخادم بعينه، فلا يتغير من بلاطة إلى أخرى.
address-credentials = لا يصح أن يكون في العنوان اسم أو كلمة مرور. استخدم مفتاحًا إن كان للخادم مفتاح.

## لماذا لا تصل البلاطات

online-unreachable = لا يمكن الوصول إليه
online-slow = يتأخر في الجواب أكثر مما ينبغي
online-busy = يطلب مهلة
online-refused = يرفض ({ "\u2066" }HTTP { $what }{ "\u2069" })، وقد يكون المفتاح ناقصًا أو خاطئًا
online-status = يجيب بخطأ ({ "\u2066" }HTTP { $what }{ "\u2069" })
online-elsewhere = يحيل إلى خادم آخر لم تسمح به
online-too-large = يرسل أكثر بكثير من بلاطة
online-no-tile = ما يرسله ليس بلاطة خريطة ({ $what })
online-certificate = لا يثق هذا الحاسوب بشهادته
notice-online = لا يرسل { $host } بلاطات: { $trouble }. تُبقي الخريطة ما عندها وتعيد المحاولة بنفسها، و«الخرائط عبر الإنترنت» تعيدها فورًا.
notice-tiles-missing = لم تصل بعض بلاطات الأساس من الشبكة، وصورة ناقصة قد تبدو كاملة: لم يُصنع شيء. أعد المحاولة لاحقًا، أو اختر أساسًا آخر في لسان الطبقات.
notice-too-many-sources = بلغت مصادر البلاطات أقصى ما يُحفظ. أزِل واحدًا من القائمة أولًا.

## العلامة في الشريط

network-online = { PLURAL($requests) ->
    [zero] { $host } · { $requests } طلبات
    [one] { $host } · طلب واحد
    [two] { $host } · طلبان
    [few] { $host } · { $requests } طلبات
    [many] { $host } · { $requests } طلبًا
   *[other] { $host } · { $requests } طلب
}
network-online-hint = تأتي البلاطات من هذا الخادم الذي سمحت به. انقر لترى ما يعرفه، ولتوقفه.
network-trouble-hint = لا يرسل هذا الخادم بلاطات الآن. انقر للمحاولة من جديد أو للإيقاف.
