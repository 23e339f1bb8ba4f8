//! What a file will look like before it is saved.

use super::row::{At, Row, text_in};
use super::widgets::BODY;
use crate::i18n::{Args, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::{AppState, Form, Glance, Notice, Pixels, saving, scenes};
use egui::{
    Color32, ColorImage, Id, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions,
    Ui, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// Height of the preview, and of one that is words.
const HEIGHT: f32 = 280.0;
const WORDS: f32 = 88.0;

/// Shows the last preview, dimmed while a newer one is made, and what is to be said of it.
pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>) {
    let is_picture = state.session.export.form.is_picture();
    let height = if is_picture { HEIGHT } else { WORDS };
    let size = vec2(ui.available_width(), height);
    let (rect, ground) = ui.allocate_exact_size(size, Sense::hover());
    let colors = &kit.theme.ui;
    ui.painter().rect(
        rect,
        8.0,
        colors.field,
        Stroke::new(1.0, colors.hairline),
        StrokeKind::Inside,
    );
    let said = said(state, kit);
    let name = kit.words.text(key::EXPORT_PREVIEW);
    let heard = [name.as_ref()].into_iter().chain(said.as_deref());
    let heard = heard.collect::<Vec<_>>().join(&kit.words.text(key::LIST_COMMA));
    ground.widget_info(|| WidgetInfo::labeled(Role::Image, true, &heard));
    let preview = &state.saving.preview;
    let shown = match &preview.shown {
        Some(Glance::Picture(pixels)) if is_picture => Some(pixels),
        _ => None,
    };
    if let Some(pixels) = shown {
        let tint = if preview.is_old { Color32::from_gray(96) } else { Color32::WHITE };
        picture(ui, kit, rect.shrink(1.0), pixels, tint);
    }
    // A picture speaks for itself, unless it is an old one.
    if let Some(words) = said.filter(|_| shown.is_none()) {
        let obstacle = saving::obstacle(state).is_some();
        let ink = if obstacle { colors.bad } else { colors.muted };
        let galley = kit.text.paragraph(ui.ctx(), &words, &BODY, rect.width() - 32.0, None);
        let top = rect.center().y - 0.5 * galley.size().y;
        let at = Rect::from_min_size(
            pos2(rect.left() + 16.0, top),
            vec2(rect.width() - 32.0, galley.size().y),
        );
        let x = if kit.is_rtl() { at.right() - galley.size().x } else { at.left() };
        ui.painter().galley(pos2(x, top), galley, ink);
    }
    if is_picture {
        caption(ui, state, kit);
    }
}

/// What is said instead of a picture.
fn said(state: &AppState, kit: Kit<'_>) -> Option<String> {
    let what = match state.session.export.form {
        Form::Handout => Some(key::EXPORT_PREVIEW_HANDOUT),
        Form::Dossier => Some(key::EXPORT_PREVIEW_DOSSIER),
        _ => None,
    };
    if let Some(what) = what {
        return Some(saving::obstacle(state).map_or_else(
            || {
                let scenes = scenes::all(state).len() as u32;
                kit.words.format(what, Args::new().plain("scenes", scenes))
            },
            |notice: Notice| notice.words(kit.words),
        ));
    }
    let preview = &state.saving.preview;
    let is_picture = state.session.export.form.is_picture();
    match &preview.shown {
        Some(Glance::Table { rows, columns }) if !is_picture => {
            let args = Args::new().plain("rows", *rows).plain("columns", *columns);
            Some(kit.words.format(key::EXPORT_PREVIEW_TABLE, args))
        }
        Some(Glance::Failed(problem)) if !preview.is_old => {
            let args = Args::new().text("problem", problem.as_str());
            Some(kit.words.format(key::EXPORT_PREVIEW_FAILED, args))
        }
        Some(Glance::TilesMissing) if !preview.is_old => {
            Some(Notice::TilesMissing.words(kit.words))
        }
        Some(Glance::Picture(_)) if is_picture && !preview.is_old => None,
        _ => Some(kit.words.text(key::EXPORT_PREVIEW_MAKING).into_owned()),
    }
}

/// The picture in the middle of `rect`, no larger than it was made.
fn picture(ui: &Ui, kit: Kit<'_>, rect: Rect, pixels: &Arc<Pixels>, tint: Color32) {
    let texture = texture(ui, pixels);
    let made = texture.size_vec2() / ui.ctx().pixels_per_point();
    let scale = (rect.width() / made.x).min(rect.height() / made.y).min(1.0);
    let place = Rect::from_center_size(rect.center(), made * scale);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), place, whole, tint);
    let edge = Stroke::new(1.0, kit.theme.ui.hairline);
    ui.painter().rect_stroke(place, 0.0, edge, StrokeKind::Outside);
}

/// The picture on the graphics card: sent there once.
fn texture(ui: &Ui, pixels: &Arc<Pixels>) -> TextureHandle {
    type Sent = (Arc<Pixels>, TextureHandle);
    let id = Id::unique("preview of what is saved");
    let sent = ui.data(|data| data.get_temp::<Sent>(id));
    if let Some((_, texture)) = sent.filter(|(of, _)| Arc::ptr_eq(of, pixels)) {
        return texture;
    }
    let size = pixels.size.map(|side| side as usize);
    let image = ColorImage::from_rgb(size, &pixels.rgb);
    let texture = ui.ctx().load_texture("preview", image, TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp(id, (pixels.clone(), texture.clone())));
    texture
}

/// How large the picture will be, where the window does not say it.
fn caption(ui: &mut Ui, state: &AppState, kit: Kit<'_>) {
    let Some([width, height]) = state.session.export.pixels() else { return };
    let row = Row::allocate(ui, kit, 24.0);
    let number = |side: u32| kit.words.numbers().plain(side.into());
    let args = Args::new().text("width", number(width)).text("height", number(height));
    let words = kit.words.format(key::EXPORT_SIZE, args);
    let galley = kit.text.ellipsized(ui.ctx(), &words, &NOTE, row.rest().width());
    text_in(ui, kit, row.rest(), galley, kit.theme.ui.muted, At::Start);
}
