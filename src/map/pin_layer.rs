//! The pins as they are painted: bodies and leaders first, names where there is room.

use super::furniture::Kit;
use super::labels::{Label, LineLook};
use super::name_lines::Named;
use super::paint::Frame;
use super::pin_layout::PlacedPin;
use super::pins::{self, PinLook, paint_number};
use super::placement::{Room, Side};
use crate::dossier::{Kind, Place, PlaceId};
use crate::geodata::Lang;
use crate::i18n::{Args, Key, key};
use crate::state::AppState;
use crate::text::TextStyle;
use egui::{Rect, Stroke, Vec2, vec2};

/// Room between the middle of a pin's head and its name: the head, its rim and a little air.
const NAME_CLEARANCE: f32 = 18.0;

/// How a place's pin looks now.
pub(super) fn look_of(place: &Place, state: &AppState, hovered: Option<&PlaceId>) -> PinLook {
    PinLook {
        selected: state.session.selected.as_ref() == Some(&place.id),
        hovered: hovered == Some(&place.id),
        ..PinLook::of(place)
    }
}

/// Takes the room that the pins and their numbers cover.
pub(super) fn take_room(frame: &Frame<'_>, placed: &[PlacedPin], room: &mut Room) {
    for pin in placed {
        room.take(pin.bounds());
        let place = frame.state.world.dossier.place(&pin.id);
        if place.is_some_and(|place| frame.number_of(place).is_some()) {
            room.take(Rect::from_center_size(pin.number_middle(), pins::NUMBER_SIZE));
        }
        // Names keep off the leader.
        let way = pin.tip - pin.spot;
        let steps = (way.length() / 6.0).ceil().max(1.0);
        for i in 0..=steps as u16 {
            let at = pin.spot + way * (f32::from(i) / steps);
            room.take(Rect::from_center_size(at, Vec2::splat(4.0)));
        }
    }
}

/// Paints halo, leaders, pins and numbers.
pub(super) fn paint_bodies(frame: &Frame<'_>, placed: &[PlacedPin]) {
    let Frame { painter, state, kit, .. } = *frame;
    let map = &kit.theme.map;
    for pin in placed.iter().filter(|pin| state.session.selected.as_ref() == Some(&pin.id)) {
        pins::paint_halo(painter, pin.spot, kit.theme);
    }
    for pin in placed.iter().filter(|pin| frame.hovered == Some(&pin.id)) {
        if let Some(share) = frame.pulse {
            pins::paint_pulse(painter, pin.spot, share, kit.theme);
        }
    }
    for pin in placed.iter().filter(|pin| pin.tip != pin.spot) {
        painter.line_segment([pin.spot, pin.tip], Stroke::new(3.5, map.halo));
        painter.line_segment([pin.spot, pin.tip], Stroke::new(1.2, map.label));
        painter.circle(pin.spot, 3.0, map.label, Stroke::new(1.0, map.halo));
    }
    let places = || placed.iter().filter_map(|p| Some((p, state.world.dossier.place(&p.id)?)));
    for (pin, place) in places() {
        pins::paint(painter, pin.tip, look_of(place, state, frame.hovered), kit.theme);
    }
    for (pin, place) in places() {
        if let Some(number) = frame.number_of(place) {
            let accent = state.session.selected.as_ref() == Some(&place.id);
            paint_number(painter, kit, pin.number_middle(), number, false, accent);
        }
    }
}

/// Paints the names: the selected place's first, then the others' in the article's order.
pub(super) fn paint_names(frame: &Frame<'_>, placed: &[PlacedPin], room: &mut Room) {
    let dossier = &frame.state.world.dossier;
    let mut by_rank: Vec<_> =
        placed.iter().filter_map(|pin| Some((pin, dossier.place(&pin.id)?))).collect();
    by_rank.sort_by_key(|(_, place)| {
        let selected = frame.state.session.selected.as_ref() == Some(&place.id);
        (!selected, place.number.unwrap_or(u8::MAX))
    });
    for (pin, place) in by_rank {
        paint_name(frame, place, pin, room);
    }
}

fn paint_name(frame: &Frame<'_>, place: &Place, pin: &PlacedPin, room: &mut Room) {
    let Frame { painter, view, state, kit, hovered, .. } = *frame;
    let look = look_of(place, state, hovered);
    let lang = kit.words.lang();
    let map = &kit.theme.map;
    let size = if look.selected { 16.0 } else { 14.0 };
    let weight = if look.context { 500.0 } else { 650.0 };
    let first =
        LineLook { style: TextStyle::new(size, size + 4.0).weight(weight), color: map.label };
    let second = LineLook { style: TextStyle::new(12.0, 16.0), color: map.town };
    let [name, other] = frame.name_lines(&place.names, Named::Pin);
    let head = pins::head_center(pin.tip, pin.scale);
    // Where both names do not fit, the reader's own may.
    for lines in [&[(name, first), (other, second)][..], &[(name, first)][..]] {
        let label = Label::new(painter.ctx(), kit.text, lines);
        if let Some(rect) = room.place(name_options(pin, label.size(), lang)) {
            label.paint(painter, rect, head, map.halo);
            return;
        }
    }
    if look.selected {
        // The selected place is always named, whatever lies under it.
        let label = Label::new(painter.ctx(), kit.text, &[(name, first)]);
        let rect = Side::Right.rect(head, label.size(), NAME_CLEARANCE * pin.scale);
        let rect = rect.translate(vec2((view.rect.right() - rect.right()).min(0.0), 0.0));
        room.take(rect);
        label.paint(painter, rect, head, map.halo);
    }
}

/// Where a pin's name may stand, best first: beside the head, a little higher or lower, above,
/// or below the number.
fn name_options(pin: &PlacedPin, size: Vec2, lang: Lang) -> impl Iterator<Item = Rect> {
    let head = pins::head_center(pin.tip, pin.scale);
    let clearance = NAME_CLEARANCE * pin.scale;
    let [first, second, ..] = if lang.is_rtl() { Side::RTL } else { Side::LTR };
    let beside = [0.0, 12.0, -12.0, 26.0, 40.0, -26.0].into_iter().flat_map(move |lower| {
        [first, second].map(|side| side.rect(head + vec2(0.0, lower), size, clearance))
    });
    let above = Side::Above.rect(head, size, clearance);
    let below = Side::Below.rect(pin.tip + vec2(0.0, 20.0), size, 10.0 * pin.scale);
    beside.chain([above, below])
}

/// What a screen reader says of a pin: number, name and kind.
pub(super) fn pin_name(place: &Place, kit: Kit<'_>) -> String {
    let name = Args::new().text("place", place.names.get(kit.words.lang()));
    if place.basis.is_context() {
        return kit.words.format(key::PIN_NAME_CONTEXT, name);
    }
    let named = name.text("kind", kit.words.text(kind_key(place.kind)));
    match place.number {
        Some(number) => kit.words.format(key::PIN_NAME, named.plain("number", number)),
        None => kit.words.format(key::PIN_NAME_UNNUMBERED, named),
    }
}

/// The catalogue's key of a kind.
#[must_use]
pub const fn kind_key(kind: Kind) -> Key {
    match kind {
        Kind::Battle => key::KIND_BATTLE,
        Kind::Seizure => key::KIND_SEIZURE,
        Kind::Coup => key::KIND_COUP,
        Kind::Diplomacy => key::KIND_DIPLOMACY,
        Kind::Government => key::KIND_GOVERNMENT,
        Kind::Mention => key::KIND_MENTION,
    }
}
