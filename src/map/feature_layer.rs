//! Names of deserts, mountains, plains and waters, along their extent.

use super::along::{Place, Run};
use super::geometry::{FeatureLabel, MapGeometry, NameCurve};
use super::labels::{HALO, SLANT, by_zoom};
use super::name_lines::Named;
use super::paint::Frame;
use super::placement::Room;
use crate::geodata::{Lang, PhysicalKind};
use crate::text::TextStyle;
use egui::{Pos2, Rect};

/// How much of its extent a name fills at most.
const FILLED: f32 = 0.9;
/// How much shorter than its text an extent may be.
const NEARLY: f32 = 0.88;
/// A river is named again this far from where it was named, in points.
const RIVER_AGAIN: f32 = 380.0;

/// Places and paints the names in what is left of `room`.
pub(super) fn paint(frame: &Frame<'_>, geometry: &MapGeometry, room: &mut Room) {
    for feature in &geometry.features {
        paint_feature(frame, feature, room);
    }
}

fn paint_feature(frame: &Frame<'_>, feature: &FeatureLabel, room: &mut Room) {
    let Frame { view, painter, kit, .. } = *frame;
    let zoom = view.camera.zoom;
    let shown = feature.curves.iter().filter(|curve| {
        (curve.from..curve.to).contains(&zoom) && curve.curve.bounds(view).intersects(view.rect)
    });
    let mut runs = None;
    let mut named: Vec<Pos2> = Vec::new();
    for stretch in shown {
        let bounds = stretch.curve.bounds(view);
        if named.iter().any(|at| at.distance(bounds.center()) < RIVER_AGAIN) {
            continue;
        }
        let runs = runs.get_or_insert_with(|| runs_of(frame, feature));
        let Some(places) = place(frame, feature.kind, runs, stretch, room) else { continue };
        for (run, place) in runs.iter().zip(places.into_iter().flatten()) {
            run.paint(painter, &stretch.curve, view, place, kit.theme.map.halo);
        }
        if feature.kind != PhysicalKind::River {
            return;
        }
        named.push(bounds.center());
    }
}

/// The name, and the second one if there is one.
fn runs_of(frame: &Frame<'_>, feature: &FeatureLabel) -> Vec<Run> {
    let Frame { painter, view, kit, .. } = *frame;
    let (zoom, map) = (view.camera.zoom, &kit.theme.map);
    let color = if feature.kind.is_water() { map.water_label } else { map.physical };
    let size = match feature.kind {
        PhysicalKind::Sea => by_zoom(zoom, [14.0, 16.0, 16.0]),
        _ => by_zoom(zoom, [14.0, 14.0, 16.0]),
    };
    let arabic_step = if kit.words.lang() == Lang::Ar && zoom < 6.0 { 2.0 } else { 0.0 };
    let style = |size| TextStyle { slant_degrees: SLANT, ..TextStyle::new(size, size + 4.0) };
    let looks = [
        (style(size + arabic_step).weight(450.0), color),
        (style(12.0), color.gamma_multiply(0.9)),
    ];
    let lines = frame.name_lines(&feature.names, Named::Feature).into_iter().zip(looks);
    lines
        .filter(|(words, _)| !words.is_empty())
        .map(|(words, (style, color))| {
            Run::new(painter.ctx(), kit.text, words, HALO, &style, color)
        })
        .collect()
}

/// Takes the first room along the curve that is free: for both names, or else for the first.
fn place(
    frame: &Frame<'_>,
    kind: PhysicalKind,
    runs: &[Run],
    stretch: &NameCurve,
    room: &mut Room,
) -> Option<[Option<Place>; 2]> {
    let (view, curve) = (frame.view, &stretch.curve);
    let length = curve.length(view);
    let first = runs.first()?;
    if length < NEARLY * first.width(0.0) {
        return None;
    }
    let options = [runs.get(1), None].into_iter().skip(usize::from(runs.len() < 2));
    for second in options {
        for option in places(kind, first, second, length) {
            let lines = [Some(first), second].into_iter().zip(option);
            let mut lines = lines.filter_map(|(run, place)| run.zip(place));
            if lines.all(|(run, place)| run.fits(curve, view, place, |rect| room.is_free(rect))) {
                let set = [Some(first), second].into_iter().zip(option);
                let rects: Vec<Rect> = set
                    .filter_map(|(run, place)| run.zip(place))
                    .flat_map(|(run, place)| run.rects(curve, view, place))
                    .collect();
                rects.into_iter().for_each(|rect| room.take(rect));
                return Some(option);
            }
        }
    }
    None
}

/// Where the names may stand on a curve of `length` points, best first: a river's beside it, any
/// other spread over it; in the middle, or a little aside.
fn places(
    kind: PhysicalKind,
    first: &Run,
    second: Option<&Run>,
    length: f32,
) -> impl Iterator<Item = [Option<Place>; 2]> {
    let (size, second_size) = (first.size(), second.map_or(0.0, Run::size));
    let river = kind == PhysicalKind::River;
    let spacing = match kind {
        PhysicalKind::River | PhysicalKind::Lake => 0.1,
        PhysicalKind::Sea => 0.3,
        PhysicalKind::Desert | PhysicalKind::Mountains | PhysicalKind::Plain => 0.6,
    };
    let widest = first.gap_for(FILLED * length).clamp(0.0, spacing * size);
    let tight = widest.min(0.06 * size);
    let gaps = [widest, 0.5 * (widest + tight), tight].into_iter().take(if river { 1 } else { 3 });
    // Above and below the line of a river, or all on it.
    let sides: &[[f32; 2]] = match (river, second) {
        (true, Some(_)) => &[[-1.0, 1.0]],
        (true, None) => &[[-1.0, 0.0], [1.0, 0.0]],
        (false, _) => &[[0.0, 0.0]],
    };
    let aside: &[f32] = if river { &[0.0, 0.22, -0.22, 0.44, -0.44] } else { &[0.0, 0.3, -0.3] };
    gaps.flat_map(move |gap| {
        let slack = (length - first.width(gap)).max(0.0);
        aside.iter().flat_map(move |aside| {
            let middle = 0.5 * length + aside * slack;
            sides.iter().map(move |[above, under]| {
                let beside = |side: f32, size: f32| side * (0.5 * size + 4.0);
                let [above, under] = if river {
                    [beside(*above, size), beside(*under, second_size)]
                } else {
                    [-0.55 * second_size, 0.65 * size]
                };
                let second = second.map(|run| Place {
                    middle,
                    gap: gap.min(0.12 * run.size()),
                    below: under,
                });
                [Some(Place { middle, gap, below: above }), second]
            })
        })
    })
}
