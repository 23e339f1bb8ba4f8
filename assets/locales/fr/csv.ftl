### Ce qui est dit d’un CSV que l’on mesure : `sahel-map distance --csv`.

csv-progress = Lignes : { $rows } · { $rate }/s
csv-progress-of = Lignes : { $rows } · { $percent } · { $rate }/s

## Ce qui empêche de lire un fichier : quoi, où, que faire

csv-empty = { $path } est vide. La première ligne d’un CSV nomme ses colonnes, par exemple lat,lon.
csv-not-text = { $path } n’est pas un CSV en UTF-8. Enregistrez-le depuis le tableur au format CSV (UTF-8).
csv-no-header = { $path } n’a pas d’en-tête : sa première ligne est { $row }. Ajoutez au-dessus une ligne qui nomme les colonnes, par exemple lat,lon.
csv-no-column = { $path } n’a pas de colonne { $wanted }. Il contient : { $columns }. Indiquez la bonne avec { $option }.
csv-twice = { $path } a deux colonnes { $column }. Renommez l’une des deux.
csv-same-column = La latitude et la longitude ne peuvent être toutes deux dans la colonne { $column }. Indiquez l’autre.
csv-measured-before = { $path } a déjà une colonne { $column }, qui serait ajoutée. Retirez-la ou renommez-la.
csv-long-row = { $path }, ligne { $row } : plus de { $most } Kio. Cherchez un guillemet qui n’est pas fermé.
error-read = Impossible de lire { $path } : { $problem }.
error-folder = { $path } est un répertoire. Indiquez un fichier.
error-no-folder = Le répertoire { $path } n’existe pas. Créez-le, ou choisissez-en un autre.

## Lignes sans chiffres

csv-row-fields = { $path }, ligne { $row } : nombre de champs : { $found } ; dans l’en-tête : { $expected }.
csv-row-latitude = { $path }, ligne { $row } : la latitude { $value } n’est pas un nombre de -90 à 90.
csv-row-longitude = { $path }, ligne { $row } : la longitude { $value } n’est pas un nombre de -180 à 180.
csv-row-quote = { $path }, ligne { $row } : un guillemet n’est pas fermé ; le reste du fichier est dans cette ligne.
csv-swapped = Latitudes qui ne peuvent être que des longitudes : { $count }. Les colonnes semblent inversées : indiquez-les avec --lat-col et --lon-col.
csv-unmeasured = Lignes sans chiffres : { $bad } sur { $rows } ; citées ci-dessus : { $named }. Les autres sont mesurées.
