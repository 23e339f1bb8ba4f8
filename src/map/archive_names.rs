//! The names of the reader's own archive: its places, where the map's own names leave room.

use super::archive::TilePlace;
use super::geometry::MapGeometry;
use super::labels::{Label, LineLook, by_zoom};
use super::name_lines::Named;
use super::paint::Frame;
use super::placement::{Room, Side};
use super::standing::Named as Remembered;
use super::view::WorldXy;
use crate::geodata::{Lang, Names};
use crate::i18n::fold;
use crate::text::TextStyle;
use egui::{Rect, Stroke, Vec2};
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

/// Most places of a frame that are looked at: as many names fill any screen.
const MOST: usize = 150;
/// How far apart two of one name are one place, as a share of the world: 15 km at the equator.
const SAME: f64 = 15.0 / 40_075.0;

/// Paints the names of `places` in what is left of `room`.
pub(super) fn paint<'a>(
    frame: &Frame<'_>,
    places: impl Iterator<Item = (WorldXy, &'a TilePlace)>,
    geometry: &MapGeometry,
    room: &mut Room,
) {
    let Frame { view, .. } = *frame;
    let zoom = view.camera.zoom;
    let mut shown: Vec<_> = places
        .filter(|(at, place)| {
            zoom >= shown_from(place.rank) && view.rect.contains(view.screen_from_world(*at))
        })
        .collect();
    shown.sort_by_key(|(_, place)| place.rank);
    shown.truncate(MOST);
    if shown.is_empty() {
        return;
    }
    let own = OwnNames::near(frame, geometry);
    for (at, place) in shown {
        if !own.has(at, &place.names) {
            paint_place(frame, at, place, room);
        }
    }
}

/// The zoom from which places of a rank are named: some archives have villages in every tile.
fn shown_from(rank: u8) -> f64 {
    match rank {
        0 => 0.0,
        1 => 6.0,
        2 => 8.0,
        _ => 10.5,
    }
}

/// What the map names itself: a place with two names beside each other would look like two.
struct OwnNames<'a>(Vec<(WorldXy, &'a Names)>);

impl<'a> OwnNames<'a> {
    /// Those of towns and pins.
    fn near(frame: &Frame<'a>, geometry: &'a MapGeometry) -> Self {
        let is_near = |at: WorldXy| {
            let margin = 4.0 * frame.view.rect.size().max_elem();
            frame.view.rect.expand(margin).contains(frame.view.screen_from_world(at))
        };
        let towns = geometry.towns.iter().map(|town| (town.at, &town.names));
        let pins = frame
            .state
            .world
            .dossier
            .places
            .iter()
            .filter_map(|place| Some((WorldXy::from_geo(place.pin_position()?), &place.names)));
        Self(towns.chain(pins).filter(|(at, _)| is_near(*at)).collect())
    }

    fn has(&self, at: WorldXy, names: &Names) -> bool {
        // Folding takes longer than measuring, and few are so near.
        let mut near =
            self.0.iter().filter(|(own, _)| (own.x - at.x).hypot(own.y - at.y) < SAME).peekable();
        if near.peek().is_none() {
            return false;
        }
        let names = folded(names);
        near.any(|(_, own)| folded(own).iter().zip(&names).any(|(a, b)| !a.is_empty() && a == b))
    }
}

fn folded(names: &Names) -> [String; 3] {
    [&names.ar, &names.fr, &names.en].map(|name| fold::text(name))
}

fn paint_place(frame: &Frame<'_>, at: WorldXy, place: &TilePlace, room: &mut Room) {
    let Frame { painter, view, kit, .. } = *frame;
    let spot = view.screen_from_world(at);
    let map = &kit.theme.map;
    let near = by_zoom(view.camera.zoom, [12.0, 13.0, 14.0]);
    let size = if place.rank < 2 { near } else { 12.0 };
    let [name, second] = frame.name_lines(&place.names, Named::Town);
    let color = map.neighbour;
    let lines = [
        (name, LineLook { style: TextStyle::new(size, size + 4.0), color }),
        (second, LineLook { style: TextStyle::new(12.0, 16.0), color: color.gamma_multiply(0.9) }),
    ];
    let label = Label::new(painter.ctx(), kit.text, &lines);
    let dot = Rect::from_center_size(spot, Vec2::splat(4.0));
    if !room.is_free(dot) {
        return;
    }
    let sides = if kit.words.lang() == Lang::Ar { Side::RTL } else { Side::LTR };
    let options = sides.map(|side| side.rect(spot, label.size(), 6.0));
    // The same in the tiles of every zoom, though not to the last digit.
    let seed = BuildHasherDefault::<DefaultHasher>::new();
    let key = (Remembered::Archive, seed.hash_one(&place.names.fr) as usize);
    let placed = room.place_label(key, 4.0, &options.into_iter(), |_| true);
    let Some((rect, share)) = placed else { return };
    room.take(dot);
    let ink = color.gamma_multiply(share);
    painter.circle(spot, 2.0, ink, Stroke::new(1.0, map.halo.gamma_multiply(share)));
    label.faded(share).paint(painter, rect, spot, map.halo);
}
