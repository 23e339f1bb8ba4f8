### قائمة الاختصارات، وما هو مكتوب على المفاتيح.

shortcuts-heading = اختصارات لوحة المفاتيح
shortcuts-program = البرنامج
shortcuts-map = الخريطة
shortcuts-texts = النصوص

shortcut-larger = تكبير النص
shortcut-smaller = تصغير النص
shortcut-usual-size = النص بحجمه المعتاد
shortcut-close = أغلق آخر ما فُتح
shortcut-next-control = الزر أو الدبوس التالي
shortcut-previous-control = الزر أو الدبوس السابق
shortcut-press = اضغطه
shortcut-move = تحريك الخريطة
shortcut-zoom-at = التكبير حول المؤشر
shortcut-word = تحديد كلمة
shortcut-paragraph = تحديد فقرة
shortcut-extend = توسيع التحديد أو تقليصه

## على المفاتيح

keycap-ctrl = Ctrl
keycap-command = Cmd
keycap-shift = Shift
keycap-escape = Esc
keycap-home = Home
keycap-page-up = Page Up
keycap-page-down = Page Down
keycap-tab = Tab
keycap-enter = Enter
keycap-space = Space
keycap-arrows = الأسهم
keycap-shift-arrows = { "\u2068" }{ keycap-shift }{ "\u2069" } والأسهم
keycap-drag = السحب
keycap-wheel = العجلة
keycap-double-click = نقرتان
keycap-triple-click = ثلاث نقرات
