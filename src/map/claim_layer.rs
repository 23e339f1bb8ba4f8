//! A claim on the map: the points that are as far from the border as is stated, and the one of
//! them that is nearest to the place.

use super::furniture::MARGIN;
use super::geometry::triangulated;
use super::gpu::{LineBatch, LinePainter, LineStyle};
use super::measure_layer::paint_pill;
use super::paint::Frame;
use super::placement::Room;
use super::theme::Theme;
use super::tiles::Decoding;
use super::view::WorldXy;
use crate::dossier::{Checked, ClaimId, Reading};
use crate::geodata::{Country, LonLat};
use crate::i18n::{Args, key};
use crate::measure::geodesic::{circle, geodesic_line};
use crate::measure::{Isodistance, LengthUnit, Metres, Site};
use crate::state::{World, selectors};
use crate::text::TextStyle;
use egui::{Color32, Mesh, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};
use geo::{BooleanOps as _, LineString, MultiPolygon, Polygon};
use std::sync::{Arc, OnceLock};
use std::thread;

/// Longest edge of the line of points: at the closest zoom some 20 points on screen.
const LINE_STEP: Metres = Metres(500.0);
/// Longest straight piece in which a geodesic is drawn.
const WAY_STEP: Metres = Metres(5_000.0);
/// Corners of the ring round the nearest point.
const RING_CORNERS: u32 = 180;
/// Dash and gap of the line.
const DASH: (f32, f32) = (6.0, 5.0);
/// Opacity of the strip between the border and the line.
const STRIP: f32 = 0.07;
/// Nearer to each other on screen than this, the lines of two readings are one for the eye.
const APART: f64 = 5.0;
/// Shorter than this on screen, a way has no figure.
const TELLING: f64 = 6.0;
/// A line's piece in the legend, how its words are set, and the height of a row.
const SAMPLE: f32 = 28.0;
const LEGEND: TextStyle = TextStyle::new(12.0, 16.0).weight(500.0).tabular();
const LEGEND_ROW: f32 = 20.0;

/// The claim that is shown, and what is drawn of it: made once it is, on another thread, since it
/// takes longer than a frame.
pub(super) struct ShownClaim {
    claim: ClaimId,
    lines: Arc<OnceLock<Vec<ReadingLine>>>,
}

/// What is drawn for one reading of a claim.
struct ReadingLine {
    reading: Reading,
    from: LonLat,
    site: Site,
    /// The points at the distance.
    line: LineBatch,
    /// Their vertices: whether any of it is to be seen.
    vertices: Vec<WorldXy>,
    /// The ground between the line and the border: corners, and three indices a triangle.
    strip: (Vec<WorldXy>, Vec<u32>),
    /// From the place to the nearest of them.
    way: LineBatch,
    /// From there to the border.
    to_border: LineBatch,
    /// All that is as far from there as the border is.
    ring: LineBatch,
}

impl ShownClaim {
    /// What the session shows: as it was, if that is the same claim, or begun anew.
    pub(super) fn followed(
        before: Option<Self>,
        world: &Arc<World>,
        claim: Option<&ClaimId>,
        decoding: Decoding,
        repaint: &Arc<dyn Fn() + Send + Sync>,
    ) -> Option<Self> {
        let claim = claim?;
        if before.as_ref().is_some_and(|shown| shown.claim == *claim) {
            return before;
        }
        let lines = Arc::new(OnceLock::new());
        let shown = Self { claim: claim.clone(), lines: lines.clone() };
        let (world, claim, repaint) = (world.clone(), claim.clone(), repaint.clone());
        let make = move || {
            lines.get_or_init(|| {
                world.checked(&claim).map(|c| drawn(&world, c)).unwrap_or_default()
            });
            repaint();
        };
        match decoding {
            Decoding::Synchronous => make(),
            Decoding::Background => {
                let spawned = thread::Builder::new().name("claim".to_owned()).spawn(make);
                if let Err(error) = spawned {
                    tracing::error!(%error, "a claim is not drawn: no thread");
                }
            }
        }
        Some(shown)
    }

    /// Whether all there is to draw is there.
    pub(super) fn is_ready(&self) -> bool {
        self.lines.get().is_some()
    }

    fn lines(&self) -> &[ReadingLine] {
        self.lines.get().map_or(&[], Vec::as_slice)
    }
}

fn drawn(world: &World, checked: &Checked) -> Vec<ReadingLine> {
    let Some((about, sites)) = checked.sites() else { return Vec::new() };
    let inside = world.dossier.place(&about.place).and_then(|place| place.country);
    let Some(inside) = inside.and_then(Country::from_code) else { return Vec::new() };
    let from = about.subject.centre();
    let batch = |a, b| LineBatch::new([projected(&geodesic_line(a, b, WAY_STEP)).as_slice()]);
    let of_reading = |(reading, site): (Reading, Site)| {
        let hit = site.to_border;
        let line = Isodistance::new(&world.borders, inside, hit.country, reading.length);
        let found = line.lines(LINE_STEP);
        let strip = line.strip(world.ground.borders.of(inside), &found);
        let lines: Vec<Vec<WorldXy>> = found.iter().map(|line| projected(line)).collect();
        let ring = projected(&circle(site.at, hit.distance, RING_CORNERS));
        ReadingLine {
            reading,
            from,
            site,
            line: LineBatch::new(lines.iter().map(Vec::as_slice)),
            vertices: lines.into_iter().flatten().collect(),
            strip: triangulated(&filled(&strip)),
            way: batch(from, site.at),
            to_border: batch(site.at, hit.foot),
            ring: LineBatch::new([ring.as_slice()]),
        }
    };
    sites.into_iter().map(of_reading).collect()
}

/// The area within some rings, by the even-odd rule.
fn filled(rings: &[Vec<LonLat>]) -> MultiPolygon {
    let polygon = |ring: &Vec<LonLat>| -> MultiPolygon {
        let ring: LineString = projected(ring).into_iter().map(|at| (at.x, at.y)).collect();
        Polygon::new(ring, Vec::new()).into()
    };
    let mut rings = rings.iter().map(polygon);
    let first = rings.next().unwrap_or_else(|| MultiPolygon::new(Vec::new()));
    rings.fold(first, |area, ring| area.xor(&ring))
}

fn projected(line: &[LonLat]) -> Vec<WorldXy> {
    line.iter().copied().map(WorldXy::from_geo).collect()
}

/// The readings whose lines can be told apart from the first one's.
fn apart<'a>(frame: &Frame<'_>, shown: &'a ShownClaim) -> Vec<&'a ReadingLine> {
    let lines = shown.lines();
    let Some(first) = lines.first() else { return Vec::new() };
    let least = APART * frame.view.metres_per_point(first.site.at.lat());
    let differ = |other: &ReadingLine| (other.reading.length - first.reading.length).0.abs();
    let others = lines.iter().skip(1).filter(|other| differ(other) >= least);
    std::iter::once(first).chain(others).collect()
}

/// Paints the lines of each reading, the likeliest on top, and its nearest possible point.
pub(super) fn paint(frame: &Frame<'_>, lines: &mut LinePainter, shown: &ShownClaim) {
    let Frame { painter, view, kit, .. } = *frame;
    let (accent, casing) = (kit.theme.ui.accent, kit.theme.map.border_casing);
    let dashed = |width, color| LineStyle { dash: Some(DASH), ..LineStyle::solid(width, color) };
    for (rank, drawn) in apart(frame, shown).into_iter().enumerate().rev() {
        let first = rank == 0;
        let (width, color) = line_look(kit.theme, first);
        if first {
            let (vertices, triangles) = &drawn.strip;
            let mut mesh = Mesh::default();
            for at in vertices {
                mesh.colored_vertex(view.screen_from_world(*at), accent.gamma_multiply(STRIP));
            }
            mesh.indices.clone_from(triangles);
            painter.add(Shape::mesh(mesh));
        }
        painter.add(lines.shape(view, &drawn.line, dashed(width + 2.0, casing)));
        painter.add(lines.shape(view, &drawn.line, dashed(width, color)));
        if first {
            let faint = accent.gamma_multiply(0.38);
            painter.add(lines.shape(view, &drawn.ring, LineStyle::solid(1.5, faint)));
            for (way, width) in [(&drawn.to_border, 1.2), (&drawn.way, 2.0)] {
                painter.add(lines.shape(view, way, LineStyle::solid(width + 2.0, casing)));
                painter.add(lines.shape(view, way, LineStyle::solid(width, accent)));
            }
            let border = view.screen_from_geo(drawn.site.to_border.foot);
            painter.circle(border, 3.0, kit.theme.ui.panel, Stroke::new(1.5, accent));
        }
        let site = view.screen_from_geo(drawn.site.at);
        let radius = if first { 4.0 } else { 3.0 };
        painter.circle(site, radius, kit.theme.ui.panel, Stroke::new(0.5 * radius, color));
    }
}

/// Paints how far the nearest possible point is, where there is room.
pub(super) fn paint_figures(frame: &Frame<'_>, room: &mut Room, shown: &ShownClaim) {
    let Frame { view, state, kit, .. } = *frame;
    let unit = state.session.unit;
    let least = |drawn: &ReadingLine| TELLING * view.metres_per_point(drawn.site.at.lat());
    for drawn in shown.lines() {
        room.take(Rect::from_center_size(view.screen_from_geo(drawn.site.at), Vec2::splat(10.0)));
    }
    let first = shown.lines().first();
    if let Some(drawn) = first.filter(|drawn| drawn.site.distance.0 > least(drawn)) {
        let site = view.screen_from_geo(drawn.site.at);
        let args = Args::new()
            .text("distance", kit.words.length(drawn.site.distance, unit, 1))
            .text("bearing", kit.words.bearing(drawn.site.bearing));
        let way = kit.words.format(key::CLAIM_WAY, args);
        paint_pill(frame, room, view.screen_from_geo(drawn.from), site, &way);
    }
}

/// Paints which line stands for which reading, in the corner over the panel's side of the map;
/// says what room it takes. Nothing where no line is to be seen.
pub(super) fn paint_legend(frame: &Frame<'_>, shown: &ShownClaim) -> Option<Rect> {
    let Frame { painter, view, kit, .. } = *frame;
    let mut readings = apart(frame, shown);
    let is_seen = |at: &WorldXy| view.rect.contains(view.screen_from_world(*at));
    readings.retain(|drawn| drawn.vertices.iter().any(is_seen));
    let words = readings.iter().map(|drawn| line_words(frame, drawn));
    let words: Vec<_> = words.map(|w| kit.text.line(painter.ctx(), &w, &LEGEND)).collect();
    let widest = words.iter().map(|set| set.size().x).reduce(f32::max)?;
    let size = vec2(SAMPLE + 8.0 + widest, LEGEND_ROW * words.len() as f32) + vec2(24.0, 12.0);
    let left =
        if kit.is_rtl() { view.rect.right() - MARGIN - size.x } else { view.rect.left() + MARGIN };
    let rect = Rect::from_min_size(pos2(left, view.rect.top() + MARGIN), size);
    if !view.rect.contains_rect(rect) {
        return None;
    }
    let ui = &kit.theme.ui;
    painter.add(kit.theme.control_shadow().as_shape(rect, 8.0));
    painter.rect(rect, 8.0, ui.panel, Stroke::new(1.0, ui.hairline), StrokeKind::Inside);
    let likeliest = shown.lines().first().map(|drawn| drawn.reading);
    for (row, (drawn, words)) in readings.iter().zip(words).enumerate() {
        let middle = rect.top() + 6.0 + LEGEND_ROW * (row as f32 + 0.5);
        let [sample, text] = if kit.is_rtl() {
            let right = rect.right() - 12.0;
            [right - SAMPLE, right - SAMPLE - 8.0 - words.size().x]
        } else {
            [rect.left() + 12.0, rect.left() + 20.0 + SAMPLE]
        };
        let (width, color) = line_look(kit.theme, Some(drawn.reading) == likeliest);
        let line = [pos2(sample, middle), pos2(sample + SAMPLE, middle)];
        painter.extend(Shape::dashed_line(&line, Stroke::new(width, color), DASH.0, DASH.1));
        painter.galley(pos2(text, middle - 0.5 * words.size().y), words, ui.text);
    }
    Some(rect)
}

/// Which distance a line stands for.
fn line_words(frame: &Frame<'_>, drawn: &ReadingLine) -> String {
    let Frame { state, kit, .. } = *frame;
    let country = state.world.country_name(drawn.site.to_border.country.code(), kit.words.lang());
    let length = kit.words.length(drawn.reading.length, state.session.unit, 1);
    let args = Args::new().text("distance", length).text("country", country);
    let key = match drawn.reading.unit {
        LengthUnit::Nm => key::CLAIM_LINE_NAUTICAL,
        LengthUnit::Km | LengthUnit::Mi => key::CLAIM_LINE,
    };
    kit.words.format(key, args)
}

/// Width and colour of a reading's line: the likeliest stands out.
fn line_look(theme: &Theme, first: bool) -> (f32, Color32) {
    let accent = theme.ui.accent;
    if first { (1.8, accent) } else { (1.2, accent.gamma_multiply(0.8)) }
}

/// Whether the claim is about the selected place: its own lines then stand for the measuring's.
pub(super) fn is_of_selected(frame: &Frame<'_>) -> bool {
    let dossier = &frame.state.world.dossier;
    let claim = frame.state.session.claim.as_ref().and_then(|id| dossier.claim(id));
    let selected = selectors::selected_place(frame.state);
    claim.zip(selected).is_some_and(|(claim, place)| claim.places.contains(&place.id))
}
