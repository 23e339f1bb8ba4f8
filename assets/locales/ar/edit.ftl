### قائمة حقل النص، بالزر الأيمن للفأرة.

edit-menu = قائمة حقل النص
edit-cut = قص
edit-copy = نسخ
edit-paste = لصق
edit-delete = حذف
edit-select-all = تحديد الكل
edit-clear = إفراغ الحقل
