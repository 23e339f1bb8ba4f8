//! Is the ground that is part of the program what its manifest and its documents say?
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a helper that fails fails its test"
)]

use geo::{
    Area, Contains, Distance, Geodesic, GeodesicArea, InterpolatePoint, LineString, Point, Polygon,
};
use sahel_map::geodata::{
    Airports, Borders, Countries, Country, CountryBorder, CountryCode, Fill, GeodataError,
    LineError, LonLat, Manifest, Mesh, MeshPart, Physical, Places, Regions, Relief, Rivers,
    embedded,
};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::path::Path;

#[path = "geodata/airports.rs"]
mod airports;
#[path = "geodata/names.rs"]
mod names;
#[path = "geodata/physical.rs"]
mod physical;
#[path = "geodata/rivers.rs"]
mod rivers;

fn ground_dir() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/geodata"))
}

fn at(lat: f64, lon: f64) -> LonLat {
    LonLat::new(lon, lat).expect("a position")
}

fn line(vertices: &[LonLat]) -> LineString<f64> {
    vertices.iter().map(|v| Point::from(*v).0).collect()
}

fn polygon(border: &CountryBorder) -> Polygon<f64> {
    Polygon::new(line(&border.ring), Vec::new())
}

fn kilometres(vertices: &[LonLat]) -> f64 {
    let points: Vec<Point> = vertices.iter().map(|v| Point::from(*v)).collect();
    points.windows(2).map(|edge| Geodesic.distance(edge[0], edge[1])).sum::<f64>() / 1e3
}

// The manifest.

#[test]
fn the_manifest_lists_every_file_with_its_sum_and_size() {
    let manifest = Manifest::embedded().unwrap();
    let mut total = 0;
    for file in &manifest.files {
        let bytes = std::fs::read(ground_dir().join(&file.path)).unwrap();
        assert_eq!(format!("{:x}", Sha256::digest(&bytes)), file.sha256, "{}", file.path);
        assert_eq!(bytes.len() as u64, file.bytes, "{}", file.path);
        total += bytes.len();
    }
    let listed: HashSet<&str> = manifest.files.iter().map(|f| f.path.as_str()).collect();
    for entry in std::fs::read_dir(ground_dir()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let text = [".md", ".toml", ".txt"].iter().any(|end| name.ends_with(end));
        assert!(
            text || name == "build" || listed.contains(name.as_str()),
            "`{name}` is not listed"
        );
    }
    assert!(total < 15_000_000, "{total} bytes");
}

#[test]
fn every_source_is_used_pinned_and_credited() {
    let manifest = Manifest::embedded().unwrap();
    for source in &manifest.sources {
        assert!(manifest.files.iter().any(|f| f.made_from.contains(&source.id)), "{}", source.id);
        assert_eq!(source.sha256.len(), 64, "{}", source.id);
        assert!(!source.credit.is_empty() && !source.licence.is_empty(), "{}", source.id);
    }
    let known: HashSet<&str> = manifest.sources.iter().map(|s| s.id.as_str()).collect();
    for id in manifest.files.iter().flat_map(|f| &f.made_from) {
        assert!(known.contains(id.as_str()), "`{id}`");
    }
    assert_eq!(manifest.credits()[0], "© OpenStreetMap contributors");
    assert!(manifest.credits().contains(&"GeoNames"));
    assert!(manifest.credits_with_licences()[0].contains("ODbL-1.0; 2017-11"));
}

#[test]
fn every_stretch_has_the_error_of_its_line_from_both_sides() {
    let borders = Borders::embedded().unwrap();
    let mut with_a_figure = 0;
    for border in &borders.countries {
        for stretch in &border.stretches {
            let expected = match [border.country.code().as_str(), stretch.neighbour.as_str()] {
                ["DZA", "MLI"] | ["MLI", "DZA"] => LineError::AtMost(37),
                ["DZA", "NER"] | ["NER", "DZA"] => LineError::AtMost(319),
                _ => LineError::AtLeast(300),
            };
            assert_eq!(stretch.error, expected, "{:?} {}", border.country, stretch.neighbour);
            with_a_figure += usize::from(expected != LineError::AtLeast(300));
        }
    }
    assert!(with_a_figure >= 4, "{with_a_figure}");
}

#[test]
fn a_bad_figure_of_a_line_is_an_error_that_names_the_field() {
    for (good, bad, expected) in [
        ("at_most = 37\n", "at_most = -3\n", "`line_error` of `DZA` and `MLI`: `at_most` is `-3`"),
        ("at_most = 319\n", "at_most = 0\n", "`line_error` of `DZA` and `NER`: `at_most` is `0`"),
        ("at_least = 300", "at_least = 9999999999", "`line_error_elsewhere`: `at_least` is `9999"),
        ("[\"DZA\", \"NER\"]", "[\"DZA\", \"MLI\"]", "`DZA` and `MLI` is there twice"),
        ("[\"DZA\", \"NER\"]", "[\"NER\", \"DZA\"]", "`between` is not two codes"),
        ("[\"DZA\", \"NER\"]", "[\"DZA\", \"Niger\"]", "`between` is not two codes"),
        (
            "compared_with = \"osm-wilayas\"",
            "compared_with = \"osm\"",
            "is `osm`, which is no source",
        ),
        ("at_most = 37\n", "at_most = 37.5\n", "at_most = 37.5"),
        ("at_most = 37\n", "", "missing field `at_most`"),
    ] {
        let text = embedded::MANIFEST.replacen(good, bad, 1);
        assert_ne!(text, embedded::MANIFEST, "{good}");
        let error = Manifest::parse(&text).unwrap_err();
        let said = match &error {
            GeodataError::Manifest(source) => source.to_string(),
            other => other.to_string(),
        };
        assert!(said.contains(expected), "{said}");
    }
}

// The borders.

#[test]
fn the_border_lines_have_the_edges_and_lengths_that_are_documented() {
    let borders = Borders::embedded().unwrap();
    let documented = [
        (Country::Algeria, 7_575, 6_589.95),
        (Country::Mali, 17_531, 8_048.7),
        (Country::Niger, 5_420, 5_830.8),
        (Country::BurkinaFaso, 13_008, 3_783.6),
    ];
    for (country, edges, length) in documented {
        let border = borders.of(country);
        assert_eq!(border.country, country);
        let found: usize = border.stretches.iter().map(|s| s.edges.len()).sum();
        assert_eq!(found, edges, "{country:?}");
        let found: f64 = border.stretches.iter().map(|s| kilometres(border.line(s))).sum();
        assert!((found - length).abs() < 0.06, "{country:?}: {found} km");
        assert!(polygon(border).signed_area() > 0.0, "{country:?} runs clockwise");
    }
}

#[test]
fn a_shared_stretch_is_the_same_line_on_both_sides() {
    let borders = Borders::embedded().unwrap();
    let lines_with = |of: Country, with: Country| -> HashSet<[u64; 2]> {
        let border = borders.of(of);
        let stretches = border.stretches.iter().filter(|s| s.neighbour == with.code());
        assert!(stretches.clone().all(|s| s.shared), "{of:?} and {with:?} have a gap");
        let bits = |v: &LonLat| [v.lon().to_bits(), v.lat().to_bits()];
        stretches.flat_map(|s| border.line(s)).map(bits).collect()
    };
    let pairs = [
        (Country::Algeria, Country::Mali, 1_466),
        (Country::Algeria, Country::Niger, 95),
        (Country::Mali, Country::Niger, 244),
        (Country::Mali, Country::BurkinaFaso, 4_200),
        (Country::Niger, Country::BurkinaFaso, 616),
    ];
    for (a, b, vertices) in pairs {
        assert_eq!(lines_with(a, b), lines_with(b, a), "{a:?} and {b:?}");
        assert_eq!(lines_with(a, b).len(), vertices, "{a:?} and {b:?}");
    }
}

#[test]
fn the_twin_towns_lie_on_their_own_sides_of_the_line() {
    let borders = Borders::embedded().unwrap();
    let inside = |country, at: LonLat| polygon(borders.of(country)).contains(&Point::from(at));
    let (tinzaouaten, tin_zaouatine) = (at(19.94861, 2.96778), at(19.95333, 2.96667));
    assert!(inside(Country::Mali, tinzaouaten) && !inside(Country::Algeria, tinzaouaten));
    assert!(inside(Country::Algeria, tin_zaouatine) && !inside(Country::Mali, tin_zaouatine));
}

#[test]
fn algerias_line_has_no_coast_and_its_neighbours_are_all_seven() {
    let borders = Borders::embedded().unwrap();
    let algeria = borders.of(Country::Algeria);
    let neighbours: HashSet<&str> =
        algeria.stretches.iter().map(|s| s.neighbour.as_str()).collect();
    let seven = ["MAR", "ESH", "MRT", "MLI", "NER", "LBY", "TUN"];
    assert_eq!(neighbours, seven.into_iter().collect::<HashSet<_>>());
    // The middle of the coast, of the territorial sea's limit and of the land between them.
    let line: Vec<LonLat> =
        algeria.stretches.iter().flat_map(|s| algeria.line(s)).copied().collect();
    let nearest = |p: LonLat| {
        let to = |v: &LonLat| Geodesic.distance(Point::from(p), Point::from(*v));
        line.iter().map(to).fold(f64::INFINITY, f64::min)
    };
    assert!(nearest(at(36.80, 3.05)) > 300_000.0);
}

#[test]
fn other_borders_touch_none_of_the_four_and_western_saharas_is_disputed() {
    let borders = Borders::embedded().unwrap();
    for other in &borders.others {
        let [a, b] = other.between;
        assert!(a < b, "{a}, {b}");
        assert!(Country::from_code(a).is_none() && Country::from_code(b).is_none(), "{a}, {b}");
        assert_eq!(other.disputed, (a, b) == (CountryCode(*b"ESH"), CountryCode(*b"MAR")));
        assert!(other.line.len() > 1);
    }
    let disputed: f64 =
        borders.others.iter().filter(|o| o.disputed).map(|o| kilometres(&o.line)).sum();
    assert!((430.0..480.0).contains(&disputed), "{disputed} km");
}

// The fills.

fn corner(vertex: LonLat) -> Point<f64> {
    // In the plane of the map, where the triangles' sides are straight.
    Point::new(vertex.lon().to_radians(), vertex.lat().to_radians().tan().asinh())
}

fn part(mesh: &Mesh, country: Country, detail: u8) -> &MeshPart {
    mesh.of_detail(detail).find(|p| p.role == Fill::Country(country)).expect("a part")
}

fn triangles(part: &MeshPart) -> impl Iterator<Item = [LonLat; 3]> + '_ {
    part.triangles.chunks(3).map(|t| [0, 1, 2].map(|i| part.vertices[t[i] as usize]))
}

fn filled(part: &MeshPart, at: LonLat) -> bool {
    let p = corner(at);
    triangles(part).any(|t| {
        let [a, b, c] = t.map(corner);
        let side = |a: Point, b: Point| (b - a).cross_prod(Point::default(), p - a);
        let sides = [side(a, b), side(b, c), side(c, a)];
        sides.iter().all(|s| *s >= 0.0) || sides.iter().all(|s| *s <= 0.0)
    })
}

#[test]
fn the_fills_have_the_countries_areas() {
    let borders = Borders::embedded().unwrap();
    let mesh = Mesh::ground().unwrap();
    for country in Country::ALL {
        // Algeria's ring holds some 29,000 km2 of sea.
        let sea = if country == Country::Algeria { 29_000e6 } else { 0.0 };
        let known = polygon(borders.of(country)).geodesic_area_signed() - sea;
        for detail in [0, 1] {
            let area: f64 = triangles(part(&mesh, country, detail))
                .map(|t| Polygon::new(line(&t), Vec::new()).geodesic_area_signed().abs())
                .sum();
            let off = area / known - 1.0;
            assert!(off.abs() < 0.005, "{country:?} {detail}: {} km2, off {off}", area / 1e6);
        }
    }
}

#[test]
fn the_fill_reaches_the_geodesic_border_within_two_metres() {
    let borders = Borders::embedded().unwrap();
    let mesh = Mesh::ground().unwrap();
    for country in Country::ALL {
        let (border, part) = (borders.of(country), part(&mesh, country, 1));
        let edges = border.stretches.iter().flat_map(|s| border.line(s).windows(2));
        let ends = |e: &[LonLat]| (Point::from(e[0]), Point::from(e[1]));
        let length = |e: &&[LonLat]| Geodesic.distance(ends(e).0, ends(e).1);
        let longest = edges.max_by(|a, b| length(a).total_cmp(&length(b))).unwrap();
        let (a, b) = ends(longest);
        let middle = Geodesic.point_at_ratio_between(a, b, 0.37);
        // Two metres across: the ring runs counter-clockwise, so the country is on the left.
        let along = corner(longest[1]) - corner(longest[0]);
        let left = Point::new(-along.y(), along.x()) / along.x().hypot(along.y());
        let step = 2.0 / 111_000.0;
        let beside = |side: f64| {
            let squeeze = middle.y().to_radians().cos();
            at(middle.y() + left.y() * step * side, middle.x() + left.x() * step * side / squeeze)
        };
        assert!(filled(part, beside(1.0)), "{country:?}: nothing is filled 2 m inside");
        assert!(!filled(part, beside(-1.0)), "{country:?}: filled 2 m outside");
    }
}

#[test]
fn the_sea_is_not_filled_and_the_lakes_are_water() {
    let (ground, water) = (Mesh::ground().unwrap(), Mesh::water().unwrap());
    let off_algiers = at(36.95, 3.05);
    for detail in [0, 1] {
        assert!(!ground.of_detail(detail).any(|p| filled(p, off_algiers)), "detail {detail}");
        assert!(filled(part(&ground, Country::Mali, detail), at(18.44345, 1.40921)));
    }
    let wet = |lat, lon| water.parts.iter().any(|p| filled(p, at(lat, lon)));
    assert!(wet(10.35, 4.55), "Kainji's lake");
    for (name, lat, lon) in [("Kidal", 18.44345, 1.40921), ("Tinzaouaten", 20.02, 2.917)] {
        assert!(!wet(lat, lon), "{name}");
    }
}

// Pictures and tiles.

#[test]
fn the_relief_is_flat_at_sea_and_rises_in_the_hoggar() {
    let relief = Relief::embedded().unwrap();
    assert_eq!(relief.levels.len(), (relief.width * relief.height) as usize);
    let northing = |lat: f64| lat.to_radians().tan().asinh();
    let level = |lat: f64, lon: f64| {
        let x = (lon - Relief::WEST) / (Relief::EAST - Relief::WEST);
        let y = (northing(Relief::NORTH) - northing(lat))
            / (northing(Relief::NORTH) - northing(Relief::SOUTH));
        let (column, row) = (x * f64::from(relief.width), y * f64::from(relief.height));
        relief.levels[row as usize * relief.width as usize + column as usize]
    };
    let spread = |lat: f64, lon: f64| {
        let around = (0..400).map(|i| {
            level(lat + f64::from(i / 20) * 0.05 - 0.5, lon + f64::from(i % 20) * 0.05 - 0.5)
        });
        let levels: Vec<u8> = around.collect();
        levels.iter().max().unwrap() - levels.iter().min().unwrap()
    };
    assert!(spread(30.0, -22.0) <= 4, "the Atlantic");
    assert!(spread(23.3, 5.6) > 60, "the Hoggar: {}", spread(23.3, 5.6));
}

#[derive(Clone)]
struct InMemory(bytes::Bytes);

impl pmtiles::AsyncBackend for InMemory {
    async fn read(
        &self,
        from: usize,
        length: usize,
    ) -> pmtiles::PmtResult<pmtiles::BackendResponse> {
        let end = (from + length).min(self.0.len());
        Ok(pmtiles::BackendResponse::new(self.0.slice(from.min(end)..end)))
    }
}

#[test]
fn the_tiles_cover_the_world_to_zoom_4_and_the_theatre_to_8() {
    let archive = InMemory(bytes::Bytes::from_static(embedded::BASEMAP));
    let reader = pmtiles::AsyncPmTilesReader::try_from_source(archive);
    let reader = pollster::block_on(reader).unwrap();
    let tile = |z, x, y| {
        let coord = pmtiles::TileCoord::new(z, x, y).unwrap();
        pollster::block_on(reader.get_tile_decompressed(coord)).unwrap()
    };
    let holds = |bytes: &[u8], name: &str| bytes.windows(name.len()).any(|w| w == name.as_bytes());
    let world = tile(0, 0, 0).expect("the world");
    assert!(holds(&world, "coast") && holds(&world, "borders"));
    // The Niger's bend at zoom 8: 16.95 N, 0.35 W.
    let bend = tile(8, 127, 115).expect("Bourem");
    assert!(holds(&bend, "rivers"));
    assert!(tile(8, 140, 100).is_none_or(|t| !holds(&t, "borders")), "inside Algeria");
}

// Damage.

#[test]
fn a_file_cut_short_is_an_error_and_no_panic() {
    type Read = fn(&[u8]) -> Result<(), GeodataError>;
    let files: [(&str, &[u8], Read); 10] = [
        ("borders.bin", embedded::BORDERS, |b| {
            Borders::from_bytes(b, &Manifest::embedded()?.line_errors).map(drop)
        }),
        ("ground.bin", embedded::GROUND, |b| Mesh::from_bytes("ground.bin", b).map(drop)),
        ("water.bin", embedded::WATER, |b| Mesh::from_bytes("water.bin", b).map(drop)),
        ("rivers.bin", embedded::RIVERS, |b| Rivers::from_bytes(b).map(drop)),
        ("places.bin", embedded::PLACES, |b| Places::from_bytes(b).map(drop)),
        ("airports.bin", embedded::AIRPORTS, |b| Airports::from_bytes(b).map(drop)),
        ("regions.bin", embedded::REGIONS, |b| Regions::from_bytes(b).map(drop)),
        ("countries.bin", embedded::COUNTRIES, |b| Countries::from_bytes(b).map(drop)),
        ("physical.bin", embedded::PHYSICAL, |b| Physical::from_bytes(b).map(drop)),
        ("relief.jpg", embedded::RELIEF, |b| Relief::from_jpeg(b).map(drop)),
    ];
    for (name, bytes, read) in files {
        read(bytes).unwrap();
        let lengths = (0..8).chain((1..8).map(|i| bytes.len() * i / 8)).chain([bytes.len() - 1]);
        for length in lengths {
            let error = read(&bytes[..length]).expect_err(name);
            assert!(error.to_string().contains(name), "{error}");
        }
    }
    assert!(Manifest::parse(&embedded::MANIFEST[..200]).is_err());
}

#[test]
fn a_damaged_file_never_panics() {
    // Every 997th byte turned over, one after the other: an error or another ground, never a panic.
    for i in (0..embedded::REGIONS.len()).step_by(997) {
        let mut bytes = embedded::REGIONS.to_vec();
        bytes[i] ^= 0xff;
        drop(Regions::from_bytes(&bytes));
    }
    for i in (0..embedded::PHYSICAL.len()).step_by(7) {
        let mut bytes = embedded::PHYSICAL.to_vec();
        bytes[i] ^= 0xff;
        drop(Physical::from_bytes(&bytes));
    }
    for i in (0..embedded::WATER.len()).step_by(9_973) {
        let mut bytes = embedded::WATER.to_vec();
        bytes[i] ^= 0xff;
        drop(Mesh::from_bytes("water.bin", &bytes));
    }
    for i in (0..embedded::RIVERS.len()).step_by(29_989) {
        let mut bytes = embedded::RIVERS.to_vec();
        bytes[i] ^= 0xff;
        drop(Rivers::from_bytes(&bytes));
    }
    let errors = Manifest::embedded().unwrap().line_errors;
    for i in (0..embedded::BORDERS.len()).step_by(29_989) {
        let mut bytes = embedded::BORDERS.to_vec();
        bytes[i] ^= 0xff;
        drop(Borders::from_bytes(&bytes, &errors));
    }
}
