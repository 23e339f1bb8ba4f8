### Ce qui ne va pas, où, et que faire. La fenêtre s’ouvre avec ce qui est bon.

notices-count = { PLURAL($count) ->
    [one] { $count } avis
    [many] { $count } d’avis
   *[other] { $count } avis
}
notice-record = { $file }, { $entry } : { $problem }. { $outcome ->
    [entry] L’entrée a été laissée de côté ; corrigez-la et rouvrez le dossier.
   *[field] Le reste de l’entrée est là ; corrigez-la et rouvrez le dossier.
}
notice-file = { $file } : { $problem }. Corrigez-le et rouvrez le dossier.
notice-dossier-missing = Aucun dossier à { $path }. Vérifiez le chemin ; le dossier de l’article est ouvert à la place.
notice-dossier-unreadable = Le dossier { $path } est illisible : { $problem }. Corrigez le fichier ; le dossier de l’article est ouvert à la place.
notice-tiles-unreadable = Le fond de carte est illisible : { $problem }. Frontières, épingles et distances n’en souffrent pas. Réinstallez le programme.
notice-archive = L’archive cartographique { $path } est inutilisable : { $fault } { $base ->
    [built-in] Le fond intégré est affiché à la place.
   *[same] Le fond de la carte reste tel quel.
}
archive-missing = ce fichier n’existe pas. Vérifiez son emplacement et rouvrez-le.
archive-not-a-file = c’est un dossier. Choisissez-y un fichier .pmtiles ou .mbtiles.
archive-forbidden = sa lecture n’est pas permise. Changez ses droits, ou copiez-le dans un dossier à vous.
archive-unknown = ce n’est une archive ni PMTiles ni MBTiles. Choisissez un autre fichier.
archive-version = c’est du PMTiles version { $what } ; seule la version 3 est lue. Convertissez-le, par exemple avec pmtiles convert.
archive-cut-short = le fichier s’arrête avant la fin annoncée. Copiez-le ou téléchargez-le de nouveau.
archive-compression = sa compression est { $what } ; gzip, Brotli, Zstandard ou aucune sont lues. Réécrivez-le avec gzip.
archive-format = ses tuiles sont de format { $what } ; PNG, JPEG, WebP et les tuiles vectorielles (MVT) sont lus. Réécrivez-le dans l’un de ces formats.
archive-strange = il ne dit pas ce que sont ses tuiles, et ce ne sont ni des images ni des tuiles vectorielles (MVT). Réécrivez-le avec le programme qui l’a fait.
archive-empty = il ne contient aucune tuile. Choisissez un autre fichier.
archive-damaged = il est endommagé ({ $what }). Copiez-le ou téléchargez-le de nouveau.
notice-no-scenes = Ce dossier n’a pas de scènes à présenter. Écrivez-les dans son fichier scenes.toml.
notice-saved = { $path } enregistré
notice-not-written = { $path } n’a pas été enregistré{ "\u00A0" }: { $problem }. Rendez ce répertoire inscriptible ou libérez-y de la place, puis enregistrez de nouveau.
notice-place-unknown = Aucun lieu { $place } dans ce dossier. Choisissez-en un dans la liste.
notice-no-dialog = Aucune boîte de dialogue ne peut s’ouvrir ici. Écrivez le chemin du fichier sous « Ouvrir un fichier de carte… », ou déposez le fichier sur la fenêtre.
notice-no-folder-dialog = Aucune boîte de dialogue ne peut s’ouvrir ici. Écrivez le chemin du répertoire dans le champ.
notice-folder-missing = Il n’y a pas de répertoire { $path }. Choisissez-en un autre, ou créez-le d’abord.
notice-name-unusable = Aucun fichier ne peut s’appeler { $name }. Écrivez un nom plus court, sans /.
notice-cancelled = Arrêté. Aucun fichier n’est resté.
notice-picture-copied = L’image est dans le presse-papiers.
notice-print-opened = Le PDF est ouvert dans la visionneuse{ "\u202F" }; imprimez-le de là.
notice-no-viewer = Aucun programme n’ouvre de PDF ici ({ $problem }). Installez une visionneuse, ou imprimez { $path } depuis une autre machine.
notice-show-all = Tout voir
notice-dismiss = Masquer

## Ce qui ne va pas dans une entrée

problem-missing = { $field } est absent
problem-unknown = { $field } est inconnu ici ; on connaît { $known }
problem-empty = { $field } est vide
problem-taken = { $field } : { $value } est déjà pris plus haut
problem-no-record = { $field } nomme { $kind ->
    [place] le lieu
    [point] le lieu avec position
    [twin] l’autre lieu
    [event] l’événement
    [actor] l’acteur
    [claim] l’affirmation
    [excerpt] l’extrait
   *[record] l’entrée
} { $id }, qui n’est pas dans ce dossier
problem-no-paragraph = { $field } est ¶{ $paragraph } ; l’article va de ¶{ $first } à ¶{ $last }
problem-not-in-excerpt = { $field } porte les mots { $words }, absents de tout extrait de ¶{ $paragraph }
problem-too-long = { $field } dépasse { $limit } octets
problem-too-many = il y a { $found } entrées ; celles qui suivent les { $limit } premières sont laissées de côté
problem-untold = erreurs qui ne sont pas énumérées ici{ "\u00A0" }: { $count }
problem-latitude = la latitude { $value } est hors de { $least } à { $most }
problem-longitude = la longitude { $value } est hors de { $least } à { $most }
# $other (text): another field; $forms, $letters (text): how it is written.
problem-not-positive = { $field } doit valoir 1 ou plus
problem-area-with-point = { $field } est un point, mais une zone ou un pays n’en a pas
problem-within-nothing = { $field } est absent, et { $other } aussi : à l’intérieur de quoi ?
problem-numbered-context = { $field } est le rang dans l’article, or ceci est du contexte
problem-radius-range = { $field } doit être supérieur à { $least } et ne pas dépasser { $most } m
problem-area-with-radius = { $field } est donné, mais une zone ou un pays n’a pas de rayon
problem-context-with-paragraphs = { $field } est donné, mais le contexte est ce que l’article ne dit pas
problem-two-claims = { $field } accompagne { $other }, or une affirmation dit une seule chose
problem-no-claim = { $field } est absent, et { $other } aussi : qu’est-ce qui est affirmé ?
problem-amount-range = { $field } doit être compris entre { $least } et { $most }
problem-no-such-border = { $field } doit être l’un de { $known }
problem-no-extent = { $field } doit avoir le sud sous le nord et l’ouest avant l’est, et se trouver dans le monde
problem-too-many-callouts = { $field } a plus de { $most } entrées
problem-callout-nowhere = { $field } : chaque entrée a besoin soit de { $one }, soit de { $other }
problem-date-form = { $field } : { $value } n’est pas une date ; écrivez { $forms }
problem-date-calendar = { $field } : { $value } n’est pas une date ; le calendrier n’a pas ce jour ou ce mois
problem-date-backwards = { $field } : { $value } n’est pas une date ; la fin précède le début
problem-id = { $field } : { $value } n’est pas un identifiant ; employez { $least } à { $limit } caractères parmi { $letters }, une lettre ou un chiffre au début et à la fin

# $problem (text): key and fault.
notice-words-faulty = Les textes français sont incomplets ({ $problem }) ; merci de le signaler. Ce qui manque est affiché en anglais.
