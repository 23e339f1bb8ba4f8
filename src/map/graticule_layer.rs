//! Meridians and parallels, with their degrees along the map's edges.

use super::kit::{Kit, NOTE};
use super::paint::Frame;
use super::placement::Room;
use super::view::View;
use crate::geodata::LonLat;
use crate::measure::coordinates::CoordinateStyle;
use egui::{Align2, Pos2, Stroke, pos2};

/// Least room between two lines, in points.
const APART: f64 = 110.0;
/// Distances between lines in minutes of arc, for degrees, minutes and seconds.
const SEXAGESIMAL: [f64; 13] =
    [0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0];
/// The same for decimal degrees.
const DECIMAL: [f64; 13] =
    [0.6, 1.2, 3.0, 6.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0];
/// Room between a figure and the map's edge.
const INSET: f32 = 6.0;

/// A line of the graticule.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Line {
    /// Degrees north or east.
    degrees: f64,
    /// Where on the screen: x of a meridian, y of a parallel.
    at: f32,
}

/// Paints the lines.
pub(super) fn paint_lines(frame: &Frame<'_>) {
    let Frame { painter, view, kit, .. } = *frame;
    let stroke = Stroke::new(1.0, kit.theme.map.graticule);
    let (meridians, parallels) = lines(view, kit.words.coordinate_style());
    for line in meridians {
        painter.vline(line.at, view.rect.y_range(), stroke);
    }
    for line in parallels {
        painter.hline(view.rect.x_range(), line.at, stroke);
    }
}

/// Paints the degrees where there is room: of meridians along the top, of parallels along the side
/// where reading begins.
pub(super) fn paint_figures(frame: &Frame<'_>, room: &mut Room) {
    let Frame { painter, view, kit, .. } = *frame;
    let (meridians, parallels) = lines(view, kit.words.coordinate_style());
    let every = every(view, kit.words.coordinate_style());
    let (side, align) = if kit.is_rtl() {
        (view.free.right() - INSET, Align2::RIGHT_CENTER)
    } else {
        (view.free.left() + INSET, Align2::LEFT_CENTER)
    };
    let mut figure = |words: String, at: Pos2, align: Align2| {
        let set = kit.text.halo(painter.ctx(), &words, &NOTE.tabular(), super::labels::HALO, None);
        let rect = align.anchor_size(at, set.fill.size());
        if room.place([rect]).is_some() {
            let map = &kit.theme.map;
            painter.galley_with_override_text_color(rect.min, set.halo, map.halo);
            painter.galley_with_override_text_color(rect.min, set.fill, map.neighbour);
        }
    };
    for line in meridians {
        let at = pos2(line.at, view.free.top() + INSET);
        figure(kit.words.meridian(line.degrees, every), at, Align2::CENTER_TOP);
    }
    for line in parallels {
        figure(kit.words.parallel(line.degrees, every), pos2(side, line.at), align);
    }
}

/// The meridians and the parallels that cross the map.
fn lines(view: &View, style: CoordinateStyle) -> (Vec<Line>, Vec<Line>) {
    let (from, to) = (view.geo_from_screen(view.rect.min), view.geo_from_screen(view.rect.max));
    let every = every(view, style);
    let meridian = |degrees| {
        let at = LonLat::new(degrees, view.camera.center.lat()).ok()?;
        Some(Line { degrees, at: view.screen_from_geo(at).x })
    };
    let parallel = |degrees| {
        let at = LonLat::new(view.camera.center.lon(), degrees).ok()?;
        Some(Line { degrees, at: view.screen_from_geo(at).y })
    };
    let meridians = multiples(every, from.lon(), to.lon()).filter_map(meridian).collect();
    let parallels = multiples(every, to.lat(), from.lat()).filter_map(parallel).collect();
    (meridians, parallels)
}

/// Where meridians cross the top of the map and parallels its side, each with its degrees in words.
#[must_use]
pub fn degrees_along(view: &View, kit: Kit<'_>) -> [Vec<(f32, String)>; 2] {
    let style = kit.words.coordinate_style();
    let (meridians, parallels) = lines(view, style);
    let every = every(view, style);
    let across = meridians.iter().map(|l| (l.at, kit.words.meridian(l.degrees, every)));
    let up = parallels.iter().map(|l| (l.at, kit.words.parallel(l.degrees, every)));
    [across.collect(), up.collect()]
}

/// Degrees from one line to the next, the same both ways.
fn every(view: &View, style: CoordinateStyle) -> f64 {
    let least = APART * 360.0 / view.scale();
    let steps = if style == CoordinateStyle::Dms { SEXAGESIMAL } else { DECIMAL };
    let [.., coarsest] = steps;
    steps.into_iter().find(|minutes| minutes / 60.0 >= least).unwrap_or(coarsest) / 60.0
}

/// The multiples of `step` from `from` to `to`.
fn multiples(step: f64, from: f64, to: f64) -> impl Iterator<Item = f64> {
    let (first, last) = ((from / step).ceil() as i32, (to / step).floor() as i32);
    (first..=last).map(move |index| f64::from(index) * step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Camera;
    use egui::{Rect, vec2};

    fn view(zoom: f64) -> View {
        let rect = Rect::from_min_size(pos2(400.0, 52.0), vec2(880.0, 720.0));
        View::new(rect, Camera { center: LonLat::saturating(2.97, 19.95), zoom })
    }

    #[test]
    fn lines_are_round_figures_apart_at_every_zoom() {
        for style in [CoordinateStyle::Decimal, CoordinateStyle::Dms] {
            for tenth in 30..=140 {
                let view = view(f64::from(tenth) / 10.0);
                let (meridians, parallels) = lines(&view, style);
                let every = every(&view, style);
                assert!((3..=9).contains(&meridians.len()), "{}: {meridians:?}", view.camera.zoom);
                assert!(parallels.len() >= 2, "{}: {parallels:?}", view.camera.zoom);
                for pair in meridians.windows(2) {
                    assert!(f64::from(pair[1].at - pair[0].at) > 0.99 * APART, "{pair:?}");
                    assert!((pair[1].degrees - pair[0].degrees - every).abs() < 1e-9);
                }
                for line in meridians.iter().chain(&parallels) {
                    let steps = line.degrees / every;
                    assert!((steps - steps.round()).abs() < 1e-6, "{line:?}");
                }
            }
        }
    }

    #[test]
    fn a_line_stands_where_its_degrees_are() {
        let view = view(8.0);
        let (meridians, parallels) = lines(&view, CoordinateStyle::Decimal);
        for line in meridians {
            let at = view.geo_from_screen(pos2(line.at, view.rect.center().y));
            assert!((at.lon() - line.degrees).abs() < 1e-4, "{line:?} {at:?}");
        }
        for line in parallels {
            let at = view.geo_from_screen(pos2(view.rect.center().x, line.at));
            assert!((at.lat() - line.degrees).abs() < 1e-4, "{line:?} {at:?}");
        }
    }
}
