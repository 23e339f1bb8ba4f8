//! How a name runs along a curve: letter by letter, or word by word where letters join.

use super::view::{View, WorldXy};
use crate::text::{Haloed, TextEngine, TextStyle};
use egui::{Color32, Context, Painter, Pos2, Rect, Vec2, vec2};
use std::f32::consts::FRAC_PI_2;
use unicode_segmentation::UnicodeSegmentation;

/// Straight legs between two of the positions that a curve goes through.
const LEGS: u8 = 8;
/// Width of a space, in em.
const SPACE: f32 = 0.28;
/// Cosine of the angle by which two pieces side by side may be turned against each other: 34
/// degrees.
const SHARPEST: f32 = 0.83;
/// Cosine of the slope of the steepest piece: a little more than upright, for a line that bends
/// back.
const STEEPEST: f32 = -0.2;

/// A smooth curve on the ground, in the direction in which Latin is read along it.
#[derive(Clone, Debug)]
pub struct Curve {
    legs: Vec<Leg>,
    length: f64,
    /// Its smallest corner and its largest.
    bounds: [WorldXy; 2],
}

#[derive(Clone, Copy, Debug)]
struct Leg {
    from: WorldXy,
    to: WorldXy,
    /// Length of the curve before it.
    start: f64,
    length: f64,
}

impl Curve {
    /// The curve through these positions, eastward whatever their order, so that what is set along
    /// it stands upright: the map is never turned. None through fewer than two.
    #[must_use]
    pub(super) fn through(mut positions: Vec<WorldXy>) -> Option<Self> {
        if positions.first()?.x > positions.last()?.x {
            positions.reverse();
        }
        let mut points = smooth(&positions).into_iter();
        let mut from = points.next()?;
        let (mut legs, mut length, mut bounds) = (Vec::new(), 0.0, [from, from]);
        for to in points {
            let leg = (to.x - from.x).hypot(to.y - from.y);
            if leg > 0.0 {
                legs.push(Leg { from, to, start: length, length: leg });
                length += leg;
                from = to;
            }
            let [least, most] = bounds;
            bounds = [
                WorldXy { x: least.x.min(to.x), y: least.y.min(to.y) },
                WorldXy { x: most.x.max(to.x), y: most.y.max(to.y) },
            ];
        }
        (!legs.is_empty()).then_some(Self { legs, length, bounds })
    }

    /// Its length on screen, in points.
    #[must_use]
    pub(super) fn length(&self, view: &View) -> f32 {
        (self.length * view.scale()) as f32
    }

    /// The smallest rectangle on screen that holds it.
    #[must_use]
    pub(super) fn bounds(&self, view: &View) -> Rect {
        let [least, most] = self.bounds;
        Rect::from_min_max(view.screen_from_world(least), view.screen_from_world(most))
    }

    /// Where on screen it is after `along` points; straight on beyond its ends.
    fn at(&self, view: &View, along: f32) -> Pos2 {
        let along = f64::from(along) / view.scale();
        let next = self.legs.partition_point(|leg| leg.start <= along);
        let Some(leg) = self.legs.get(next.saturating_sub(1)) else { return Pos2::ZERO };
        let share = (along - leg.start) / leg.length;
        view.screen_from_world(WorldXy {
            x: leg.from.x + (leg.to.x - leg.from.x) * share,
            y: leg.from.y + (leg.to.y - leg.from.y) * share,
        })
    }
}

/// The Catmull-Rom spline through the positions.
fn smooth(through: &[WorldXy]) -> Vec<WorldXy> {
    let beyond = |end: Option<&WorldXy>, before: Option<&WorldXy>| {
        let (end, before) = (end?, before?);
        Some(WorldXy { x: 2.0 * end.x - before.x, y: 2.0 * end.y - before.y })
    };
    let mut all = Vec::with_capacity(through.len() + 2);
    all.extend(beyond(through.first(), through.get(1)));
    all.extend_from_slice(through);
    all.extend(beyond(through.last(), through.iter().rev().nth(1)));
    let mut points: Vec<WorldXy> = through.first().copied().into_iter().collect();
    for around in all.windows(4) {
        let [a, b, c, d] = around else { continue };
        for step in 1..=LEGS {
            let t = f64::from(step) / f64::from(LEGS);
            let spline = |a: f64, b: f64, c: f64, d: f64| {
                let bend = 2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * b - a - 3.0 * c + d);
                b + 0.5 * t * (c - a + t * bend)
            };
            points.push(WorldXy { x: spline(a.x, b.x, c.x, d.x), y: spline(a.y, b.y, c.y, d.y) });
        }
    }
    points
}

/// A name in the pieces that are set one by one, in the order in which they stand on the curve.
pub(super) struct Run {
    pieces: Vec<Piece>,
    /// Width without spacing.
    width: f32,
    /// How many gaps are between its pieces: between letters, and one on either side of a space
    /// among letters.
    gaps: f32,
    size: f32,
    color: Color32,
}

/// A letter, or a word whose letters join.
struct Piece {
    set: Haloed,
    /// Where it begins without spacing.
    start: f32,
    /// How many gaps are before it.
    gaps: f32,
    width: f32,
}

/// Where on its curve a run stands. Lengths are in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// Where on the curve its middle is.
    pub(super) middle: f32,
    /// Extra room between two letters, or two words whose letters join.
    pub(super) gap: f32,
    /// How far below the curve it is; above where negative.
    pub(super) below: f32,
}

/// Where on screen a piece stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    center: Pos2,
    /// The way in which it is read, of length 1.
    along: Vec2,
    width: f32,
}

impl Run {
    /// `words` with a halo of `halo` points, in the look of `style`.
    #[must_use]
    pub(super) fn new(
        ctx: &Context,
        text: &TextEngine,
        words: &str,
        halo: f32,
        style: &TextStyle,
        color: Color32,
    ) -> Self {
        let (parts, share): (Vec<&str>, f32) = if joins(words) {
            (words.split_word_bounds().rev().collect(), 0.5)
        } else {
            (words.graphemes(true).collect(), 1.0)
        };
        let mut run = Self { pieces: Vec::new(), width: 0.0, gaps: 0.0, size: style.size, color };
        for (part, gaps) in parts.into_iter().zip(0_u8..) {
            run.gaps = share * f32::from(gaps);
            if part.chars().all(char::is_whitespace) {
                run.width += SPACE * style.size;
                continue;
            }
            let set = text.halo(ctx, part, style, halo, None);
            let width = set.fill.size().x;
            run.pieces.push(Piece { set, start: run.width, gaps: run.gaps, width });
            run.width += width;
        }
        run
    }

    /// Its width with gaps of `gap` points.
    #[must_use]
    pub(super) fn width(&self, gap: f32) -> f32 {
        self.width + gap * self.gaps
    }

    /// Font size.
    #[must_use]
    pub(super) const fn size(&self) -> f32 {
        self.size
    }

    /// The gap with which it is `width` points wide.
    #[must_use]
    pub(super) fn gap_for(&self, width: f32) -> f32 {
        (width - self.width) / self.gaps.max(1.0)
    }

    fn spot(&self, curve: &Curve, view: &View, place: Place, number: usize) -> Option<Spot> {
        let piece = self.pieces.get(number)?;
        let start = place.middle - 0.5 * self.width(place.gap);
        let middle = start + piece.start + place.gap * piece.gaps + 0.5 * piece.width;
        // The slope is that over a letter's height at least: a narrow one does not wobble.
        let reach = 0.5 * piece.width.max(self.size);
        let (from, to) = (curve.at(view, middle - reach), curve.at(view, middle + reach));
        let along = (to - from).normalized();
        let center = from + 0.5 * (to - from) - place.below * along.rot90();
        Some(Spot { center, along, width: piece.width })
    }

    fn spots(
        &self,
        curve: &Curve,
        view: &View,
        place: Place,
    ) -> impl DoubleEndedIterator<Item = Spot> {
        (0..self.pieces.len()).filter_map(move |number| self.spot(curve, view, place, number))
    }

    /// Whether it stands upright at this place, without sharp turns, on ground that `is_free`.
    #[must_use]
    pub(super) fn fits(
        &self,
        curve: &Curve,
        view: &View,
        place: Place,
        mut is_free: impl FnMut(Rect) -> bool,
    ) -> bool {
        // What does not fit mostly leaves the map at one of its ends.
        let ends = [0, self.pieces.len().saturating_sub(1)];
        let mut ends = ends.into_iter().filter_map(|end| self.spot(curve, view, place, end));
        if !ends.all(|end| is_free(Rect::from_center_size(end.center, Vec2::splat(self.size)))) {
            return false;
        }
        let mut last: Option<Vec2> = None;
        self.spots(curve, view, place).all(|spot| {
            let turn = last.map_or(1.0, |last| spot.along.dot(last));
            last = Some(spot.along);
            spot.along.x > STEEPEST && turn > SHARPEST && spot.rects(self.size).all(&mut is_free)
        })
    }

    /// The ground that it covers: small rectangles one after the other.
    pub(super) fn rects(
        &self,
        curve: &Curve,
        view: &View,
        place: Place,
    ) -> impl Iterator<Item = Rect> {
        self.spots(curve, view, place).flat_map(|spot| spot.rects(self.size))
    }

    /// Paints it, all of the halo first.
    pub(super) fn paint(
        &self,
        painter: &Painter,
        curve: &Curve,
        view: &View,
        place: Place,
        halo: Color32,
    ) {
        let mut fills = Vec::with_capacity(self.pieces.len());
        let pieces = self.pieces.iter().zip(self.spots(curve, view, place));
        painter.extend(pieces.map(|(piece, spot)| {
            let [halo, fill] = piece.set.along(spot.center, spot.angle(), self.color, halo);
            fills.push(fill);
            halo
        }));
        painter.extend(fills);
    }
}

impl Spot {
    /// The angle at which it stands, in radians clockwise from the level. The last degree would
    /// turn a letter over that stands on a line going straight up.
    fn angle(self) -> f32 {
        self.along.angle().clamp(0.01 - FRAC_PI_2, FRAC_PI_2 - 0.01)
    }

    /// The ground under a piece of this font size: squares along it, if it is long.
    fn rects(self, size: f32) -> impl Iterator<Item = Rect> {
        let parts = (self.width / (1.6 * size)).ceil().max(1.0);
        let along = self.along;
        let (width, height) = (self.width / parts, 1.05 * size);
        let half = 0.5
            * vec2(
                width * along.x.abs() + height * along.y.abs(),
                width * along.y.abs() + height * along.x.abs(),
            );
        (0..parts as u16).map(move |part| {
            let middle = (f32::from(part) + 0.5) * width - 0.5 * self.width;
            Rect::from_center_size(self.center + middle * along, 2.0 * half)
        })
    }
}

/// Whether the letters of `words` join, so that they cannot be set apart.
fn joins(words: &str) -> bool {
    words.chars().any(|c| matches!(c, '\u{600}'..='\u{6FF}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;
    use crate::state::Camera;
    use egui::pos2;

    fn view() -> View {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0));
        View::new(rect, Camera { center: LonLat::saturating(0.0, 20.0), zoom: 6.0 })
    }

    fn curve(positions: &[(f64, f64)]) -> Curve {
        let at = |(lat, lon): &(f64, f64)| WorldXy::from_geo(LonLat::saturating(*lon, *lat));
        Curve::through(positions.iter().map(at).collect()).unwrap()
    }

    /// What `check` sees of a run of `words`, set within a pass of egui.
    fn with_run(words: &str, check: impl Fn(&Run)) {
        let (ctx, text) = (Context::default(), TextEngine::new());
        text.install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let style = TextStyle::new(14.0, 18.0);
            check(&Run::new(ui.ctx(), &text, words, 2.0, &style, Color32::WHITE));
        });
        output.textures_delta.clear();
    }

    #[test]
    fn a_curve_goes_through_its_positions_and_is_as_long_as_it_looks() {
        let (curve, view) = (curve(&[(20.0, -2.0), (20.5, 0.0), (20.0, 2.0)]), view());
        // Four degrees at 45.5 points each, and a little for the bend.
        assert!((182.0..190.0).contains(&curve.length(&view)), "{}", curve.length(&view));
        let ends = [(-2.0, 20.0), (0.0, 20.5)].map(|(lon, lat)| LonLat::saturating(lon, lat));
        let [start, middle] = ends.map(|at| view.screen_from_geo(at));
        assert!(curve.at(&view, 0.0).distance(start) < 0.1);
        assert!(curve.at(&view, 0.5 * curve.length(&view)).distance(middle) < 0.5);
        assert!(Curve::through(Vec::new()).is_none());
    }

    #[test]
    fn a_name_stands_upright_whichever_way_its_curve_was_drawn() {
        let east = [(21.0, -3.0), (20.0, 0.0), (20.5, 3.0)];
        let mut west = east;
        west.reverse();
        with_run("Tanezrouft", |run| {
            let place = Place { middle: 130.0, gap: 6.0, below: 0.0 };
            let set = |positions: &[(f64, f64)]| -> Vec<Spot> {
                run.spots(&curve(positions), &view(), place).collect()
            };
            assert_eq!(set(&east), set(&west));
            assert!(set(&east).is_sorted_by_key(|spot| spot.center.x));
            assert!(set(&east).iter().all(|spot| spot.along.x > 0.0));
            assert_eq!(set(&east).len(), 10);
        });
    }

    #[test]
    fn arabic_is_set_in_whole_words_from_right_to_left() {
        with_run("العرق الشرقي الكبير", |run| {
            let texts: Vec<&str> = run.pieces.iter().map(|p| p.set.fill.text()).collect();
            assert_eq!(texts, ["الكبير", "الشرقي", "العرق"]);
        });
        with_run("آير", |run| assert_eq!(run.pieces.len(), 1));
    }

    #[test]
    fn a_name_does_not_go_round_a_sharp_corner_or_off_the_map() {
        with_run("Tanezrouft", |run| {
            let fits = |positions: &[(f64, f64)], middle| {
                let place = Place { middle, gap: 4.0, below: 0.0 };
                let bounds = view().rect;
                run.fits(&curve(positions), &view(), place, |rect| bounds.contains_rect(rect))
            };
            let level = [(20.0, -4.0), (20.0, 4.0)];
            assert!(fits(&level, 180.0));
            assert!(!fits(&level, 900.0), "off the map");
            let corner = [(18.0, 0.0), (20.0, 0.05), (20.0, 0.1), (18.0, 0.15)];
            assert!(!fits(&corner, 95.0), "round a corner");
        });
    }

    #[test]
    fn the_ground_of_a_name_holds_its_letters() {
        with_run("Aïr", |run| {
            let curve = curve(&[(19.0, -1.0), (21.0, 1.0)]);
            let place = Place { middle: 65.0, gap: 12.0, below: 0.0 };
            let rects: Vec<Rect> = run.rects(&curve, &view(), place).collect();
            assert_eq!(rects.len(), 3);
            for (spot, rect) in run.spots(&curve, &view(), place).zip(&rects) {
                assert!(rect.contains(spot.center) && rect.width() >= spot.width * 0.7);
            }
        });
    }
}
