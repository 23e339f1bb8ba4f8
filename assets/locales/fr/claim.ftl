### Les affirmations de l’article, et ce qui a été calculé en regard.

claims-heading = Affirmation de l’article
claim-miles = { PLURAL($count) ->
    [one] { $count } mile
    [many] { $count } de miles
   *[other] { $count } miles
}
claim-article-says = L’article : { $figure }
claim-measured = Mesuré : { $place } – { $country }
claim-of-town = De la localité, { $place } : ne convient pas. La frontière est à { $distance }.
claim-of-site = Du lieu, { $place } : ne convient qu’à un site à { $distance } au moins de la frontière, côté { $country }.
claim-of-no-site = Du lieu, { $place } : ne convient pas. Aucun point de son étendue n’est à cette distance de la frontière.
claim-fits = { $as ->
    [nautical] De la localité, { $place } : convient en milles marins. La frontière est à { $distance }.
   *[stated] De la localité, { $place } : convient. La frontière est à { $distance }.
}
claim-what-would-fit = Ce qui la rendrait vraie
claim-nearest-site = Un site à cette distance, côté { $country }. Le plus proche est à { $distance } de { $place }, azimut { $bearing }, en { $position }.
claim-nautical = En milles marins : { $figure } ; le site le plus proche est alors à { $distance } de { $place }, azimut { $bearing }.
claim-if-nautical = En milles marins
claim-not-computable = Non calculable : rien sur la carte n’en décide.
claim-reported = L’article dit que des rapports le disent. Rien ici ne permet de le vérifier.
claim-no-point = Non calculable : elle ne porte sur aucun lieu qui ait un point d’où mesurer.
claim-show = Montrer sur la carte
claim-hide = Retirer de la carte
claim-way = { $distance } · { $bearing }
claim-line = { $country } : à { $distance }
claim-line-nautical = { $country } : à { $distance } (milles marins)
