### قائمة الاختصارات، وما هو مكتوب على المفاتيح.

shortcuts-heading = اختصارات لوحة المفاتيح
shortcuts-program = البرنامج
shortcuts-map = الخريطة
shortcuts-texts = النصوص

shortcut-larger = تكبير النص
shortcut-smaller = تصغير النص
shortcut-usual-size = استعادة حجم النص المعتاد
shortcut-close = إغلاق آخر ما فُتح
shortcut-next-control = العنصر أو الدبوس التالي
shortcut-previous-control = العنصر أو الدبوس السابق
shortcut-press = تفعيل العنصر المحدد
shortcut-move = تحريك الخريطة
shortcut-zoom-at = التكبير حول المؤشر
shortcut-word = تحديد كلمة
shortcut-paragraph = تحديد فقرة
shortcut-extend = توسيع التحديد أو تقليصه

## على المفاتيح

keycap-ctrl = Ctrl
keycap-command = Cmd
keycap-shift = Shift
keycap-alt = Alt
keycap-escape = Esc
keycap-home = Home
keycap-page-up = Page Up
keycap-page-down = Page Down
keycap-tab = Tab
keycap-enter = Enter
keycap-delete = Del
keycap-backspace = Backspace
keycap-space = Space
keycap-arrows = مفاتيح الأسهم
keycap-shift-arrows = { "\u2068" }{ keycap-shift }{ "\u2069" } + الأسهم
keycap-drag = السحب
keycap-wheel = عجلة الفأرة
keycap-double-click = نقر مزدوج
keycap-triple-click = نقر ثلاثي
keycap-shift-drag = { "\u2068" }{ keycap-shift }{ "\u2069" } + السحب
keycap-right-button = الزر الأيمن
shortcut-box = تكبير ما في إطار
shortcut-menu = قائمة الخريطة أو الدبوس
