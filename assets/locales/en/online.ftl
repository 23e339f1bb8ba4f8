### Tiles from the network: who may be asked for them.

online-heading = Online tiles
online-open = Online tiles…
online-intro = Sahel Map needs no network. If you want a base map from the network, its host is asked for the part of the map you look at; nobody is asked whom you have not allowed here.
online-sources = Sources
# $host (text)
online-host-allowed = { $host } · allowed
online-host-not-allowed = { $host } · not allowed
# $name (text)
online-remove = Take { $name } off the list
online-remove-short = Take off the list
online-credit = Credit beside the map
online-credit-hint = Whom to name beside the map, then Enter
online-address = Address of tiles
online-address-hint = https://…/{ "{z}" }/{ "{x}" }/{ "{y}" }.png, then Enter
online-address-help = Pictures (PNG, JPEG, WebP) or vector tiles (MVT). A key in the address stays in your settings: it is not shown, and no saved file has it.
# $host (text)
online-trying = Asking { $host }…
# $host, $trouble (text)
online-failed = { $host } was not added: { $trouble }.
online-allowed = Allowed hosts
online-none-allowed = None: nothing leaves this computer.
# $host (text)
online-revoke = Stop asking { $host }
online-revoke-short = Stop asking
online-retry = Try again now
online-cache = Tiles kept on this computer
# $size (text): such as 12.5 MB
online-cache-size = { $size } in use
online-cache-counting = Counting…
online-cache-stays = They stay when a host is asked no more, and show where you looked.
online-cache-limit = At most
# $size (text): megabytes
online-megabytes = { $size } MB
online-cache-empty = Delete them

## The question

# $host (text)
online-ask = Let Sahel Map ask { $host } for map tiles?
online-learns = What this host learns
online-learns-address = Your internet address, and so roughly where you are and through whom you are connected.
online-learns-view = Which part of the map you look at, how closely and when.
online-learns-program = That you use Sahel Map, and its version.
online-learns-way = Whoever runs your network sees that you ask this host, but not for what.
online-learns-here = This host is this computer: what is asked stays on it, as far as the program behind it keeps it here.
online-not-learns = It does not learn your searches, places, measurements or dossiers.
online-remembered = If you allow it, that is remembered until you take it back under “Online tiles”.
online-policy = OpenStreetMap’s servers run on donations: only what you look at is fetched, and kept for as long as they ask. Usage policy: operations.osmfoundation.org/policies/tiles
# $host (text)
online-allow = Allow { $host }
online-decline = Stay offline

## What is wrong with an address

address-none = This is no web address. Write one such as https://tiles.example.org/{ "{z}" }/{ "{x}" }/{ "{y}" }.png.
address-long = This address is too long.
# $what (text)
address-scheme = Only https addresses are used, not { $what }.
address-unprotected = Only https addresses are used: with http, everyone on the way could read along. Http is for a server on this computer (127.0.0.1).
address-missing = { $what } is missing: zoom, column and row are written { "{z}" }, { "{x}" } and { "{y}" }.
address-unknown = { $what } stands for nothing. There are { "{z}" }, { "{x}" } and { "{y}" }.
address-many = Name one host: consent is given to a host, so it cannot change from tile to tile.
address-credentials = A name or a password cannot stand in the address. Use a key, if the host has one.

## Why no tile comes

online-unreachable = it cannot be reached
online-slow = it takes too long to answer
online-busy = it asks for a pause
# $what (text): the number of an HTTP status
online-refused = it refuses (HTTP { $what }); a key may be missing or wrong
online-status = it answers with an error (HTTP { $what })
online-elsewhere = it sends to another host, which you have not allowed
online-too-large = it sends far more than a tile
# $what (text): in English
online-no-tile = what it sends is no map tile ({ $what })
online-certificate = its certificate is not trusted by this computer
# $host, $trouble (text)
notice-online = { $host } sends no tiles: { $trouble }. The map keeps what it has and tries again by itself; “Online tiles” tries at once.
notice-tiles-missing = Tiles of the base map did not come over the network, and a picture with holes would look whole: nothing was made. Try again later, or choose another base in the tab Layers.
notice-too-many-sources = There are as many sources of tiles as can be kept. Take one off the list first.

## The sign in the bar

# $host (text), $requests (number)
network-online = { PLURAL($requests) ->
    [one] { $host } · { $requests } request
   *[other] { $host } · { $requests } requests
}
network-online-hint = Map tiles come from this host, which you allowed. Click for what it learns, and to stop.
network-trouble-hint = This host sends no tiles at the moment. Click to try again or to stop.
