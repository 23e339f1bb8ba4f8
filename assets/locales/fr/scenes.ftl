### Les scènes de la présentation, comme on les arrange dans le panneau.

scenes-heading = Scènes de la présentation
scenes-built-in = Ce sont celles du dossier. La première modification en fait une copie à vous{ "\u202F" }; le dossier reste tel quel.
scenes-own = Vos propres scènes. Chaque modification est gardée aussitôt.
scenes-none = Il n’y a pas encore de scène. Montrez sur la carte ce dont vous voulez parler, puis capturez-le.
scenes-capture = Capturer cette vue
scenes-save-into = Écrire dans le dossier ouvert
scenes-save = Enregistrer comme dossier…
scenes-restore = Revenir aux scènes du dossier
scenes-all = Toutes les scènes
scenes-untitled = Scène sans titre
scenes-numbered = Scène{ "\u00A0" }{ $number }{ "\u00A0" }: { $title }
scenes-callout-count = { PLURAL($count) ->
    [one] { $count }{ "\u00A0" }repère
    [many] { $count } de repères
   *[other] { $count }{ "\u00A0" }repères
}
scenes-title = Titre
scenes-text = Ce qui est dit
scenes-language = On écrit dans la langue de la fenêtre. Là où une autre langue n’a rien, ces mots en tiennent lieu.
scenes-excerpt = Mots de l’article
scenes-excerpt-none = aucun
scenes-excerpt-next = Extrait suivant
scenes-excerpt-before = Extrait précédent
scenes-retake = Reprendre la vue actuelle
scenes-present = Présenter cette scène
scenes-earlier = Avancer dans l’ordre
scenes-later = Reculer dans l’ordre
scenes-duplicate = Dupliquer la scène
scenes-delete = Supprimer la scène
scenes-callouts = Repères
scenes-callout-title = Repère{ "\u00A0" }{ $number }
scenes-callout-note = Ligne du repère{ "\u00A0" }{ $number }
scenes-callout-delete = Retirer le repère{ "\u00A0" }{ $number }
scenes-callouts-full = Une scène a sept repères au plus.
scenes-point = Ajouter en cliquant sur la carte
scenes-point-end = Terminé
scenes-point-hint = Cliquez sur des épingles ou des points de la carte. Échap termine.
