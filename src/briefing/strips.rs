//! The strips of a briefing: how far it has come, where to go, the clock, and the pens.

use super::overlay::COLORS;
use super::{CARD, Clock, MARGIN, Places};
use crate::i18n::{Args, Key, key};
use crate::map::controls::{IconButton, RADIUS, focus_ring, hint, pressable};
use crate::map::icons::Icon;
use crate::map::kit::Kit;
use crate::state::{AppState, Briefing, BriefingAction, Pen, PenShape, scene_words, scenes};
use crate::text::{TextStyle, optical_center};
use egui::{
    Color32, Painter, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

/// Height of a strip, and its distance from the foot.
const HEIGHT: f32 = 36.0;
const FROM_FOOT: f32 = 20.0;
/// What the pens take above the strips.
pub(super) const PENS: f32 = 52.0;
/// Widest a title in the strip may be.
const TITLE: f32 = 240.0;
const WORDS: TextStyle = TextStyle::new(14.0, 20.0);

/// Shows the strips; `elapsed` in seconds since the beginning.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    places: &Places,
    (elapsed, clock): (f64, Clock),
    does: &mut impl FnMut(BriefingAction),
) {
    let Some(held) = &state.briefing else { return };
    let top = places.whole.bottom() - FROM_FOOT - HEIGHT;
    let progress = {
        let width = places.card.map_or(CARD, |card| card.width().min(CARD));
        let card_left = places.card.map_or(places.whole.left() + MARGIN, |card| card.left());
        let card_right = places.card.map_or(places.whole.right() - MARGIN, |card| card.right());
        let left = if kit.is_rtl() { card_right - width } else { card_left };
        Rect::from_min_size(pos2(left, top), vec2(width, HEIGHT))
    };
    show_progress(ui, state, kit, held, progress, does);
    let far =
        if kit.is_rtl() { places.whole.left() + MARGIN } else { places.whole.right() - MARGIN };
    show_ways(ui, state, kit, held, (far, top), elapsed, does);
    if held.has_strip {
        show_presenter(ui, state, kit, held, places, (elapsed, clock));
    }
    if let Some(pen) = held.pen {
        show_pens(ui, kit, pen, places, does);
    }
}

fn plate(ui: &Ui, kit: Kit<'_>, rect: Rect) {
    let colors = &kit.theme.ui;
    ui.painter().add(kit.theme.control_shadow().as_shape(rect, 8.0));
    let edge = Stroke::new(1.0, colors.hairline);
    ui.painter().rect(rect, 8.0, colors.panel, edge, StrokeKind::Inside);
}

fn words_at(
    painter: &Painter,
    kit: Kit<'_>,
    words: &str,
    left: f32,
    middle: f32,
    color: Color32,
) -> f32 {
    let set = kit.text.line(painter.ctx(), words, &WORDS.tabular());
    let width = set.size().x;
    painter.galley(pos2(left, middle - optical_center(&set)), set, color);
    width
}

/// "4 / 8" and a piece of line for each scene: a press goes there.
fn show_progress(
    ui: &Ui,
    state: &AppState,
    kit: Kit<'_>,
    held: &Briefing,
    rect: Rect,
    does: &mut impl FnMut(BriefingAction),
) {
    plate(ui, kit, rect);
    let (painter, colors) = (ui.painter(), &kit.theme.ui);
    let scenes = scenes::all(state);
    let args =
        Args::new().plain("number", held.scene as u32 + 1).plain("count", scenes.len() as u32);
    let counted = kit.words.format(key::BRIEFING_COUNT, args);
    let set = kit.text.line(ui.ctx(), &counted, &WORDS.weight(600.0).tabular());
    let width = set.size().x;
    let inner = rect.shrink2(vec2(16.0, 0.0));
    let left = if kit.is_rtl() { inner.right() - width } else { inner.left() };
    painter.galley(pos2(left, rect.center().y - optical_center(&set)), set, colors.text);
    let line = if kit.is_rtl() {
        inner.with_max_x(inner.right() - width - 16.0)
    } else {
        inner.with_min_x(inner.left() + width + 16.0)
    };
    let each = line.width() / scenes.len().max(1) as f32;
    for (index, scene) in scenes.iter().enumerate() {
        let along = if kit.is_rtl() { scenes.len() - 1 - index } else { index };
        let cell = Rect::from_min_size(
            pos2(line.left() + each * along as f32, rect.top()),
            vec2(each, HEIGHT),
        );
        let id = ui.scope_id().with(("briefing scene", index));
        let response = pressable(ui, cell, id);
        let title = scene_words::title(scene, kit.words);
        response
            .widget_info(|| WidgetInfo::selected(Role::Button, true, index == held.scene, &title));
        let bar = Rect::from_center_size(cell.center(), vec2(each - 8.0, 4.0));
        let reached = index <= held.scene;
        let mut color = if reached { colors.accent } else { colors.hairline };
        if response.hovered() {
            color = if reached { colors.accent } else { colors.muted };
            hint(ui, cell, &title, kit);
        }
        painter.rect_filled(bar, 2.0, color);
        focus_ring(ui, &response, cell.shrink2(vec2(1.0, 6.0)), 4.0, kit);
        if response.clicked() {
            does(BriefingAction::Show(index));
        }
    }
}

/// Previous, next, and how long it has gone on.
fn show_ways(
    ui: &Ui,
    state: &AppState,
    kit: Kit<'_>,
    held: &Briefing,
    (far, top): (f32, f32),
    elapsed: f64,
    does: &mut impl FnMut(BriefingAction),
) {
    let scenes = scenes::all(state);
    let title = |index: Option<usize>| {
        let scene = index.and_then(|index| scenes.get(index));
        let words = scene.map(|scene| scene_words::title(scene, kit.words)).unwrap_or_default();
        kit.text.ellipsized(ui.ctx(), &words, &WORDS, TITLE)
    };
    let (before, after) = (title(held.scene.checked_sub(1)), title(Some(held.scene + 1)));
    let clock = kit.words.clock(elapsed as u64);
    let clock = kit.text.line(ui.ctx(), &clock, &WORDS.tabular());
    let width = 2.0 * (HEIGHT + 16.0) + before.size().x + after.size().x + clock.size().x + 64.0;
    let left = if kit.is_rtl() { far } else { far - width };
    let rect = Rect::from_min_size(pos2(left, top), vec2(width, HEIGHT));
    plate(ui, kit, rect);
    let (painter, colors) = (ui.painter(), &kit.theme.ui);
    let mut x = 4.0;
    let mut take = |width: f32| {
        let left = if kit.is_rtl() { rect.right() - x - width } else { rect.left() + x };
        x += width;
        Rect::from_min_size(pos2(left, rect.top()), vec2(width, HEIGHT))
    };
    let back = take(HEIGHT);
    let is_first = held.scene == 0;
    let is_last = held.scene + 1 >= scenes.len();
    let button = IconButton::new(key::BRIEFING_BACK, Icon::Back).enabled(!is_first).no_stop();
    if button.show(ui, back, kit).clicked() {
        does(BriefingAction::Step(-1));
    }
    let text = |cell: Rect, set: std::sync::Arc<egui::Galley>, color| {
        painter.galley(pos2(cell.left(), rect.center().y - optical_center(&set)), set, color);
    };
    text(take(before.size().x), before, colors.text);
    let line = take(32.0).center().x;
    let edge = Stroke::new(1.0, colors.hairline);
    painter.vline(line, rect.shrink2(vec2(0.0, 10.0)).y_range(), edge);
    text(take(after.size().x), after, colors.text);
    let next = take(HEIGHT);
    let button = IconButton::new(key::BRIEFING_NEXT, Icon::Forward).enabled(!is_last).no_stop();
    if button.show(ui, next, kit).clicked() {
        does(BriefingAction::Step(1));
    }
    let line = take(24.0).center().x;
    painter.vline(line, rect.shrink2(vec2(0.0, 10.0)).y_range(), edge);
    text(take(clock.size().x), clock, colors.muted);
}

/// What the presenter wants to know: the next scene, the time of day, how long it has gone on.
fn show_presenter(
    ui: &Ui,
    state: &AppState,
    kit: Kit<'_>,
    held: &Briefing,
    places: &Places,
    (elapsed, [hours, minutes]): (f64, Clock),
) {
    let next = scenes::all(state).get(held.scene + 1);
    let next = match next {
        Some(scene) => {
            let title = scene_words::title(scene, kit.words);
            kit.words.format(key::BRIEFING_THEN, Args::new().text("title", title))
        }
        None => kit.words.text(key::BRIEFING_AT_END).into_owned(),
    };
    let now = kit.words.clock(u64::from(hours) * 60 + u64::from(minutes));
    let gone = kit.words.clock(elapsed as u64);
    let parts = [next, now, gone];
    let widths: f32 = parts
        .iter()
        .map(|words| kit.text.line(ui.ctx(), words, &WORDS.tabular()).size().x + 32.0)
        .sum();
    let size = vec2(widths + 16.0, HEIGHT);
    let free = places.free;
    let left = if kit.is_rtl() { free.right() - 24.0 - size.x } else { free.left() + 24.0 };
    let rect = Rect::from_min_size(pos2(left, places.whole.top() + FROM_FOOT), size);
    plate(ui, kit, rect);
    let colors = &kit.theme.ui;
    let mut x = 24.0;
    for (index, words) in parts.iter().enumerate() {
        let width = kit.text.line(ui.ctx(), words, &WORDS.tabular()).size().x;
        let left = if kit.is_rtl() { rect.right() - x - width } else { rect.left() + x };
        let color = if index == 0 { colors.text } else { colors.muted };
        words_at(ui.painter(), kit, words, left, rect.center().y, color);
        x += width + 32.0;
    }
    let id = ui.scope_id().with("presenter");
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, parts.join(" · ")));
}

/// The pens: shapes, colours, taking back and away.
fn show_pens(
    ui: &Ui,
    kit: Kit<'_>,
    pen: Pen,
    places: &Places,
    does: &mut impl FnMut(BriefingAction),
) {
    const SHAPES: [(PenShape, Key); 3] = [
        (PenShape::Line, key::BRIEFING_PEN),
        (PenShape::Arrow, key::BRIEFING_ARROW),
        (PenShape::Circle, key::BRIEFING_CIRCLE),
    ];
    const NAMES: [Key; Pen::COLORS] =
        [key::BRIEFING_RED, key::BRIEFING_YELLOW, key::BRIEFING_BLUE, key::BRIEFING_WHITE];
    let cells = SHAPES.len() + NAMES.len() + 3;
    let size = vec2(HEIGHT * cells as f32 + 32.0, HEIGHT + 8.0);
    let middle = pos2(places.free.center().x, places.free.bottom() + 0.5 * PENS);
    let rect = Rect::from_center_size(middle, size);
    plate(ui, kit, rect);
    let painter = ui.painter();
    let colors = &kit.theme.ui;
    let mut x = 8.0;
    let mut next = |gap: f32| {
        x += gap;
        let left = if kit.is_rtl() { rect.right() - x - HEIGHT } else { rect.left() + x };
        x += HEIGHT;
        Rect::from_center_size(pos2(left + 0.5 * HEIGHT, rect.center().y), Vec2::splat(32.0))
    };
    let choice = |cell: Rect, name: Key, chosen: bool| {
        let response = pressable(ui, cell, ui.scope_id().with(("pen", name)));
        let words = kit.words.text(name);
        response
            .widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, words.as_ref()));
        if chosen {
            painter.rect_filled(cell, RADIUS, colors.soft_accent);
        } else if response.hovered() {
            painter.rect_filled(cell, RADIUS, colors.hover);
        }
        if response.hovered() {
            hint(ui, cell, &words, kit);
        }
        focus_ring(ui, &response, cell, RADIUS, kit);
        response.clicked()
    };
    for (shape, name) in SHAPES {
        let cell = next(0.0);
        if choice(cell, name, shape == pen.shape) {
            does(BriefingAction::Choose(Pen { shape, ..pen }));
        }
        paint_shape(painter, shape, cell, Stroke::new(2.0, colors.text));
    }
    for (color, name) in NAMES.into_iter().enumerate() {
        let cell = next(if color == 0 { 8.0 } else { 0.0 });
        if choice(cell, name, color == pen.color) {
            does(BriefingAction::Choose(Pen { color, ..pen }));
        }
        let fill = COLORS.get(color).copied().unwrap_or(Color32::RED);
        painter.circle(cell.center(), 9.0, fill, Stroke::new(1.0, colors.muted));
    }
    let acts = [
        (key::ACTION_UNDO, Icon::Undo, BriefingAction::UndoStroke),
        (key::BRIEFING_CLEAR, Icon::Delete, BriefingAction::ClearStrokes),
        (key::BRIEFING_LAY_DOWN, Icon::Close, BriefingAction::Draw),
    ];
    for (index, (name, icon, action)) in acts.into_iter().enumerate() {
        let cell = next(if index == 0 { 8.0 } else { 0.0 });
        if IconButton::new(name, icon).show(ui, cell, kit).clicked() {
            does(action);
        }
    }
}

fn paint_shape(painter: &Painter, shape: PenShape, cell: Rect, stroke: Stroke) {
    let at = |x: f32, y: f32| cell.center() + vec2(x, y);
    match shape {
        PenShape::Line => {
            let way = [(-9.0, 5.0), (-4.0, -4.0), (1.0, 3.0), (9.0, -6.0)];
            painter.add(Shape::line(way.map(|(x, y)| at(x, y)).to_vec(), stroke));
        }
        PenShape::Arrow => {
            painter.line_segment([at(-8.0, 7.0), at(8.0, -7.0)], stroke);
            painter.add(Shape::line(vec![at(1.0, -7.0), at(8.0, -7.0), at(8.0, 0.0)], stroke));
        }
        PenShape::Circle => {
            painter.circle_stroke(cell.center(), 8.0, stroke);
        }
    }
}
