## Le document à distribuer : un PDF, une page par scène

handout-map-of = Carte de la scène «{ "\u00A0" }{ $title }{ "\u00A0" }»
handout-page = { $page } / { $count }
handout-date = { $by }{ "\u00A0" }: { $date }
handout-quote = L’article, { $mark }
handout-article = L’article
handout-map = La carte
handout-quotes = Ses mots sont cités tels quels, en arabe{ "\u202F" }; les traductions sont les nôtres. ¶ désigne le paragraphe.
handout-dates = Devant une date, «{ "\u00A0" }article{ "\u00A0" }» est ce que donne l’article et «{ "\u00A0" }contexte{ "\u00A0" }» ce qui est connu par ailleurs et n’y figure pas.
handout-distances = Les distances sont des géodésiques sur { -wgs84 }, du point qui représente un lieu jusqu’à la frontière selon { -openstreetmap }.
