//! The plate: a picture that is finished, with title, column, sources and the map in its frame.
//!
//! It is laid out in points of which a sheet of A4 across has 1754 by 1240 (150 to the inch); every
//! other size is the same number of them in another shape, so that its text is as large in relation.

mod claim;
mod column;
mod foot;
mod frame;
mod legend;

use crate::geodata::GeodataError;
use crate::i18n::{Args, Words, key};
use crate::map::kit::Kit;
use crate::map::view::View;
use crate::map::{MapPainter, view_of};
use crate::state::scene_words::cited;
use crate::state::{AppState, Destination, briefing, scene_words, scenes, selectors};
use crate::text::{Direction, TextStyle};
use egui::{Rect, Stroke, Ui, pos2, vec2};

/// Points of a sheet of A4.
const SHEET: f32 = 1754.0 * 1240.0;
/// Points of the shorter side at least: a long narrow strip has smaller text.
const NARROWEST: f32 = 720.0;
/// Room round everything.
const MARGIN: f32 = 48.0;
/// Width of the column beside the map, and its share of the height where it is below.
const COLUMN: f32 = 432.0;
const COLUMN_BELOW: f32 = 0.38;
/// Room between map and column.
const GAP: f32 = 32.0;
/// Room for the degrees outside the map's frame.
const DEGREES: f32 = 26.0;
/// Sizes of the title that are tried until it has at most two lines.
const TITLES: [f32; 4] = [40.0, 32.0, 26.0, 20.0];

/// Pixels for a point of a plate of this size.
#[must_use]
pub(super) fn pixels_per_point([width, height]: [u32; 2]) -> f32 {
    let [width, height] = [width as f32, height as f32];
    (width * height / SHEET).sqrt().min(width.min(height) / NARROWEST)
}

/// Paints the plate of `state` over all of `ui`; says how its map is seen.
///
/// # Errors
/// When the list of sources is damaged.
pub(super) fn paint(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    painter: &mut MapPainter,
    looks: Destination,
) -> Result<View, GeodataError> {
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, kit.theme.ui.raised);
    let margin = MARGIN.min(0.04 * whole.width());
    let inner = whole.shrink(margin);
    let below_head = head(ui, state, kit, inner);
    let foot = foot::Foot::set(ui.ctx(), state, kit, inner.width())?;
    let body = Rect::from_min_max(
        pos2(inner.left(), below_head + 20.0),
        pos2(inner.right(), inner.bottom() - foot.height() - 20.0),
    );
    foot.show(ui, kit, Rect::from_min_max(pos2(inner.left(), body.bottom() + 20.0), inner.max));
    let (map, column) = parts(body, kit.is_rtl());
    let rect = frame::inside(map, kit.is_rtl());
    let view = view_of(rect, state, looks);
    painter.paint(ui, &view, state, kit, None, None);
    frame::paint(ui, kit, &view);
    column::show(ui, state, kit, &view, column);
    Ok(view)
}

/// Paints the map of a plate alone, in its frame, over all of `ui`.
pub(super) fn paint_map(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    painter: &mut MapPainter,
    looks: Destination,
) {
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, kit.theme.ui.raised);
    let view = view_of(frame::inside(whole.shrink(1.0), kit.is_rtl()), state, looks);
    painter.paint(ui, &view, state, kit, None, None);
    frame::paint(ui, kit, &view);
}

/// Title, what it is from, as of when, over a rule; says where it ends.
fn head(ui: &Ui, state: &AppState, kit: Kit<'_>, inner: Rect) -> f32 {
    let (ctx, colors, painter) = (ui.ctx(), &kit.theme.ui, ui.painter());
    let small = TextStyle::new(16.0, 22.0);
    let aside: Vec<_> = aside_words(state, kit)
        .iter()
        .map(|words| kit.text.ellipsized(ctx, words, &small, 0.3 * inner.width()))
        .collect();
    let aside_width = aside.iter().map(|set| set.size().x).fold(0.0, f32::max);
    let room = inner.width() - aside_width - GAP;
    let title = title(state, kit.words);
    let set = |size: f32| {
        let style = TextStyle::new(size, 1.2 * size).weight(700.0).balanced();
        kit.text.paragraph(ctx, &title, &style, room, Some(2))
    };
    let fits = |size: &f32| {
        let style = TextStyle::new(*size, 1.2 * size).weight(700.0);
        kit.text.paragraph(ctx, &title, &style, room, None).rows.len() <= 2
    };
    let [.., smallest] = TITLES;
    let set = set(TITLES.into_iter().find(fits).unwrap_or(smallest));
    let subtitle = cited(&state.world, kit.words);
    let direction = if kit.is_rtl() { Direction::Rtl } else { Direction::Ltr };
    let subtitle = kit.text.ellipsized(ctx, &subtitle, &small.direction(direction), room);
    let start = |width: f32| if kit.is_rtl() { inner.right() - width } else { inner.left() };
    let end = |width: f32| if kit.is_rtl() { inner.left() } else { inner.right() - width };
    let mut top = inner.top();
    painter.galley(pos2(start(set.size().x), top), set.clone(), colors.text);
    top += set.size().y + 4.0;
    let mut y = inner.top() + 8.0;
    for words in aside {
        let height = words.size().y;
        painter.galley(pos2(end(words.size().x), y), words, colors.muted);
        y += height;
    }
    painter.galley(pos2(start(subtitle.size().x), top), subtitle.clone(), colors.muted);
    let rule = (top + subtitle.size().y).max(y) + 12.0;
    painter.hline(inner.x_range(), rule, Stroke::new(2.0, colors.text));
    rule
}

/// What the plate is called: as its scene, its place or its dossier is.
pub(super) fn title(state: &AppState, words: &Words) -> String {
    let lang = words.lang();
    let scene = briefing::scene(state).map(|scene| scene_words::title(scene, words));
    let place = || selectors::selected_place(state).map(|place| place.names.get(lang).to_owned());
    scene.or_else(place).unwrap_or_else(|| state.world.dossier.title.get(lang).to_owned())
}

/// As of when, and which scene of how many.
fn aside_words(state: &AppState, kit: Kit<'_>) -> Vec<String> {
    let article = &state.world.dossier.article;
    let date = crate::state::scene_words::date(&state.world, &article.written, kit.words);
    let mut words = vec![kit.words.format(key::PLATE_AS_OF, Args::new().text("date", date))];
    if let Some(held) = &state.briefing {
        let args = Args::new()
            .plain("number", held.scene as u32 + 1)
            .plain("count", scenes::all(state).len() as u32);
        words.push(kit.words.format(key::PLATE_SCENE, args));
    }
    words
}

/// The map's part and the column's: beside it, or below on a sheet that is higher than wide.
fn parts(body: Rect, rtl: bool) -> (Rect, Rect) {
    if body.width() < 1.05 * body.height() {
        let (map, column) = body.split_top_bottom_at_fraction(1.0 - COLUMN_BELOW);
        return (map, column.with_min_y(column.top() + 20.0));
    }
    let column = COLUMN.min(0.34 * body.width());
    let size = vec2(column, body.height());
    if rtl {
        let at = pos2(body.right() - column, body.top());
        (body.with_max_x(at.x - GAP), Rect::from_min_size(at, size))
    } else {
        // The column stands where reading begins.
        let at = body.min;
        (body.with_min_x(at.x + column + GAP), Rect::from_min_size(at, size))
    }
}

#[cfg(test)]
mod tests;
