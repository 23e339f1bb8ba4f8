### الدليل، وكيف يُقرأ نص من صفحات كثيرة.

guide-heading = الدليل
guide-open = فتح الدليل
guide-find = ابحث في الدليل
guide-none = لا صفحة فيها هذا. جرّب كلمة أخرى أو جزءًا من كلمة.
guide-before = الصفحة السابقة
guide-next = الصفحة التالية
reading-contents = المحتويات
reading-page = العودة إلى الصفحة
