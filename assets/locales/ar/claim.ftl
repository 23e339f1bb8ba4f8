### ادعاءات المقال وما حُسب إزاءها.

claims-heading = ادعاء في المقال
claim-miles = { PLURAL($count) ->
    [zero] { $count } ميل
    [one] ميل واحد
    [two] ميلان
    [few] { $count } أميال
    [many] { $count } ميلًا
   *[other] { $count } ميل
}
claim-article-says = المقال: { $figure }
claim-measured = المقيس: من { $place } إلى { $country }
claim-two-readings = للجملة قراءتان
claim-of-town = عن البلدة: لا ينطبق. تبعد { $place } نحو { $distance } عن خط الحدود.
claim-of-site = عن موقع الكمين: لا ينطبق إلا على موقع يبعد { $figure } على الأقل داخل { $country }.
claim-fits = ينطبق: تبعد { $place } نحو { $distance } عن خط الحدود.
claim-what-would-fit = ما الذي يجعله صحيحًا
claim-nearest-site = موقع بهذا البعد داخل { $country }. أقربه على بعد { $distance } من { $place } باتجاه { $bearing }، عند { $position }.
claim-nautical = إن كانت أميالًا بحرية: { $figure }؛ وأقرب موقع عندئذ على بعد { $distance } من { $place } باتجاه { $bearing }.
claim-if-nautical = إن كانت أميالًا بحرية
claim-statute = أميال برية
claim-nearest-point = أقرب نقطة ممكنة
claim-inside-line = داخل { $country }، على بعد { $distance } من { $other }
claim-not-computable = لا يمكن حسابه: لا شيء على الخريطة يحسمه.
claim-reported = يقول المقال إن تقارير تقوله. ولا شيء هنا يتيح التحقق منه.
