//! What the signs on the map mean: of those that the dossier has.

use super::row::{At, Row, text_in};
use super::widgets::BODY;
use crate::dossier::Kind;
use crate::i18n::{Key, key};
use crate::map::kind_key;
use crate::map::kit::Kit;
use crate::map::pins::{self, PinLook};
use crate::state::AppState;
use egui::{Rect, Shape, Stroke, Ui, pos2};

const ROW: f32 = 40.0;

/// Shows a row for each sign.
pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>) {
    let places = &state.world.dossier.places;
    let looks: Vec<PinLook> = places.iter().map(PinLook::of).collect();
    for kind in Kind::ALL {
        let of_kind = |look: &&PinLook| look.kind == kind && !look.context;
        let Some(look) = looks.iter().find(of_kind) else { continue };
        let look = PinLook { vague: false, ..*look };
        row(ui, kit, kind_key(kind), |ui, cell| pin(ui, kit, cell, look));
    }
    if let Some(look) = looks.iter().find(|look| look.context) {
        row(ui, kit, key::LEGEND_CONTEXT, |ui, cell| pin(ui, kit, cell, *look));
    }
    if let Some(look) = looks.iter().find(|look| look.vague) {
        row(ui, kit, key::LEGEND_VAGUE, |ui, cell| {
            pins::paint_ring_sign(ui.painter(), cell.center(), look.kind);
        });
    }
    row(ui, kit, key::LEGEND_DISPUTED, |ui, cell| {
        let line = [cell.left_center(), cell.right_center()];
        let stroke = Stroke::new(1.5, kit.theme.ui.muted);
        ui.painter().extend(Shape::dashed_line(&line, stroke, 3.0, 4.0));
    });
}

fn pin(ui: &Ui, kit: Kit<'_>, cell: Rect, look: PinLook) {
    pins::paint(ui.painter(), pos2(cell.center().x, cell.center().y + 16.0), look, kit.theme);
}

fn row(ui: &mut Ui, kit: Kit<'_>, name: Key, sign: impl FnOnce(&Ui, Rect)) {
    let room = ui.available_width() - 44.0;
    let words = kit.text.paragraph(ui.ctx(), &kit.words.text(name), &BODY, room, None);
    let mut row = Row::allocate(ui, kit, (words.size().y + 12.0).max(ROW));
    sign(ui, row.start(32.0));
    row.start(12.0);
    text_in(ui, kit, row.rest(), words, kit.theme.ui.text, At::Start);
}
