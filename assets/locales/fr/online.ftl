### Les tuiles du réseau : à qui il est permis d’en demander.

online-heading = Tuiles en ligne
online-open = Tuiles en ligne…
online-intro = Le programme n’a pas besoin de réseau. Si vous voulez un fond de carte venu du réseau, son hôte reçoit des demandes pour la partie de la carte que vous regardez{ "\u202F" }; rien n’est demandé à un hôte que vous n’avez pas autorisé ici.
online-sources = Sources
online-host-allowed = { $host } · autorisé
online-host-not-allowed = { $host } · non autorisé
online-remove = Retirer { $name } de la liste
online-remove-short = Retirer de la liste
online-credit = Mention à côté de la carte
online-credit-hint = Qui mentionner à côté de la carte, puis Entrée
online-address = Adresse de tuiles
online-address-hint = https://…/{ "{z}" }/{ "{x}" }/{ "{y}" }.png, puis Entrée
online-address-help = Des images (PNG, JPEG, WebP) ou des tuiles vectorielles (MVT). Une clé dans l’adresse reste dans vos réglages{ "\u00A0" }: elle n’est pas affichée, et aucun fichier enregistré ne la contient.
online-trying = Demande à { $host }…
online-failed = { $host } n’a pas été ajouté{ "\u00A0" }: { $trouble }.
online-allowed = Hôtes autorisés
online-none-allowed = Aucun{ "\u00A0" }: rien ne sort de cet ordinateur.
online-revoke = Ne plus rien demander à { $host }
online-revoke-short = Ne plus demander
online-retry = Réessayer maintenant
online-cache = Tuiles gardées sur cet ordinateur
online-cache-size = { $size } utilisés
online-cache-counting = Calcul…
online-cache-stays = Elles restent quand un hôte n’est plus sollicité, et montrent où vous avez regardé.
online-cache-limit = Au plus
online-megabytes = { $size }{ "\u00A0" }Mo
online-cache-empty = Les supprimer

## La question

online-ask = Permettre au programme de demander des tuiles à { $host }{ "\u202F" }?
online-learns = Ce que cet hôte apprend
online-learns-address = Votre adresse internet, donc à peu près où vous êtes et par qui vous êtes connecté.
online-learns-view = Quelle partie de la carte vous regardez, de quelle distance et quand.
online-learns-program = Que vous utilisez Sahel Map, et sa version.
online-learns-way = Qui gère votre réseau voit que vous vous adressez à cet hôte, mais pas ce que vous lui demandez.
online-learns-here = Cet hôte est cet ordinateur{ "\u00A0" }: ce qui est demandé y reste, pour autant que le programme derrière lui l’y garde.
online-not-learns = Il n’apprend ni vos recherches, ni vos lieux, ni vos mesures, ni vos dossiers.
online-remembered = L’autorisation est retenue jusqu’à ce que vous la retiriez sous «{ "\u00A0" }Tuiles en ligne{ "\u00A0" }».
online-policy = Les serveurs d’OpenStreetMap vivent de dons{ "\u00A0" }: seul ce que vous regardez est demandé, et gardé aussi longtemps qu’ils le souhaitent. Règles d’usage{ "\u00A0" }: operations.osmfoundation.org/policies/tiles
online-allow = Autoriser { $host }
online-decline = Rester hors ligne

## Ce qui ne va pas dans une adresse

address-none = Ce n’est pas une adresse web. Écrivez-en une comme https://tiles.example.org/{ "{z}" }/{ "{x}" }/{ "{y}" }.png.
address-long = Cette adresse est trop longue.
address-scheme = Seules les adresses https sont utilisées, pas { $what }.
address-unprotected = Seules les adresses https sont utilisées{ "\u00A0" }: avec http, chacun sur le chemin pourrait lire. Http est réservé à un serveur de cet ordinateur (127.0.0.1).
address-missing = Il manque { $what }{ "\u00A0" }: niveau, colonne et rangée s’écrivent { "{z}" }, { "{x}" } et { "{y}" }.
address-unknown = { $what } ne désigne rien. Il y a { "{z}" }, { "{x}" } et { "{y}" }.
address-many = Nommez un seul hôte{ "\u00A0" }: c’est un hôte que vous autorisez, il ne peut pas changer d’une tuile à l’autre.
address-credentials = L’adresse ne peut contenir ni nom ni mot de passe. Utilisez une clé, si l’hôte en donne une.

## Pourquoi aucune tuile n’arrive

online-unreachable = il est injoignable
online-slow = il met trop de temps à répondre
online-busy = il demande une pause
online-refused = il refuse (HTTP { $what }){ "\u202F" }; une clé manque peut-être ou est fausse
online-status = il répond par une erreur (HTTP { $what })
online-elsewhere = il renvoie à un autre hôte, que vous n’avez pas autorisé
online-too-large = il envoie bien plus qu’une tuile
online-no-tile = ce qu’il envoie n’est pas une tuile ({ $what })
online-certificate = cet ordinateur ne se fie pas à son certificat
notice-online = { $host } n’envoie pas de tuiles{ "\u00A0" }: { $trouble }. La carte garde ce qu’elle a et réessaie d’elle-même{ "\u202F" }; «{ "\u00A0" }Tuiles en ligne{ "\u00A0" }» réessaie aussitôt.
notice-tiles-missing = Des tuiles du fond ne sont pas arrivées du réseau, et une image trouée semblerait entière{ "\u00A0" }: rien n’a été fait. Réessayez plus tard, ou choisissez un autre fond dans l’onglet Couches.
notice-too-many-sources = Il y a autant de sources de tuiles que l’on peut en garder. Retirez-en d’abord une de la liste.

## Le signe dans la barre

network-online = { PLURAL($requests) ->
    [one] { $host } · { $requests } requête
    [many] { $host } · { $requests } de requêtes
   *[other] { $host } · { $requests } requêtes
}
network-online-hint = Les tuiles viennent de cet hôte, que vous avez autorisé. Cliquez pour voir ce qu’il apprend, et pour arrêter.
network-trouble-hint = Cet hôte n’envoie pas de tuiles en ce moment. Cliquez pour réessayer ou pour arrêter.
