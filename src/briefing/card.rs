//! The card of a scene: its text, and where the article's words come from.

use super::text::SceneText;
use crate::dossier::Scene;
use crate::map::kit::Kit;
use crate::state::AppState;
use crate::state::scene_words::{SceneWords, cited};
use crate::text::TextStyle;
use egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Room between the card's edge and its text.
const PADDING: f32 = 32.0;
/// On the canvas of a briefing, which is drawn larger than 1920 by 1080, this is the usual size.
const USUAL: f32 = 0.86;

/// Shows the card in `rect`.
pub(super) fn show(ui: &Ui, state: &AppState, kit: Kit<'_>, scene: &Scene, rect: Rect) {
    let colors = &kit.theme.ui;
    let painter = ui.painter().with_clip_rect(rect);
    ui.painter().add(kit.theme.card_shadow().as_shape(rect, 8.0));
    painter.rect(rect, 8.0, colors.panel, Stroke::new(1.0, colors.hairline), StrokeKind::Inside);
    let inner = rect.shrink(PADDING);
    let source = cited(&state.world, kit.words);
    let style = TextStyle::new(12.0, 16.0);
    let source = kit.text.paragraph(ui.ctx(), &source, &style, inner.width(), Some(2));
    let room = vec2(inner.width(), inner.height() - source.size().y - 16.0);
    let said = SceneWords::new(&state.world, scene, kit.words);
    let number = state.briefing.as_ref().map_or(0, |briefing| briefing.scene) + 1;
    let text = SceneText::fitting(ui.ctx(), kit, (&said, number), room, USUAL);
    text.show(ui, kit, inner.min, rect);
    let left = if kit.is_rtl() { inner.right() - source.size().x } else { inner.left() };
    let at = Rect::from_min_size(pos2(left, inner.bottom() - source.size().y), source.size());
    let response = ui.interact(at, ui.scope_id().with("scene source"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, source.text()));
    painter.galley(at.min, source, colors.muted);
}
