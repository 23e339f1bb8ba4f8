//! Where the water of lakes and rivers is: what a country has within the sea's shore that is not
//! dry land.

use crate::e5::{E5, edges};
use crate::planar;
use crate::polygons::{Countries, Polygon};
use crate::simplify::simplify_ring;
use crate::theatre::{NEAR, THEATRE};
use geo::{BooleanOps, MultiPolygon, unary_union};

/// The least area that is drawn, in square kilometres.
const LEAST_KM2: f64 = 0.2;

/// The two sources were simplified apart, to 10 m: a strip along the shore that is this narrow
/// (twice its area by its length around, in metres) is their difference and no water.
const NARROWEST: f64 = 16.0;

/// About 10 m, as the source.
const TOLERANCE: f64 = 0.000_1;

/// The water of the theatre, joined across borders, largest first.
pub(crate) fn areas(maritime: &Countries, dry: &Countries, land: &[Polygon]) -> Vec<Polygon> {
    let shores: MultiPolygon<f64> =
        land.iter().filter(|p| NEAR.meets(&p.outer)).map(Polygon::to_geo).collect();
    let mut pieces: Vec<geo::Polygon<f64>> = Vec::new();
    for (code, polygons) in maritime {
        let whole: MultiPolygon<f64> = of_theatre(polygons);
        let Some(dry) = dry.get(code).filter(|_| !whole.0.is_empty()) else { continue };
        let inland = whole.intersection(&shores).difference(&of_theatre(dry));
        pieces.extend(inland.into_iter().filter(|p| is_water(&Polygon::from_geo(p))));
    }
    let joined = unary_union(&pieces);
    let mut areas: Vec<(f64, Polygon)> = joined
        .iter()
        .map(Polygon::from_geo)
        .filter(|p| THEATRE.meets(&p.outer))
        .filter_map(|p| simple(&p))
        .map(|p| (square_kilometres(&p), p))
        .filter(|(km2, _)| *km2 >= LEAST_KM2)
        .collect();
    areas.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.outer.cmp(&b.1.outer)));
    areas.into_iter().map(|(_, p)| p).collect()
}

fn of_theatre(polygons: &[Polygon]) -> MultiPolygon<f64> {
    polygons.iter().filter(|p| THEATRE.meets(&p.outer)).map(Polygon::to_geo).collect()
}

/// Whether a piece is no mere difference of two outlines. Small pieces may still join with one
/// across a border.
fn is_water(polygon: &Polygon) -> bool {
    let square_metres = square_kilometres(polygon) * 1e6;
    square_metres > 2_000.0 && 2.0 * square_metres / around(&polygon.outer) > NARROWEST
}

fn simple(polygon: &Polygon) -> Option<Polygon> {
    let ring = |r: &Vec<E5>| simplify_ring(r, &|_| TOLERANCE);
    let holes = polygon.holes.iter().filter_map(ring).collect();
    Some(Polygon { outer: ring(&polygon.outer)?, holes })
}

/// Area of a polygon, on a sphere cut small: good to 1 % for lakes.
pub(crate) fn square_kilometres(polygon: &Polygon) -> f64 {
    let degrees: f64 = planar::area(&polygon.outer).abs()
        - polygon.holes.iter().map(|r| planar::area(r).abs()).sum::<f64>();
    let lat = polygon.outer.first().map_or(0.0, |v| v.lat_deg());
    degrees * 111.32 * 110.85 * lat.to_radians().cos()
}

/// Length around, in metres.
fn around(ring: &[E5]) -> f64 {
    let step = |(a, b): (E5, E5)| {
        let d = b.coord() - a.coord();
        (d.x * a.lat_deg().to_radians().cos()).hypot(d.y) * 111_000.0
    };
    edges(ring).map(step).sum()
}
