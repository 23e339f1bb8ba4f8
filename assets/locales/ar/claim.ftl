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
claim-of-town = عن البلدة، { $place }: لا ينطبق. خط الحدود على بعد { $distance }.
claim-of-site = عن الموقع، { $place }: لا ينطبق إلا على موقع يبعد { $distance } على الأقل داخل { $country }.
claim-of-no-site = عن الموقع، { $place }: لا ينطبق. لا نقطة من نطاقه تبعد هذا البعد عن خط الحدود.
claim-fits = { $as ->
    [nautical] عن البلدة، { $place }: ينطبق بالأميال البحرية. خط الحدود على بعد { $distance }.
   *[stated] عن البلدة، { $place }: ينطبق. خط الحدود على بعد { $distance }.
}
claim-what-would-fit = ما الذي يجعله صحيحًا
claim-nearest-site = موقع بهذا البعد داخل { $country }. أقربه على بعد { $distance } من { $place } باتجاه { $bearing }، عند { $position }.
claim-nautical = إن كانت أميالًا بحرية: { $figure }؛ وأقرب موقع عندئذ على بعد { $distance } من { $place } باتجاه { $bearing }.
claim-if-nautical = إن كانت أميالًا بحرية
claim-not-computable = لا يمكن حسابه: لا شيء على الخريطة يحسمه.
claim-reported = يقول المقال إن تقارير تقوله. ولا شيء هنا يتيح التحقق منه.
claim-no-point = لا يمكن حسابه: لا يتعلق بمكان له نقطة يُقاس منها.
claim-show = أظهر على الخريطة
claim-hide = أخفِ من الخريطة
claim-way = { $distance } · { $bearing }
claim-line = على بعد { $distance } من { $country }
claim-line-nautical = على بعد { $distance } من { $country } (أميال بحرية)
