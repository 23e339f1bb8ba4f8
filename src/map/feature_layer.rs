//! Names of deserts, mountains, plains and waters, along their extent.

use super::along::{Curve, Place, Run};
use super::geometry::{FeatureLabel, MapGeometry};
use super::labels::{HALO, SLANT, by_zoom};
use super::name_lines::Named;
use super::paint::Frame;
use super::placement::Room;
use super::view::View;
use crate::geodata::{Lang, PhysicalKind};
use crate::text::TextStyle;
use egui::Pos2;

/// How much of its extent a name fills at most.
const FILLED: f32 = 0.9;
/// How much shorter than its text an extent may be.
const NEARLY: f32 = 0.88;
/// Width of the narrowest names, in points a letter: what has less is not even set.
const NARROWEST: f32 = 3.0;
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
    let least = NARROWEST * feature.names.get(kit.words.lang()).chars().count() as f32;
    let shown = feature.curves.iter().filter(|curve| {
        (curve.from..curve.to).contains(&zoom)
            && curve.curve.bounds(view).intersects(view.rect)
            && curve.curve.length(view) > least
    });
    let mut runs = None;
    let mut named: Vec<Pos2> = Vec::new();
    for stretch in shown {
        let bounds = stretch.curve.bounds(view);
        if named.iter().any(|at| at.distance(bounds.center()) < RIVER_AGAIN) {
            continue;
        }
        let runs = runs.get_or_insert_with(|| runs_of(frame, feature));
        let Some(places) = place(view, feature.kind, runs, &stretch.curve, room) else { continue };
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
    view: &View,
    kind: PhysicalKind,
    runs: &[Run],
    curve: &Curve,
    room: &mut Room,
) -> Option<[Option<Place>; 2]> {
    let length = curve.length(view);
    let first = runs.first()?;
    if length < NEARLY * first.width(0.0) {
        return None;
    }
    let seconds = [runs.get(1), None].into_iter().skip(usize::from(runs.len() < 2));
    for second in seconds {
        for option in places(kind, first, second, length) {
            let lines = || runs.iter().zip(option).filter_map(|(run, place)| Some((run, place?)));
            if lines().all(|(run, place)| run.fits(curve, view, place, |rect| room.is_free(rect))) {
                for (run, place) in lines() {
                    run.rects(curve, view, place).for_each(|rect| room.take(rect));
                }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;
    use crate::map::view::WorldXy;
    use crate::state::Camera;
    use crate::text::TextEngine;
    use egui::{Color32, Context, Rect, vec2};

    /// What `check` sees of a view, free room in it, and the names of the Hoggar.
    fn with_names(check: impl Fn(&View, Room, &[Run])) {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
        let view = View::new(rect, Camera { center: LonLat::saturating(5.5, 23.0), zoom: 7.0 });
        let (ctx, text) = (Context::default(), TextEngine::new());
        text.install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let run = |words, size| {
                let style = TextStyle::new(size, size + 4.0);
                Run::new(ui.ctx(), &text, words, HALO, &style, Color32::WHITE)
            };
            check(&view, Room::new(rect), &[run("Hoggar", 14.0), run("الهقار", 12.0)]);
        });
        output.textures_delta.clear();
    }

    /// Level, through 23 N, from 5.5 E on to both sides by so many degrees.
    fn level(half: f64) -> Curve {
        let at = |lon| WorldXy::from_geo(LonLat::saturating(lon, 23.0));
        Curve::through(vec![at(5.5 - half), at(5.5), at(5.5 + half)]).unwrap()
    }

    #[test]
    fn a_name_is_spread_over_its_extent_with_the_second_in_its_middle() {
        with_names(|view, mut room, runs| {
            let curve = level(1.0);
            let [first, second] =
                place(view, PhysicalKind::Mountains, runs, &curve, &mut room).unwrap();
            let (first, second) = (first.unwrap(), second.unwrap());
            assert!(first.gap > 5.0, "{first:?}");
            assert!((first.middle - 0.5 * curve.length(view)).abs() < 0.1);
            assert!(second.below > first.below && (second.middle - first.middle).abs() < 0.1);
            // The room is taken now.
            let again = place(view, PhysicalKind::Mountains, runs, &level(0.4), &mut room);
            assert_eq!(again, None);
        });
    }

    #[test]
    fn an_extent_shorter_than_its_text_has_no_name() {
        with_names(|view, mut room, runs| {
            let placed = place(view, PhysicalKind::Mountains, runs, &level(0.2), &mut room);
            assert_eq!(placed, None);
        });
    }

    #[test]
    fn where_two_names_do_not_fit_there_is_one() {
        with_names(|view, mut room, runs| {
            let below = view.rect.center() + vec2(0.0, 14.0);
            room.take(Rect::from_center_size(below, vec2(400.0, 4.0)));
            let placed = place(view, PhysicalKind::Mountains, runs, &level(0.5), &mut room);
            assert!(matches!(placed, Some([Some(_), None])), "{placed:?}");
        });
    }

    #[test]
    fn a_river_has_its_names_on_either_side_of_its_line() {
        with_names(|view, mut room, runs| {
            let placed = place(view, PhysicalKind::River, runs, &level(1.0), &mut room);
            let [first, second] = placed.unwrap().map(Option::unwrap);
            assert!(first.below < -8.0 && second.below > 8.0, "{first:?} {second:?}");
        });
    }
}
