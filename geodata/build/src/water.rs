//! Where open water is: what a country has within the sea's shore that is not dry land.
//!
//! The source cut its water along a grid of 0.022 degree (2.4 km) and then took every vertex away
//! that is not on that grid: of a narrow river only the splinters are left that hold a corner of the
//! grid. So what is narrower than the grid is dropped, as noise, and what is wider is rounded, since
//! its straight sides and sharp corners are the grid's. Rivers are drawn from centre lines.

use crate::e5::{E5, edges};
use crate::planar;
use crate::polygons::{Countries, Polygon};
use crate::theatre::{NEAR, THEATRE};
use geo::{BooleanOps, ChaikinSmoothing, MultiPolygon, unary_union};

/// The least area that is drawn, in square kilometres: two full squares of the source's grid.
const LEAST_KM2: f64 = 10.0;

/// The least mean width (twice the area by the length around) of what is drawn, in metres.
const NARROWEST: f64 = 1_400.0;

/// How often corners are cut to round an outline.
const ROUNDS: usize = 2;

/// The open water of the theatre, joined across borders, largest first.
pub(crate) fn areas(maritime: &Countries, dry: &Countries, land: &[Polygon]) -> Vec<Polygon> {
    let shores: MultiPolygon<f64> =
        land.iter().filter(|p| NEAR.meets(&p.outer)).map(Polygon::to_geo).collect();
    let mut pieces: Vec<geo::Polygon<f64>> = Vec::new();
    for (code, polygons) in maritime {
        let whole: MultiPolygon<f64> = of_theatre(polygons);
        let Some(dry) = dry.get(code).filter(|_| !whole.0.is_empty()) else { continue };
        pieces.extend(whole.intersection(&shores).difference(&of_theatre(dry)));
    }
    let joined = unary_union(&pieces);
    let mut areas: Vec<(f64, Polygon)> = joined
        .iter()
        .map(|p| (p, Polygon::from_geo(p)))
        .filter(|(_, p)| THEATRE.meets(&p.outer) && is_wide(p))
        .map(|(p, _)| Polygon::from_geo(&p.chaikin_smoothing(ROUNDS)))
        .map(|p| (square_kilometres(&p), p))
        .collect();
    areas.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.outer.cmp(&b.1.outer)));
    areas.into_iter().map(|(_, p)| p).collect()
}

fn of_theatre(polygons: &[Polygon]) -> MultiPolygon<f64> {
    polygons.iter().filter(|p| THEATRE.meets(&p.outer)).map(Polygon::to_geo).collect()
}

fn is_wide(polygon: &Polygon) -> bool {
    let km2 = square_kilometres(polygon);
    km2 >= LEAST_KM2 && 2.0 * km2 * 1e6 / around(&polygon.outer) > NARROWEST
}

/// Area of a polygon, on a sphere cut small: good to 1 % for lakes.
fn square_kilometres(polygon: &Polygon) -> f64 {
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
