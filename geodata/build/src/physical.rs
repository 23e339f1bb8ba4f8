//! What deserts, mountains, plains and waters are called, and along which curves their names run.

use crate::e5::{E5, edges, pack};
use crate::format::{NameStretchFile, PhysicalFeatureFile, PhysicalFile};
use crate::planar::to_edge;
use crate::rivers::River;
use crate::theatre::LABELLED;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// How far a river's name may be from a river that is drawn, in degrees: about 8 km, for the
/// bends that a name cannot follow.
const OFF_RIVER: f64 = 0.075;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hand {
    label: Vec<HandLabel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandLabel {
    ar: String,
    fr: String,
    en: String,
    kind: Kind,
    #[serde(rename = "reason")]
    _reason: String,
    stretch: Vec<HandStretch>,
}

/// In the order of the file's numbers.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Desert,
    Mountains,
    Plain,
    River,
    Lake,
    Sea,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandStretch {
    /// From which to which.
    zoom: [f64; 2],
    /// Latitude, longitude.
    line: Vec<[f64; 2]>,
}

/// `physical.bin`: what `hand/physical.toml` has, checked.
pub(crate) fn labels(rivers: &[River]) -> Result<PhysicalFile> {
    let hand: Hand = toml::from_str(include_str!("../hand/physical.toml"))?;
    let features = hand.label.into_iter().map(|label| {
        let name = label.en.clone();
        feature(label, rivers).with_context(|| format!("hand/physical.toml: `{name}`"))
    });
    Ok(PhysicalFile { features: features.collect::<Result<_>>()? })
}

fn feature(label: HandLabel, rivers: &[River]) -> Result<PhysicalFeatureFile> {
    let HandLabel { ar, fr, en, kind, stretch, .. } = label;
    ensure!(!stretch.is_empty(), "it stands nowhere");
    let rivers = (kind == Kind::River).then_some(rivers);
    let stretches = stretch.iter().map(|s| checked(s, rivers)).collect::<Result<_>>()?;
    Ok(PhysicalFeatureFile { names: [ar, fr, en], kind: kind as u8, stretches })
}

/// A stretch as the file has it; `rivers` are those that it must follow.
fn checked(stretch: &HandStretch, rivers: Option<&[River]>) -> Result<NameStretchFile> {
    let [from, to] = stretch.zoom;
    ensure!((0.0..to).contains(&from) && to < 25.0, "zooms {from} to {to}");
    let tenths = |zoom: f64| (zoom * 10.0).round() as u8;
    let line: Vec<E5> =
        stretch.line.iter().map(|[lat, lon]| E5::from_degrees(*lon, *lat)).collect();
    ensure!((2..=8).contains(&line.len()), "a curve through {} positions", line.len());
    for at in &line {
        let [lat, lon] = [at.lat_deg(), at.lon_deg()];
        ensure!(LABELLED.contains(*at), "{lat}, {lon} is outside the map");
        if let Some(rivers) = rivers {
            let off = rivers.iter().map(|r| from_line(*at, &r.line)).fold(f64::INFINITY, f64::min);
            ensure!(off < OFF_RIVER, "{lat}, {lon} is {off} degrees from every river");
        }
    }
    Ok(NameStretchFile { zooms: (tenths(from), tenths(to)), through: pack(&line) })
}

/// Distance of a position from a line in degrees.
fn from_line(at: E5, line: &[E5]) -> f64 {
    let ends = edges(line).map(|(a, b)| (a.coord(), b.coord()));
    ends.map(|edge| to_edge(at.coord(), edge)).fold(f64::INFINITY, f64::min)
}
