//! What the program is, whose data it shows, under which terms, and what it does not claim.

use super::widgets::{BODY, PADDING, paragraph};
use crate::geodata::Manifest;
use crate::i18n::{Args, key};
use crate::map::controls::IconButton;
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::text::{TextStyle, ltr};
use egui::{Area, Context, Frame, Id, Order, Rect, ScrollArea, Stroke, Ui, Vec2, pos2};
use std::sync::LazyLock;

const WIDTH: f32 = 460.0;

/// The lines of the manifest; read once.
static CREDITS: LazyLock<Vec<String>> = LazyLock::new(|| match Manifest::embedded() {
    Ok(manifest) => manifest.credits_with_licences(),
    Err(error) => {
        tracing::error!(%error, "the credits cannot be read");
        Vec::new()
    }
});

fn open_id() -> Id {
    Id::unique("about is open")
}

/// Opens the box where it is closed, and closes it where it is open.
pub(super) fn toggle(ctx: &Context) {
    ctx.data_mut(|data| {
        let open = data.get_temp_mut_or_default::<bool>(open_id());
        *open = !*open;
    });
}

/// Shows the box over the map, if it is open.
pub(super) fn show(ui: &Ui, kit: Kit<'_>) {
    if !ui.data(|data| data.get_temp(open_id())).unwrap_or(false) {
        return;
    }
    let room = ui.available_rect_before_wrap();
    let width = WIDTH.min(room.width() - 32.0);
    if width < 2.0 * PADDING + 40.0 {
        return;
    }
    let colors = &kit.theme.ui;
    let frame = Frame::new()
        .fill(colors.raised)
        .stroke(Stroke::new(1.0, colors.hairline))
        .corner_radius(8.0)
        .shadow(kit.theme.card_shadow())
        .inner_margin(PADDING);
    let corner = pos2(room.center().x - 0.5 * width, room.top() + 64.0);
    let height = (room.height() - 96.0 - 2.0 * PADDING).max(60.0);
    Area::new(Id::unique("about")).order(Order::Foreground).fixed_pos(corner).show(
        ui.ctx(),
        |ui| {
            frame.show(ui, |ui| {
                ui.set_max_size(Vec2::new(width - 2.0 * PADDING, height));
                ui.set_min_width(width - 2.0 * PADDING);
                ScrollArea::vertical().max_height(height).show(ui, |ui| {
                    ui.spacing_mut().item_spacing = Vec2::ZERO;
                    words(ui, kit);
                });
            });
        },
    );
}

fn words(ui: &mut Ui, kit: Kit<'_>) {
    let colors = &kit.theme.ui;
    let whole = ui.available_rect_before_wrap();
    let x = if kit.is_rtl() { whole.left() } else { whole.right() - 28.0 };
    let close = Rect::from_min_size(pos2(x, whole.top()), Vec2::splat(28.0));
    if IconButton::new(key::ACTION_CLOSE, Icon::Close).show(ui, close, kit).clicked() {
        toggle(ui.ctx());
    }
    let title = TextStyle::new(16.0, 24.0).weight(700.0);
    paragraph(ui, kit, &kit.words.text(key::APP_NAME), &title, colors.text);
    let version = Args::new().text("version", env!("CARGO_PKG_VERSION"));
    paragraph(ui, kit, &kit.words.format(key::ABOUT_VERSION, version), &NOTE, colors.muted);
    ui.add_space(12.0);
    paragraph(ui, kit, &kit.words.text(key::ABOUT_TEXT), &BODY, colors.text);
    ui.add_space(16.0);
    let heading = NOTE.weight(600.0);
    paragraph(ui, kit, &kit.words.text(key::CREDITS_HEADING), &heading, colors.muted);
    ui.add_space(4.0);
    for credit in CREDITS.iter() {
        paragraph(ui, kit, &ltr(credit), &NOTE, colors.text);
        ui.add_space(2.0);
    }
    paragraph(ui, kit, &kit.words.text(key::CREDIT_FONTS), &NOTE, colors.text);
    ui.add_space(12.0);
    paragraph(ui, kit, &kit.words.text(key::DISCLAIMER_BOUNDARIES), &NOTE, colors.muted);
}
