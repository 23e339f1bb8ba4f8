//! What the map is drawn from, made once from the ground and the dossier.

use super::along::Curve;
use super::fetch::FetchTiles;
use super::gpu::{GroundMesh, LineBatch, Relief};
use super::line_levels::LineLevels;
use super::river_layer::RiverLines;
use super::view::WorldXy;
use crate::dossier::{Kind, PlaceId, Precision, Ring};
use crate::geodata::{
    self, Borders, Country, Fill, GeodataError, LonLat, Mesh, Names, PhysicalKind, PlaceRank,
};
use crate::measure::Metres;
use crate::measure::geodesic::{circle, densify};
use crate::state::World;
use geo::{
    BooleanOps as _, LineString, MapCoords as _, MultiPolygon, Polygon, TriangulateEarcut as _,
};
use std::sync::{Arc, OnceLock};

/// Longest border edge that is drawn straight on the map: a geodesic of this length bends by
/// less than a metre.
const STRAIGHT: Metres = Metres(5_000.0);
/// Up to which zoom each simplified level of the borders is drawn; above the last, the line is
/// drawn as it is measured.
const LEVELS: [f64; 5] = [4.5, 6.0, 7.5, 9.0, 10.5];
/// Corners of the circle round a vague place.
const RING_CORNERS: u32 = 180;

/// Everything the map draws that does not change with the view.
pub struct MapGeometry {
    /// Land for zooms below 7.
    pub coarse: Arc<GroundMesh>,
    /// Land for zooms of 7 and above.
    pub fine: Arc<GroundMesh>,
    /// Full-resolution water.
    pub water: Arc<GroundMesh>,
    /// The hillshade.
    pub relief: Arc<Relief>,
    /// Vague places of the dossier.
    pub rings: Vec<RingArea>,
    /// Names of countries.
    pub countries: Vec<CountryLabel>,
    /// Names of towns, the most important first, ours before the neighbours' of the same rank.
    pub towns: Vec<TownLabel>,
    /// Names of first-level regions.
    pub regions: Vec<RegionLabel>,
    /// Names of deserts, mountains, plains and waters, the most important first.
    pub features: Vec<FeatureLabel>,
    /// Airports, the most important first.
    pub airports: Vec<AirportMark>,
    /// Rivers and wadis, once they were asked for; none where their file is damaged.
    pub(super) rivers: OnceLock<Option<RiverLines>>,
    borders: LineLevels,
    /// Who fetches tiles from the network; nobody outside a window.
    pub(super) fetcher: Option<Arc<dyn FetchTiles>>,
}

/// The ground in which a vague place may lie.
pub struct RingArea {
    /// The place.
    pub place: PlaceId,
    /// Its kind, for the colour.
    pub kind: Kind,
    /// The middle of the circle.
    pub centre: LonLat,
    /// Radius of the circle.
    pub radius: Metres,
    /// The edge of the area.
    pub outline: LineBatch,
    /// Corners of its triangles.
    pub vertices: Vec<WorldXy>,
    /// Three indices a triangle.
    pub triangles: Vec<u32>,
}

/// A country's name on the map.
pub struct CountryLabel {
    /// Which of the four it is; none for a neighbour.
    pub country: Option<Country>,
    /// Whether it is named in smaller letters.
    pub small: bool,
    /// Its names.
    pub names: Names,
    /// Where the name stands.
    pub at: WorldXy,
}

/// A town's name on the map.
pub struct TownLabel {
    /// Its names; Arabic may be empty.
    pub names: Names,
    /// How important it is.
    pub rank: PlaceRank,
    /// Whether it lies in one of the four countries.
    pub own: bool,
    /// Whether it lies in Algeria, the country with by far the most towns.
    pub northern: bool,
    /// Where it lies.
    pub at: WorldXy,
}

/// A region's name on the map.
pub struct RegionLabel {
    /// Its names.
    pub names: Names,
    /// Where the name stands.
    pub at: WorldXy,
}

/// An airport on the map.
pub struct AirportMark {
    /// Its names; Arabic may be empty.
    pub names: Names,
    /// Its codes, as they stand under the name.
    pub codes: String,
    /// The zoom from which it is shown.
    pub from: f64,
    /// Where it is.
    pub at: WorldXy,
}

/// The name of a desert, mountains, a plain or a water.
pub struct FeatureLabel {
    /// Its names.
    pub names: Names,
    /// What it is.
    pub kind: PhysicalKind,
    /// Where the name runs: a river's on each of them, any other on the first that has room.
    pub curves: Vec<NameCurve>,
}

/// A curve along which a name runs.
pub struct NameCurve {
    /// The zoom from which it is shown.
    pub from: f64,
    /// The zoom up to which it is shown.
    pub to: f64,
    /// The curve.
    pub curve: Curve,
}

impl MapGeometry {
    /// Makes the geometry: about as long as the window takes to open. On one thread, since the
    /// other core of a small machine is opening the window meanwhile.
    ///
    /// # Errors
    /// When an embedded file is damaged.
    pub fn new(world: &World) -> Result<Self, GeodataError> {
        let (coarse, fine, water, relief) = ground()?;
        Ok(Self {
            coarse: Arc::new(coarse),
            fine: Arc::new(fine),
            water: Arc::new(water),
            relief: Arc::new(relief),
            rings: ring_areas(world),
            countries: country_labels(world),
            towns: town_labels(world),
            regions: region_labels(world),
            features: feature_labels(world),
            airports: airport_marks(world),
            rivers: OnceLock::new(),
            borders: LineLevels::new(border_lines(&world.ground.borders), &LEVELS),
            fetcher: None,
        })
    }

    /// The same, with someone who fetches tiles from the network where the reader wants them.
    #[must_use]
    pub fn with_fetcher(self, fetcher: Arc<dyn FetchTiles>) -> Self {
        Self { fetcher: Some(fetcher), ..self }
    }

    /// The border lines as they are drawn at a zoom.
    #[must_use]
    pub fn borders_at(&self, zoom: f64) -> Option<&LineBatch> {
        self.borders.at(zoom)
    }
}

fn ground() -> Result<(GroundMesh, GroundMesh, GroundMesh, Relief), GeodataError> {
    let land = Mesh::ground()?;
    let water = Mesh::water()?;
    let of_detail = |detail| mesh(land.of_detail(detail));
    Ok((of_detail(0), of_detail(1), mesh(water.parts.iter()), relief()?))
}

fn mesh<'a>(parts: impl Iterator<Item = &'a geodata::MeshPart>) -> GroundMesh {
    let mut mesh = GroundMesh::default();
    for part in parts {
        let role = match part.role {
            Fill::Country(country) => country as usize,
            Fill::Land => 4,
            Fill::Water => 5,
        };
        let vertices = part.vertices.iter().copied().map(WorldXy::from_geo);
        mesh.push(role, vertices, &part.triangles);
    }
    mesh
}

fn relief() -> Result<Relief, GeodataError> {
    type Source = geodata::Relief;
    let relief = Source::embedded()?;
    Ok(Relief {
        size: [relief.width, relief.height],
        shades: relief.levels,
        from: WorldXy::from_geo(LonLat::saturating(Source::WEST, Source::NORTH)),
        to: WorldXy::from_geo(LonLat::saturating(Source::EAST, Source::SOUTH)),
    })
}

/// The borders that touch one of the four, each stretch once.
fn border_lines(borders: &Borders) -> Vec<Vec<WorldXy>> {
    let projected =
        |line: Vec<LonLat>| densify(&line, STRAIGHT).into_iter().map(WorldXy::from_geo).collect();
    distinct_lines(borders).into_iter().map(projected).collect()
}

/// A border that two of the four share is taken from the first of them; runs that follow each
/// other in a ring are joined, so that corners between neighbours are round too.
fn distinct_lines(borders: &Borders) -> Vec<Vec<LonLat>> {
    let mut lines: Vec<Vec<LonLat>> = Vec::new();
    for border in &borders.countries {
        let mut last_end = None;
        for stretch in &border.stretches {
            let other = Country::from_code(stretch.neighbour);
            if stretch.shared && other.is_some_and(|other| other < border.country) {
                continue;
            }
            let line = border.line(stretch);
            match lines.last_mut() {
                Some(last) if last_end == Some(stretch.edges.start) => {
                    last.extend(line.iter().skip(1));
                }
                _ => lines.push(line.to_vec()),
            }
            last_end = Some(stretch.edges.end);
        }
    }
    lines
}

fn ring_areas(world: &World) -> Vec<RingArea> {
    let dossier = &world.dossier;
    dossier
        .places
        .iter()
        .filter_map(|place| {
            let ring = dossier.ring_of(place)?;
            Some(ring_area(place.id.clone(), place.kind, ring, world))
        })
        .collect()
}

/// The circle, less what lies outside the country in which the place is.
fn ring_area(place: PlaceId, kind: Kind, ring: Ring, world: &World) -> RingArea {
    let projected = |line: &[LonLat]| -> LineString<f64> {
        line.iter().map(|p| WorldXy::from_geo(*p)).map(|p| (p.x, p.y)).collect()
    };
    let whole =
        Polygon::new(projected(&circle(ring.centre, ring.radius, RING_CORNERS)), Vec::new());
    let country = ring.country.and_then(Country::from_code);
    let area = match country {
        Some(country) => {
            let border = &world.ground.borders.of(country).ring;
            whole.intersection(&Polygon::new(projected(border), Vec::new()))
        }
        None => whole.into(),
    };
    let outlines: Vec<Vec<WorldXy>> = area
        .iter()
        .map(|polygon| polygon.exterior().coords().map(|c| WorldXy { x: c.x, y: c.y }).collect())
        .collect();
    let outline = LineBatch::new(outlines.iter().map(Vec::as_slice));
    let (vertices, triangles) = triangulated(&area);
    RingArea { place, kind, centre: ring.centre, radius: ring.radius, outline, vertices, triangles }
}

/// The corners of the triangles of an area in the Mercator square, and three indices for each.
pub(super) fn triangulated(area: &MultiPolygon) -> (Vec<WorldXy>, Vec<u32>) {
    let mut vertices = Vec::new();
    let mut triangles = Vec::new();
    for polygon in area {
        // Cutting into triangles needs numbers of order one.
        let scaled = polygon.map_coords(|c| c * 1e4);
        for triangle in scaled.earcut_triangles_iter() {
            for corner in triangle.to_array() {
                triangles.push(vertices.len() as u32);
                vertices.push(WorldXy { x: corner.x / 1e4, y: corner.y / 1e4 });
            }
        }
    }
    (vertices, triangles)
}

/// Countries in smaller letters, whose ground has no room for large ones.
const SMALL: [Country; 1] = [Country::BurkinaFaso];

fn country_labels(world: &World) -> Vec<CountryLabel> {
    // A neighbour that is a place of the dossier is named by it.
    let named: Vec<_> = world
        .dossier
        .places
        .iter()
        .filter(|place| place.precision == Precision::Country)
        .filter_map(|place| place.country)
        .collect();
    let shown = |code| Country::from_code(code).is_some() || !named.contains(&code);
    let countries = world.ground.countries.countries.iter().filter(|c| shown(c.code));
    countries
        .map(|label| {
            let country = Country::from_code(label.code);
            CountryLabel {
                country,
                small: country.is_some_and(|c| SMALL.contains(&c)),
                names: label.names.clone(),
                at: WorldXy::from_geo(label.label_at),
            }
        })
        .collect()
}

fn town_labels(world: &World) -> Vec<TownLabel> {
    let hidden = world.dossier.hidden_gazetteer_ids();
    let places = world.ground.places.places.iter();
    let shown = places.filter(|p| p.geonameid.is_none_or(|id| !hidden.contains(&id)));
    let mut towns: Vec<TownLabel> = shown
        .map(|place| TownLabel {
            names: place.names.clone(),
            rank: place.rank,
            own: Country::from_code(place.country).is_some(),
            northern: place.country == Country::Algeria.code(),
            at: WorldXy::from_geo(place.at),
        })
        .collect();
    // Stable: within a rank the gazetteer's order, by population, stays. Algeria's towns are so many
    // that they would take all the room, and the article is about the south.
    towns.sort_by_key(|town| (town.rank, !town.own, town.northern));
    towns
}

fn region_labels(world: &World) -> Vec<RegionLabel> {
    let regions = world.ground.regions.regions.iter();
    regions
        .map(|r| RegionLabel { names: r.names.clone(), at: WorldXy::from_geo(r.label_at) })
        .collect()
}

fn airport_marks(world: &World) -> Vec<AirportMark> {
    let airports = world.ground.airports.airports.iter();
    airports
        .map(|airport| AirportMark {
            names: airport.names.clone(),
            codes: airport.codes(),
            from: match (Country::from_code(airport.country), &airport.iata) {
                (Some(_), Some(_)) => 7.0,
                (Some(_), None) => 9.0,
                (None, _) => 8.5,
            },
            at: WorldXy::from_geo(airport.at),
        })
        .collect()
}

fn feature_labels(world: &World) -> Vec<FeatureLabel> {
    let features = world.ground.physical.features.iter();
    features
        .map(|feature| {
            let curves = feature.stretches.iter().filter_map(|stretch| {
                let through = stretch.through.iter().copied().map(WorldXy::from_geo).collect();
                let curve = Curve::through(through)?;
                Some(NameCurve { from: stretch.from, to: stretch.to, curve })
            });
            FeatureLabel {
                names: feature.names.clone(),
                kind: feature.kind,
                curves: curves.collect(),
            }
        })
        .collect()
}
