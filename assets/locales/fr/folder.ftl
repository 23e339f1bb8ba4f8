### Le répertoire du programme : ce qui est gardé d’une fois à l’autre, le journal, les rapports d’incident.

folder-nowhere = Vous n’avez pas de répertoire personnel{ "\u00A0" }: rien de ce que vous réglez ou arrangez ici n’est gardé. Donnez à la variable HOME ou XDG_STATE_HOME un répertoire à vous, puis relancez le programme.
folder-unwritable = Rien ne peut être gardé dans { $path }{ "\u00A0" }: { $problem }. Faites-en un répertoire où vous pouvez écrire, puis relancez le programme{ "\u202F" }; d’ici là, réglages et scènes s’en vont avec la fenêtre, et il n’y a pas de journal.
folder-in-use = Le programme est ouvert dans une autre fenêtre, qui garde les réglages. Celle-ci fonctionne, mais ce que vous y changez n’est pas gardé, sauf une autorisation retirée{ "\u00A0" }: arrangez dans l’autre ce qui doit rester.
folder-unreadable = Les réglages de la dernière fois sont illisibles{ "\u00A0" }: { $problem }. Le programme part des valeurs par défaut{ "\u202F" }; le fichier est gardé sous { $path }.
folder-unreadable-stays = Les réglages de la dernière fois sont illisibles{ "\u00A0" }: { $problem }. Le fichier reste tel quel{ "\u00A0" }: le programme part des valeurs par défaut et ne garde rien cette fois.
folder-online-unreadable = Les hôtes que vous avez autorisés ne peuvent être lus{ "\u00A0" }: { $problem }. Aucun n’est autorisé à présent{ "\u202F" }; le fichier est gardé sous { $path }.
folder-online-unreadable-stays = Les hôtes que vous avez autorisés ne peuvent être lus{ "\u00A0" }: { $problem }. Aucun n’est autorisé à présent{ "\u202F" }; le fichier reste tel quel, et ce que vous autorisez n’est pas gardé cette fois.
folder-unknown = Cette version ne connaît pas les valeurs de certains réglages ({ $names }), qui reprennent leurs valeurs par défaut. Le fichier tel qu’il était est gardé sous { $path }.
folder-unknown-stays = Cette version ne connaît pas les valeurs de certains réglages ({ $names }), qui reprennent leurs valeurs par défaut. Le fichier reste tel quel, et rien n’est gardé cette fois.
folder-unsaved = Impossible de garder les réglages dans { $path }{ "\u00A0" }: { $problem }. Rendez ce répertoire inscriptible ou libérez-y de la place{ "\u202F" }; d’ici là, chaque démarrage reprend des réglages plus anciens.
folder-set-aside = Le dernier démarrage s’est arrêté avant que la fenêtre soit là. Au cas où vos réglages en seraient la cause, le programme part des valeurs par défaut, et ils sont gardés sous { $path }. Pour les reprendre, fermez le programme et nommez ce fichier session.json.
folder-crashed = La dernière fois, le programme s’est arrêté à cause d’un défaut qui lui est propre. Le rapport { $path } dit où, et ne contient rien de vous{ "\u00A0" }: vous pouvez le lire et l’envoyer aux auteurs du programme.
folder-work-failed = Une partie du programme s’est arrêtée à cause d’un défaut qui lui est propre{ "\u202F" }; le reste continue. Le rapport { $path } dit où, et ne contient rien de vous{ "\u00A0" }: vous pouvez le lire et l’envoyer aux auteurs du programme.
folder-work-failed-untold = Une partie du programme s’est arrêtée à cause d’un défaut qui lui est propre{ "\u202F" }; le reste continue. Aucun rapport n’a pu être écrit.
folder-logged = Quelque chose n’a pas marché{ "\u00A0" }: { $problem }. Le journal, dans { $path }, en dit plus.
folder-logged-nowhere = Quelque chose n’a pas marché{ "\u00A0" }: { $problem }.
