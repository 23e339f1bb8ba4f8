#!/usr/bin/env python3
"""Makes coordinates.csv: MGRS references of positions, and the middles of their squares.

Run it at the root of the repository: python3 tests/golden/coordinates.py > tests/golden/coordinates.csv
It needs mgrs 1.6.0 and pyproj 3.7.2 of PyPI. The references are those of GEOTRANS, NGA's own
program, which `mgrs` wraps; the middles are PROJ's. Nothing of the program is used.
"""

import random

import mgrs
from pyproj import Transformer

GEOTRANS = mgrs.MGRS()

# Latitude, longitude, and why.
PLACES = [
    (18.44345, 1.40921, "Kidal"),
    (19.95, 2.97, "near Tinzaouaten, at the edge of zone 31"),
    (12.60915, -7.97522, "Bamako"),
    (13.51366, 2.1098, "Niamey"),
    (12.36566, -1.53388, "Ouagadougou"),
    (36.7525, 3.04197, "Algiers"),
    (22.785, 5.52278, "Tamanrasset"),
    (15.99999, 5.99999, "south-west of a corner of zone and band"),
    (16.00001, 6.00001, "north-east of it"),
    (23.99999, -0.00001, "west of the zero meridian"),
    (0.00001, 0.00001, "north of the equator"),
    (-0.00001, 0.00001, "south of the equator"),
    (60.39299, 5.32415, "Bergen: zone 32 reaches west"),
    (55.99999, 5.0, "below that exception"),
    (63.99999, 3.00001, "its corner"),
    (64.00001, 3.00001, "above it"),
    (78.22334, 15.64689, "Longyearbyen: zone 33 is wide"),
    (78.0, 8.99999, "Svalbard, zone 31"),
    (78.0, 9.00001, "Svalbard, zone 33"),
    (78.0, 20.99999, "Svalbard, zone 33"),
    (78.0, 21.00001, "Svalbard, zone 35"),
    (78.0, 33.00001, "Svalbard, zone 37"),
    (71.99999, 9.00001, "below that exception"),
    (-33.8568, 151.2153, "Sydney"),
    (-54.8019, -68.303, "Ushuaia"),
    (-79.99999, 10.0, "the southern end of UTM"),
    (83.99999, -40.0, "the northern end of UTM"),
    (-80.001, 10.0, "the beginning of UPS in the south"),
    (84.001, -40.0, "the beginning of UPS in the north"),
    (-85.0, -100.0, "UPS, south-west"),
    (-89.9, 100.0, "UPS, south-east"),
    (85.0, 10.0, "UPS, north-east"),
    (89.9, -170.0, "UPS, north-west"),
    (1.0, 179.99999, "the end of zone 60"),
    (1.0, -179.99999, "the beginning of zone 1"),
]


def spread(count):
    """Positions all over the earth, the same every time."""
    chance = random.Random(20240725)
    for _ in range(count):
        yield round(chance.uniform(-89.9, 89.9), 5), round(chance.uniform(-180, 180), 5), ""


def grid(reference):
    if reference[0].isdigit():
        north = reference[2] >= "N"
        return (32600 if north else 32700) + int(reference[:2])
    return 32661 if reference[0] in "YZ" else 32761


def middle(lat, lon, reference):
    """The middle of the square, by PROJ; nothing where a millimetre decides the square."""
    figures = reference.lstrip("0123456789").lstrip("ABCDEFGHJKLMNPQRSTUVWXYZ")
    side = 10 ** (5 - len(figures) // 2)
    there = Transformer.from_crs(4326, grid(reference), always_xy=True)
    easting, northing = there.transform(lon, lat)
    if any(min(value % side, side - value % side) < 0.001 for value in (easting, northing)):
        return None
    corner = [value // side * side for value in (easting, northing)]
    shown = "".join(f"{int(value) % 100000:05}"[: len(figures) // 2] for value in corner)
    assert shown == figures, (lat, lon, reference, shown)
    lon, lat = there.transform(corner[0] + side / 2, corner[1] + side / 2, direction="INVERSE")
    return lat, lon


def main():
    print("latitude,longitude,reference,middle_latitude,middle_longitude,why")
    for index, (lat, lon, why) in enumerate(PLACES + list(spread(160))):
        # For some places every size of square.
        for precision in range(6) if index < 7 or why.startswith(("UPS", "Sydney")) else [5]:
            reference = GEOTRANS.toMGRS(lat, lon, MGRSPrecision=precision)
            # Three letters alone are not read.
            found = middle(lat, lon, reference) if len(reference) > 4 or reference[0].isdigit() else None
            if found:
                print(f"{lat},{lon},{reference},{found[0]:.9f},{found[1]:.9f},\"{why}\"")


main()
