### Les affirmations de l’article, et ce qui a été calculé en regard.

claims-heading = Affirmation de l’article
claim-miles = { PLURAL($count) ->
    [one] { $count } mile
    [many] { $count } de miles
   *[other] { $count } miles
}
claim-article-says = L’article : { $figure }
claim-measured = Mesuré : { $place } – { $country }
claim-two-readings = Deux lectures de la phrase
claim-of-town = De la localité : ne convient pas. { $place } est à environ { $distance } de la frontière.
claim-of-site = Du lieu de l’embuscade : ne convient qu’à un site à { $figure } au moins de la frontière, côté { $country }.
claim-fits = Convient : { $place } est à environ { $distance } de la frontière.
claim-what-would-fit = Ce qui la rendrait vraie
claim-nearest-site = Un site à cette distance, côté { $country }. Le plus proche est à { $distance } de { $place }, azimut { $bearing }, en { $position }.
claim-nautical = En milles marins : { $figure } ; le site le plus proche est alors à { $distance } de { $place }, azimut { $bearing }.
claim-if-nautical = En milles marins
claim-statute = Miles terrestres
claim-nearest-point = Point possible le plus proche
claim-inside-line = { $country } : à { $distance } de la frontière – { $other }
claim-not-computable = Non calculable : rien sur la carte n’en décide.
claim-reported = L’article dit que des rapports le disent. Rien ici ne permet de le vérifier.
