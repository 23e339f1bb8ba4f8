//! The small card under the pointer: a place's names, its first words, its nearest border.

use super::kit::{Kit, NOTE};
use super::labels::second_name;
use crate::dossier::Place;
use crate::i18n::{Args, key};
use crate::state::{AppState, Measured, selectors};
use crate::text::{Direction, TextStyle};
use egui::{LayerId, Order, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

/// How long the pointer rests before the card comes, in seconds.
pub(super) const DELAY: f64 = 0.2;
/// Width of the card.
const WIDTH: f32 = 280.0;
const PADDING: f32 = 16.0;

/// Paints the card of `place` beside its pin.
pub(super) fn show(ui: &Ui, state: &AppState, kit: Kit<'_>, place: &Place, pin: Rect, map: Rect) {
    let lang = kit.words.lang();
    let ctx = ui.ctx();
    let colors = &kit.theme.ui;
    let inner = WIDTH - 2.0 * PADDING;
    let name = kit.text.ellipsized(
        ctx,
        place.names.get(lang),
        &TextStyle::new(16.0, 24.0).weight(600.0),
        inner,
    );
    let second = kit.text.line(ctx, second_name(&place.names, lang), &NOTE);
    let quotation = TextStyle::new(14.0, 24.0).direction(Direction::Rtl);
    let excerpt = state.world.dossier.excerpts_of(&place.id).first().map(|e| e.text());
    let excerpt = excerpt.map(|words| kit.text.paragraph(ctx, &words, &quotation, inner, Some(2)));
    let border = selectors::measured(&state.world, place).map(|m| nearest_words(state, kit, m));
    let border = border.map(|words| kit.text.paragraph(ctx, &words, &NOTE, inner, None));
    let mut height = 2.0 * PADDING + name.size().y;
    for galley in [&excerpt, &border].into_iter().flatten() {
        height += galley.size().y + 8.0;
    }
    let rect = beside(pin, vec2(WIDTH, height), map);
    let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, ui.scope_id().with("hover card")));
    painter.add(kit.theme.card_shadow().as_shape(rect, 8.0));
    painter.rect(rect, 8.0, colors.raised, Stroke::new(1.0, colors.hairline), StrokeKind::Inside);
    let (left, right) = (rect.left() + PADDING, rect.right() - PADDING);
    let mut top = rect.top() + PADDING;
    let at_start = |width: f32| if kit.is_rtl() { right - width } else { left };
    let beside_name = if kit.is_rtl() {
        right - name.size().x - 8.0 - second.size().x
    } else {
        left + name.size().x + 8.0
    };
    if second.size().x + name.size().x + 8.0 <= inner {
        painter.galley(pos2(beside_name, top + 5.0), second, colors.muted);
    }
    let name_height = name.size().y;
    painter.galley(pos2(at_start(name.size().x), top), name, colors.text);
    top += name_height + 8.0;
    for (galley, color) in [(excerpt, colors.text), (border, colors.muted)] {
        if let Some(galley) = galley {
            let height = galley.size().y;
            painter.galley(pos2(left, top), galley, color);
            top += height + 8.0;
        }
    }
}

/// "nearest border: Algeria–Mali, 196 km", or that the place is at the border.
fn nearest_words(state: &AppState, kit: Kit<'_>, measured: &Measured) -> String {
    let hit = measured.nearest();
    let unit = state.session.unit;
    let figure = kit.words.border_figure(hit.distance, measured.uncertainty(hit), unit);
    if !figure.certain {
        return kit.words.side_uncertain(&figure);
    }
    let between = measured.nearest_name(&state.world, kit.words);
    let nearest = Args::new().text("border", between).text("distance", figure.words);
    kit.words.format(key::NEAREST_BORDER, nearest)
}

/// Beside the pin where the map has most room.
fn beside(pin: Rect, size: Vec2, map: Rect) -> Rect {
    let right = pin.right() + 12.0;
    let x = if right + size.x <= map.right() - 8.0 { right } else { pin.left() - 12.0 - size.x };
    let x = x.clamp(map.left() + 8.0, (map.right() - 8.0 - size.x).max(map.left() + 8.0));
    let y = (pin.center().y - 0.5 * size.y)
        .clamp(map.top() + 8.0, (map.bottom() - 8.0 - size.y).max(map.top() + 8.0));
    Rect::from_min_size(pos2(x, y), size)
}
