//! The names on the map: which are shown at a zoom, in which order, how large, and where.

use super::geometry::{CountryLabel, MapGeometry, RegionLabel, TownLabel};
use super::name_lines::Named;
use super::paint::Frame;
use super::placement::{Room, Side};
use super::standing::{LabelKey, Named as Remembered};
use super::{airport_layer, feature_layer};
use crate::geodata::{Country, Lang, Names, PlaceRank};
use crate::state::Layer;
use crate::text::{Haloed, TextEngine, TextStyle};
use egui::{Color32, Context, Painter, Pos2, Rect, Stroke, Vec2, pos2, vec2};

/// Zoom from which regions are named.
const REGIONS_FROM: f64 = 6.0;
/// How far from a town of the same name a region is named, in points.
const NAMESAKE: f32 = 160.0;
/// Width of the halo round map labels.
pub(super) const HALO: f32 = 2.6;
/// How many spots across and down the map the name of a country may stand at whose middle is off it.
const SPOTS: u8 = 9;
/// How far from the middle the best of them lie, as a share of the map: in the middle is what the
/// map was moved to.
const SPOTS_RING: f32 = 0.3;
/// Slant of names of areas.
pub(super) const SLANT: f32 = 9.0;

/// One or two lines of text about one point.
pub struct Label {
    lines: Vec<(Haloed, Color32)>,
    size: Vec2,
    /// How much of it has faded in.
    share: f32,
}

/// How one line of a label is set.
#[derive(Clone, Copy)]
pub struct LineLook {
    /// Size, weight, spacing and slant.
    pub style: TextStyle,
    /// Colour.
    pub color: Color32,
}

impl Label {
    /// A label of these lines, top to bottom; empty ones are left out.
    #[must_use]
    pub fn new(ctx: &Context, text: &TextEngine, lines: &[(&str, LineLook)]) -> Self {
        let lines: Vec<(Haloed, Color32)> = lines
            .iter()
            .filter(|(words, _)| !words.is_empty())
            .map(|(words, look)| (text.halo(ctx, words, &look.style, HALO, None), look.color))
            .collect();
        let sizes = lines.iter().map(|(set, _)| set.fill.size());
        let size = sizes.fold(Vec2::ZERO, |all, one| vec2(all.x.max(one.x), all.y + one.y));
        Self { lines, size, share: 1.0 }
    }

    /// The same, as far as it has faded in.
    #[must_use]
    pub(super) fn faded(self, share: f32) -> Self {
        Self { share, ..self }
    }

    /// Width and height.
    #[must_use]
    pub const fn size(&self) -> Vec2 {
        self.size
    }

    /// Paints the label into `rect`, its lines towards the side on which its point lies.
    pub fn paint(&self, painter: &Painter, rect: Rect, point: Pos2, halo: Color32) {
        let mut top = rect.top();
        for (set, color) in &self.lines {
            let width = set.fill.size().x;
            let x = if rect.left() >= point.x {
                rect.left()
            } else if rect.right() <= point.x {
                rect.right() - width
            } else {
                rect.center().x - 0.5 * width
            };
            let [halo, color] = [halo, *color].map(|color| color.gamma_multiply(self.share));
            painter.galley_with_override_text_color(pos2(x, top), set.halo.clone(), halo);
            painter.galley_with_override_text_color(pos2(x, top), set.fill.clone(), color);
            top += set.fill.size().y;
        }
    }
}

/// The name that is shown first: the reader's, or the French one where that is not known.
#[must_use]
pub fn first_name(names: &Names, lang: Lang) -> &str {
    match names.get(lang) {
        "" => &names.fr,
        name => name,
    }
}

/// The other name that stands under it: Arabic under Latin, French under Arabic; none where it
/// is not known or the same.
#[must_use]
pub fn second_name(names: &Names, lang: Lang) -> &str {
    let other = if lang == Lang::Ar { &names.fr } else { &names.ar };
    if other == first_name(names, lang) { "" } else { other }
}

/// Places and paints the names of countries, towns, features, regions and neighbours in what is
/// left of `room`; pins and figures have taken theirs before. Says where the four countries' stand.
pub(super) fn paint(
    frame: &Frame<'_>,
    geometry: &MapGeometry,
    room: &mut Room,
) -> Vec<(Country, Rect)> {
    let zoom = frame.view.camera.zoom;
    let (neighbours, own): (Vec<_>, Vec<_>) =
        geometry.countries.iter().partition(|c| c.country.is_none());
    let spots = country_spots(frame);
    let own = own.into_iter().enumerate();
    let named = own.filter_map(|(index, label)| {
        Some((label.country?, paint_country(frame, (index, label), &spots, room)?))
    });
    let named = named.collect();
    let towns = |own: bool| {
        let towns = geometry.towns.iter().enumerate().filter(move |(_, t)| t.own == own);
        towns.take_while(move |(_, t)| shown_from(t) <= zoom)
    };
    let layers = &frame.state.session.layers;
    let shows_towns = layers.shows(Layer::Towns);
    let mut known: Vec<(&str, Rect)> = Vec::new();
    for (index, town) in towns(true).filter(|_| shows_towns) {
        let [name, _] = frame.name_lines(&town.names, Named::Town);
        known.extend(paint_town(frame, (index, town), room).map(|rect| (name, rect)));
    }
    if layers.shows(Layer::Airports) {
        airport_layer::paint(frame, geometry, room);
    }
    if layers.shows(Layer::Features) {
        feature_layer::paint(frame, geometry, room);
    }
    if zoom >= REGIONS_FROM && layers.shows(Layer::Regions) {
        let places = &frame.state.world.dossier.places;
        let pins = places.iter().filter_map(|place| Some((place, place.pin_position()?)));
        known.extend(pins.map(|(place, at)| {
            let [name, _] = frame.name_lines(&place.names, Named::Pin);
            (name, Rect::from_pos(frame.view.screen_from_geo(at)))
        }));
        for region in geometry.regions.iter().enumerate() {
            paint_region(frame, region, &known, room);
        }
    }
    for country in neighbours.into_iter().enumerate() {
        paint_neighbour(frame, country, room);
    }
    for town in towns(false).filter(|_| shows_towns) {
        paint_town(frame, town, room);
    }
    named
}

/// Names a region, but not beside a town of the same name, which would look named twice.
fn paint_region(
    frame: &Frame<'_>,
    (index, region): (usize, &RegionLabel),
    towns: &[(&str, Rect)],
    room: &mut Room,
) {
    let slanted = |style| TextStyle { slant_degrees: SLANT, ..style };
    let styles = [TextStyle::new(14.0, 18.0), TextStyle::new(12.0, 16.0)].map(slanted);
    let at = frame.view.screen_from_world(region.at);
    let names = frame.name_lines(&region.names, Named::Region);
    let [name, _] = names;
    let near = |(town, rect): &(&str, Rect)| *town == name && rect.distance_to_pos(at) < NAMESAKE;
    if towns.iter().any(near) {
        return;
    }
    paint_centered(frame, ((Remembered::Region, index), at), names, styles, room);
}

fn paint_neighbour(frame: &Frame<'_>, (index, country): (usize, &CountryLabel), room: &mut Room) {
    let size = by_zoom(frame.view.camera.zoom, [12.0, 14.0, 14.0]);
    let styles = [TextStyle::new(size, size + 4.0), TextStyle::new(12.0, 16.0)];
    let at = frame.view.screen_from_world(country.at);
    let names = frame.name_lines(&country.names, Named::Neighbour);
    paint_centered(frame, ((Remembered::Neighbour, index), at), names, styles, room);
}

/// Size at zoom 5 and less, 6 to 8, and 8 and more.
pub(super) fn by_zoom(zoom: f64, sizes: [f32; 3]) -> f32 {
    let [far, middle, near] = sizes;
    if zoom < 6.0 {
        far
    } else if zoom < 8.0 {
        middle
    } else {
        near
    }
}

/// Spots all over the map, those halfway between its middle and its edge first, each with the country that it is in.
fn country_spots(frame: &Frame<'_>) -> Vec<(Pos2, Option<Country>)> {
    let Frame { view, state, .. } = *frame;
    let share = |index: u8| (f32::from(index) + 1.0) / (f32::from(SPOTS) + 1.0);
    let all = (0..SPOTS).flat_map(|y| (0..SPOTS).map(move |x| vec2(share(x), share(y))));
    let mut all: Vec<Vec2> = all.collect();
    let from_ring = |share: &Vec2| ((*share - Vec2::splat(0.5)).length() - SPOTS_RING).abs();
    all.sort_by(|a, b| from_ring(a).total_cmp(&from_ring(b)));
    let borders = &state.world.borders;
    let at = |share| view.free.lerp_inside(share);
    all.into_iter().map(at).map(|at| (at, borders.country_at(view.geo_from_screen(at)))).collect()
}

/// What of a country's name is set.
#[derive(Clone, Copy)]
enum Shown {
    /// The name, and under it that of the other script.
    Both,
    /// The name alone.
    First,
    /// The name alone, a line for each of its words.
    Broken,
}

/// Says where the name stands, if it has room: as large as the zoom has it, or smaller, or small
/// without the second name, or its words one below the other.
fn paint_country(
    frame: &Frame<'_>,
    (index, country): (usize, &CountryLabel),
    spots: &[(Pos2, Option<Country>)],
    room: &mut Room,
) -> Option<Rect> {
    let Frame { painter, view, state, kit, .. } = *frame;
    let zoom = view.camera.zoom;
    let at = view.screen_from_world(country.at);
    let full = country_size(country, zoom);
    let looks = [
        (full, Shown::Both),
        (0.72 * full, Shown::Both),
        (0.72 * full, Shown::First),
        (12.0, Shown::First),
        (12.0, Shown::Broken),
    ];
    let looks = looks.map(|(size, shown)| (size.max(12.0), shown));
    let labels = looks.map(|(size, shown)| country_label(frame, country, size, shown));
    // It may move a little to keep clear of pins, but not out of its country.
    let options = labels.iter().zip(looks).flat_map(|(label, (size, _))| {
        let step = 0.6 * size.max(20.0);
        let rings = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 4.0, -4.0, 5.0, -5.0, 6.0, -6.0];
        let ways = rings.into_iter().flat_map(move |dy| rings.map(|dx| step * vec2(dx, dy)));
        let near = ways.map(move |way| at + way);
        // Close up its middle is off the map: it then stands wherever the country is seen.
        let near = near.map(|at| Rect::from_center_size(at, label.size()));
        // What is another country's keeps its number among the options, and has no room.
        let seen = spots.iter().map(|(at, of)| {
            let is_home = *of == country.country;
            if is_home { Rect::from_center_size(*at, label.size()) } else { Rect::NOTHING }
        });
        near.chain(seen)
    });
    let borders = &state.world.borders;
    let at_home = |rect: &Rect| {
        let line = [rect.left_center(), rect.center(), rect.right_center()];
        let air = rect.expand(8.0);
        let corners = [air.left_top(), air.right_top(), air.left_bottom(), air.right_bottom()];
        // From far off a small country's name may touch its borders.
        let corners = corners.iter().filter(|_| zoom >= 7.0);
        let mut all = line.iter().chain(corners);
        all.all(|p| borders.country_at(view.geo_from_screen(*p)) == country.country)
    };
    let key = (Remembered::Country, index);
    let (rect, share) = room.place_label(key, 0.0, &options, at_home)?;
    // The corners of a rectangle are rounded, and its size with them.
    let label = labels.into_iter().find(|label| (label.size() - rect.size()).length() < 0.1)?;
    label.faded(share).paint(painter, rect, rect.center(), kit.theme.map.halo);
    Some(rect)
}

/// Size of a country's name. Close up, where everybody knows, it is no louder than a town's.
fn country_size(country: &CountryLabel, zoom: f64) -> f32 {
    if zoom >= 10.0 {
        20.0
    } else if country.small {
        by_zoom(zoom, [12.0, 20.0, 28.0])
    } else {
        by_zoom(zoom, [20.0, 28.0, 40.0])
    }
}

fn country_label(frame: &Frame<'_>, country: &CountryLabel, size: f32, shown: Shown) -> Label {
    let Frame { painter, view, kit, .. } = *frame;
    let (lang, map) = (kit.words.lang(), &kit.theme.map);
    let [name, local] = frame.name_lines(&country.names, Named::Country);
    let arabic_step = if lang == Lang::Ar && view.camera.zoom < 6.0 { 2.0 } else { 0.0 };
    // Arabic letters reach further down.
    let leading = if lang == Lang::Ar { 1.5 } else { 1.25 };
    let first = size + arabic_step;
    let first = TextStyle::new(first, leading * first).weight(650.0);
    let second = TextStyle::new((0.55 * size).max(12.0), (0.8 * size).max(16.0)).weight(400.0);
    let spaced = |style: TextStyle, em: f32| TextStyle { letter_spacing: em, ..style };
    let (top, below) = if lang == Lang::Ar {
        (first, spaced(second, 0.12))
    } else {
        (spaced(first, if country.small { 0.06 } else { 0.3 }), second)
    };
    let local = if lang == Lang::Ar { local.to_uppercase() } else { local.to_owned() };
    let name = name.to_uppercase();
    let name_look = LineLook { style: top, color: map.label };
    let lines: Vec<_> = match shown {
        Shown::Both => {
            vec![(name.as_str(), name_look), (&local, LineLook { style: below, color: map.town })]
        }
        Shown::First => vec![(name.as_str(), name_look)],
        Shown::Broken => name.split_whitespace().map(|word| (word, name_look)).collect(),
    };
    Label::new(painter.ctx(), kit.text, &lines)
}

/// Paints the names of an area about the point `at`: both, or the first where both do not fit.
fn paint_centered(
    frame: &Frame<'_>,
    (key, at): (LabelKey, Pos2),
    names: [&str; 2],
    styles: [TextStyle; 2],
    room: &mut Room,
) {
    let Frame { painter, view, kit, .. } = *frame;
    if !view.rect.contains(at) {
        return;
    }
    let map = &kit.theme.map;
    let color = if key.0 == Remembered::Region { map.town } else { map.neighbour };
    let ([first, second], [style, under]) = (names, styles);
    let both = [
        (first, LineLook { style, color }),
        (second, LineLook { style: under, color: color.gamma_multiply(0.9) }),
    ];
    for lines in [&both[..], &both[..1]].into_iter().skip(usize::from(second.is_empty())) {
        let label = Label::new(painter.ctx(), kit.text, lines);
        let option = std::iter::once(Rect::from_center_size(at, label.size()));
        if let Some((rect, share)) = room.place_label(key, 0.0, &option, |_| true) {
            label.faded(share).paint(painter, rect, at, kit.theme.map.halo);
            return;
        }
    }
}

/// The zoom from which a town is named. The neighbours' towns come later than ours.
fn shown_from(town: &TownLabel) -> f64 {
    let own = match town.rank {
        PlaceRank::NationalCapital => 4.2,
        PlaceRank::City => 4.6,
        PlaceRank::Town => 6.6,
        PlaceRank::Small => 8.0,
    };
    if town.own { own } else { own + 1.6 }
}

/// Says where the name stands, if it has room.
fn paint_town(
    frame: &Frame<'_>,
    (index, town): (usize, &TownLabel),
    room: &mut Room,
) -> Option<Rect> {
    let Frame { painter, view, kit, .. } = *frame;
    let spot = view.screen_from_world(town.at);
    if !view.rect.contains(spot) {
        return None;
    }
    let (zoom, lang) = (view.camera.zoom, kit.words.lang());
    let map = &kit.theme.map;
    let size = match (town.rank, town.own) {
        (PlaceRank::NationalCapital | PlaceRank::City, true) => by_zoom(zoom, [12.0, 14.0, 16.0]),
        _ => by_zoom(zoom, [12.0, 12.0, 14.0]),
    };
    let color = if town.own { map.town } else { map.neighbour };
    let [name, second] = frame.name_lines(&town.names, Named::Town);
    let lines = [
        (name, LineLook { style: TextStyle::new(size, size + 4.0), color }),
        (second, LineLook { style: TextStyle::new(12.0, 16.0), color: color.gamma_multiply(0.9) }),
    ];
    let label = Label::new(painter.ctx(), kit.text, &lines);
    let sides = if lang == Lang::Ar { Side::RTL } else { Side::LTR };
    let dot = Rect::from_center_size(spot, Vec2::splat(5.0));
    if !room.is_free(dot) {
        return None;
    }
    let options = sides.map(|side| side.rect(spot, label.size(), 6.0));
    // An overview shows few towns; a close view all that fit.
    let air = ((6.5 - zoom) * 12.0).clamp(0.0, 20.0) as f32;
    let key = (Remembered::Town, index);
    let (rect, share) = room.place_label(key, air, &options.into_iter(), |_| true)?;
    room.take(dot);
    let ink = map.label.gamma_multiply(share);
    if town.rank == PlaceRank::NationalCapital {
        painter.circle_stroke(spot, 5.0, Stroke::new(3.0, map.halo.gamma_multiply(share)));
        painter.circle_stroke(spot, 5.0, Stroke::new(1.2, ink));
        painter.circle_filled(spot, 2.0, ink);
    } else {
        painter.circle(spot, 2.5, ink, Stroke::new(1.0, map.halo.gamma_multiply(share)));
    }
    label.faded(share).paint(painter, rect, spot, map.halo);
    Some(rect)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_without_an_arabic_name_is_named_once() {
        let names = Names { ar: String::new(), fr: "Bourem".into(), en: "Bourem".into() };
        assert_eq!((first_name(&names, Lang::Ar), second_name(&names, Lang::Ar)), ("Bourem", ""));
        assert_eq!((first_name(&names, Lang::En), second_name(&names, Lang::En)), ("Bourem", ""));
    }
}
