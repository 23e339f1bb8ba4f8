//! What land is filled: all of the world's, and above it the four countries up to their borders
//! and the sea's shore.

use crate::borders::FourBorders;
use crate::e5::{E5, edges};
use crate::format::MeshFile;
use crate::geodesic::densify;
use crate::planar;
use crate::polygons::Polygon;
use crate::shore;
use crate::simplify::{simplify, simplify_ring};
use crate::triangles::Triangles;
use anyhow::{Context, Result};
use geo::{BooleanOps, MultiPolygon};
use std::collections::HashSet;

/// Half a pixel of the closest zoom that shows detail 0, in degrees.
const COARSE: f64 = 0.005;

/// The fill is drawn straight on the map, the border as a geodesic: at this many metres between
/// vertices the two are less than 1 m apart.
const STEP: f64 = 5_000.0;

/// The least area, in square degrees, of an island of Algeria's that is filled.
const LEAST_ISLAND: f64 = 1e-6;

/// `ground.bin`, in the order it is painted.
pub(crate) fn meshes(
    four: &FourBorders,
    land: &[Polygon],
    fine_land: &[Polygon],
) -> Result<MeshFile> {
    let countries = land_of_the_four(four, land)?;
    let nodes = four.ends_of_stretches();
    let world = |land: &[Polygon], detail| Triangles::of(land.iter()).part(*b"OUT", detail);
    let mut parts = vec![world(&shore::simplified(land, &shore::coarse), 0)];
    for (code, polygons) in &countries {
        let coarse: Vec<Polygon> = polygons.iter().filter_map(|p| coarsened(p, &nodes)).collect();
        parts.push(Triangles::of(coarse.iter()).part(*code, 0));
    }
    parts.push(world(fine_land, 1));
    for (code, polygons) in &countries {
        let dense: Vec<Polygon> = polygons.iter().map(densified).collect();
        parts.push(Triangles::of(dense.iter()).part(*code, 1));
    }
    Ok(MeshFile { parts })
}

/// The four countries as land only. Their borders stay, vertex for vertex; Algeria's territorial
/// sea goes.
fn land_of_the_four(four: &FourBorders, land: &[Polygon]) -> Result<Vec<([u8; 3], Vec<Polygon>)>> {
    let mut countries = Vec::new();
    for border in &four.countries {
        let whole = Polygon { outer: border.ring.clone(), holes: Vec::new() };
        let polygons = if border.code == *b"DZA" { on_land(&whole, land) } else { vec![whole] };
        let ring: HashSet<E5> = polygons.iter().flat_map(|p| &p.outer).copied().collect();
        let line = border.stretches.iter().flat_map(|s| border.line(s));
        let lost = line.filter(|v| !ring.contains(v)).count();
        // Where the border runs out into a bay, its last vertices are not on land.
        (lost <= 20).then_some(()).with_context(|| format!("{lost} vertices of a border lost"))?;
        countries.push((border.code, polygons));
    }
    Ok(countries)
}

fn on_land(whole: &Polygon, land: &[Polygon]) -> Vec<Polygon> {
    let shores = land.iter().filter(|p| planar::bounds(&p.outer).meets(&whole.outer));
    let shores: MultiPolygon<f64> = shores.map(Polygon::to_geo).collect();
    let clipped = MultiPolygon::from(whole.to_geo()).intersection(&shores);
    let polygons = clipped.iter().map(Polygon::from_geo);
    polygons.filter(|p| planar::area(&p.outer).abs() >= LEAST_ISLAND).collect()
}

fn densified(polygon: &Polygon) -> Polygon {
    let holes = polygon.holes.iter().map(|r| densify(r, STEP)).collect();
    Polygon { outer: densify(&polygon.outer, STEP), holes }
}

/// Simplified piece by piece between the ends of stretches, each walked the same way whichever
/// country it is simplified for, so that neighbours still fit.
fn coarsened(polygon: &Polygon, nodes: &HashSet<E5>) -> Option<Polygon> {
    let ring = &polygon.outer;
    let Some(start) = ring.iter().position(|v| nodes.contains(v)) else {
        let outer = simplify_ring(ring, &|_| COARSE)?;
        return Some(Polygon { outer, holes: Vec::new() });
    };
    let mut round = ring.clone();
    round.pop();
    round.rotate_left(start);
    round.extend(round.first().copied());
    let mut outer: Vec<E5> = round.first().copied().into_iter().collect();
    let mut piece = outer.clone();
    for (_, v) in edges(&round) {
        piece.push(v);
        if nodes.contains(&v) {
            outer.extend(either_way(&piece).into_iter().skip(1));
            piece = vec![v];
        }
    }
    Some(Polygon { outer, holes: Vec::new() })
}

fn either_way(piece: &[E5]) -> Vec<E5> {
    if piece.first() <= piece.last() {
        return simplify(piece, &|_| COARSE);
    }
    let mut back: Vec<E5> = piece.iter().rev().copied().collect();
    back = simplify(&back, &|_| COARSE);
    back.reverse();
    back
}
