//! What the border line of each of the four countries is: the line that distances are measured to.
//!
//! Mali, Niger and Burkina Faso: the whole outer ring. Algeria: the edges it shares exactly with a
//! neighbour, as far as they run on land; neither its coast nor its territorial sea.

use crate::e5::{E5, edges, pack};
use crate::edges::Sharing;
use crate::format::{CountryBorderFile, StretchFile};
use crate::geodesic;
use crate::neighbours::Neighbours;
use crate::planar::{self, Nearby};
use crate::polygons::{Code, Countries, Polygon, code, code_text};
use crate::theatre::THE_FOUR;
use anyhow::{Result, ensure};
use std::collections::HashSet;

/// How far from land, in degrees, the middle of an edge of Algeria's may lie and still be a border
/// on land: the line in a river's mouth and across a lake is, the line in the territorial sea not.
const ON_LAND: f64 = 0.02;

/// Where Algeria's border meets the sea, the land on its two sides is theirs.
const SHORES_OF_ALGERIA: [&str; 3] = ["DZA", "MAR", "TUN"];

/// The facts that the line must have, found once by an independent program: edges and kilometres.
const EXPECTED: [(usize, f64); 4] =
    [(7_575, 6_589.95), (17_531, 8_048.7), (5_420, 5_830.8), (13_008, 3_783.6)];

/// The four countries in the order of the file.
pub(crate) struct FourBorders {
    /// DZA, MLI, NER, BFA.
    pub(crate) countries: Vec<CountryBorder>,
}

/// One of the four: its ring, and the runs of it that are its border line.
pub(crate) struct CountryBorder {
    /// ISO 3166-1 alpha-3.
    pub(crate) code: Code,
    /// The outer ring, closed, counter-clockwise.
    pub(crate) ring: Vec<E5>,
    /// The border line.
    pub(crate) stretches: Vec<StretchFile>,
}

impl CountryBorder {
    /// The vertices of a stretch, both ends included.
    pub(crate) fn line(&self, stretch: &StretchFile) -> &[E5] {
        let first = stretch.first_edge as usize;
        self.ring.get(first..=first + stretch.edges as usize).unwrap_or_default()
    }
}

impl FourBorders {
    /// The vertices where the country across changes.
    pub(crate) fn ends_of_stretches(&self) -> HashSet<E5> {
        let lines = self.countries.iter().flat_map(|c| c.stretches.iter().map(|s| c.line(s)));
        lines.flat_map(|l| [l.first(), l.last()]).flatten().copied().collect()
    }

    /// As the file has them.
    pub(crate) fn pack(&self) -> Vec<CountryBorderFile> {
        let pack = |c: &CountryBorder| CountryBorderFile {
            code: c.code,
            ring: pack(&c.ring),
            stretches: c.stretches.clone(),
        };
        self.countries.iter().map(pack).collect()
    }
}

/// Finds the border lines and checks them against what is known of them.
pub(crate) fn of_the_four(
    maritime: &Countries,
    land: &Countries,
    sharing: &Sharing,
    neighbours: &Neighbours,
) -> Result<FourBorders> {
    let shores = Nearby::new(
        SHORES_OF_ALGERIA
            .iter()
            .filter_map(|name| land.get(name.as_bytes()))
            .flatten()
            .flat_map(Polygon::rings),
        ON_LAND,
    );
    let mut countries = Vec::new();
    for (name, expected) in THE_FOUR.into_iter().zip(EXPECTED) {
        let code = code(name)?;
        let ring = the_ring(maritime, code)?;
        let across: Vec<Option<Across>> = edges(&ring)
            .map(|edge| match sharing.across(code, edge) {
                Some(_) if name == "DZA" && !shores.any(planar::middle(edge)) => None,
                Some(neighbour) => Some(Across { neighbour, shared: true }),
                None if name == "DZA" => None,
                None => neighbours
                    .nearest(code, planar::middle(edge))
                    .map(|neighbour| Across { neighbour, shared: false }),
            })
            .collect();
        let (ring, across) = from_a_change(ring, across);
        let border = CountryBorder { code, ring, stretches: stretches(&across) };
        check(name, &border, expected)?;
        countries.push(border);
    }
    Ok(FourBorders { countries })
}

/// What lies across an edge of the border line.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Across {
    neighbour: Code,
    shared: bool,
}

/// The only ring of the only polygon, counter-clockwise.
fn the_ring(maritime: &Countries, code: Code) -> Result<Vec<E5>> {
    let polygons = maritime.get(&code).map_or(&[][..], Vec::as_slice);
    let [Polygon { outer, holes }] = polygons else {
        anyhow::bail!("`{}` has {} polygons", code_text(code), polygons.len());
    };
    ensure!(holes.is_empty(), "`{}` has holes", code_text(code));
    let mut ring = outer.clone();
    if planar::area(&ring) < 0.0 {
        ring.reverse();
    }
    Ok(ring)
}

/// The same ring, begun where a stretch begins, so that none is cut in two by the file's start.
fn from_a_change(
    mut ring: Vec<E5>,
    mut across: Vec<Option<Across>>,
) -> (Vec<E5>, Vec<Option<Across>>) {
    let before = across.iter().cycle().skip(across.len().saturating_sub(1));
    let start = across.iter().zip(before).position(|(here, before)| here != before).unwrap_or(0);
    ring.pop();
    ring.rotate_left(start);
    ring.extend(ring.first().copied());
    across.rotate_left(start);
    (ring, across)
}

fn stretches(across: &[Option<Across>]) -> Vec<StretchFile> {
    let mut stretches = Vec::new();
    let mut first_edge = 0;
    for run in across.chunk_by(|a, b| a == b) {
        let edges = run.len() as u32;
        if let Some(Some(Across { neighbour, shared })) = run.first().copied() {
            stretches.push(StretchFile { first_edge, edges, neighbour, shared });
        }
        first_edge += edges;
    }
    stretches
}

fn check(name: &str, border: &CountryBorder, expected: (usize, f64)) -> Result<()> {
    let metres: f64 = border.stretches.iter().map(|s| geodesic::length(border.line(s))).sum();
    let count: usize = border.stretches.iter().map(|s| s.edges as usize).sum();
    let kilometres = metres / 1e3;
    eprintln!("{name}: {count} edges in {} stretches, {kilometres:.3} km", border.stretches.len());
    ensure!(
        count == expected.0 && (kilometres - expected.1).abs() < 0.1,
        "the border line of `{name}` has {count} edges and {kilometres:.3} km, not {} and {}",
        expected.0,
        expected.1
    );
    Ok(())
}
