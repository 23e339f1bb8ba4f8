//! Buttons, chips, choices and section lines of the panels, mirrored where the language is.

pub(super) mod radio;
pub(super) mod scroll;
pub(super) mod slider;
pub(super) mod switch;
pub(super) mod tabs;

use crate::geodata::Country;
use crate::i18n::Key;
use crate::map::controls::{RADIUS, focus_ring, pressable};
use crate::map::icons::{self, Icon};
use crate::map::kit::{Kit, NOTE};
use crate::panels::row::{At, Row, next_id, paint_text, passage_colors};
use crate::text::{Direction, Passage, TextStyle};
use egui::{
    Color32, Frame, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    vec2,
};

/// Body text: 14 over 20.
pub(super) const BODY: TextStyle = TextStyle::new(14.0, 20.0);
/// The Arabic of the article: 16 over 28.
pub(super) const QUOTATION: TextStyle = TextStyle::new(16.0, 28.0).direction(Direction::Rtl);
/// Room at the sides of a panel.
pub(super) const PADDING: f32 = 20.0;
/// Edge of a country's square beside its name.
pub(super) const SWATCH: f32 = 10.0;
/// Height of a chip.
pub(super) const CHIP_HEIGHT: f32 = 24.0;

/// How a chip is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChipLook {
    /// Filled with the soft accent: what the article says.
    Article,
    /// Dashed: context.
    Context,
    /// A thin edge: a property.
    Plain,
    /// A thin edge in the colour of what is well.
    Good,
    /// A thin edge in the colour of what is wrong.
    Bad,
}

/// Width that a chip with these words takes.
pub(super) fn chip_width(ui: &Ui, kit: Kit<'_>, words: &str, icon: bool) -> f32 {
    let style = NOTE.weight(500.0);
    kit.text.line(ui.ctx(), words, &style).size().x + 20.0 + if icon { 20.0 } else { 0.0 }
}

/// A chip filling `rect`'s width.
pub(super) fn chip(
    ui: &mut Ui,
    kit: Kit<'_>,
    rect: Rect,
    words: &str,
    icon: Option<Icon>,
    look: ChipLook,
) -> Response {
    let id = next_id(ui);
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    paint_chip(ui, kit, rect, words, icon, look);
    response
}

/// The same, only for the eye.
pub(super) fn paint_chip(
    ui: &Ui,
    kit: Kit<'_>,
    rect: Rect,
    words: &str,
    icon: Option<Icon>,
    look: ChipLook,
) {
    let rect = Rect::from_center_size(rect.center(), vec2(rect.width(), CHIP_HEIGHT));
    let colors = &kit.theme.ui;
    let radius = 0.5 * CHIP_HEIGHT;
    let ink = match look {
        ChipLook::Article => {
            ui.painter().rect_filled(rect, radius, colors.soft_accent);
            colors.on_soft_accent
        }
        ChipLook::Context => {
            let outline = crate::map::pins::pill_outline(rect.shrink(0.5));
            let stroke = Stroke::new(1.0, colors.muted);
            ui.painter().extend(Shape::dashed_line(&outline, stroke, 3.0, 2.5));
            colors.muted
        }
        ChipLook::Plain | ChipLook::Good | ChipLook::Bad => {
            let stroke = Stroke::new(1.0, colors.hairline);
            ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
            match look {
                ChipLook::Good => colors.good,
                ChipLook::Bad => colors.bad,
                _ => colors.muted,
            }
        }
    };
    let mut row = Row::new(rect.shrink2(vec2(10.0, 0.0)), kit.is_rtl());
    if let Some(icon) = icon {
        icons::paint(ui.painter(), icon, row.start(16.0), ink, false);
        row.start(4.0);
    }
    let galley = kit.text.line(ui.ctx(), words, &NOTE.weight(500.0));
    paint_text(ui, kit, row.rest(), galley, ink, At::Middle);
}

/// How a button is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ButtonLook {
    /// With an edge, on raised ground.
    Raised,
    /// Filled with the accent: the one thing to do.
    Filled,
    /// Without ground until the pointer is on it.
    Flat,
}

/// The way back from a card to its list, at the start of `row`; its icon stands on the panel's edge,
/// not the button's.
pub(super) fn way_back(ui: &mut Ui, kit: Kit<'_>, row: &mut Row, key: Key) -> Response {
    const INSET: f32 = 12.0;
    let cell = row.start(button_width(ui, kit, &kit.words.text(key), true) - INSET);
    let cell = if kit.is_rtl() {
        cell.with_max_x(cell.right() + INSET)
    } else {
        cell.with_min_x(cell.left() - INSET)
    };
    button(ui, kit, cell, key, Some(Icon::Back), ButtonLook::Flat)
}

/// Width that a button with these words takes.
pub(super) fn button_width(ui: &Ui, kit: Kit<'_>, words: &str, icon: bool) -> f32 {
    let style = BODY.weight(500.0);
    kit.text.line(ui.ctx(), words, &style).size().x + 24.0 + if icon { 24.0 } else { 0.0 }
}

/// A button filling `rect` that says what the catalogue has under `key`.
pub(super) fn button(
    ui: &mut Ui,
    kit: Kit<'_>,
    rect: Rect,
    key: Key,
    icon: Option<Icon>,
    look: ButtonLook,
) -> Response {
    let words = kit.words.text(key);
    let said = ButtonWords { key, words: &words, name: &words };
    button_saying(ui, kit, rect, said, icon, look)
}

/// What a button says that has more to say than the catalogue.
#[derive(Clone, Copy)]
pub(super) struct ButtonWords<'a> {
    /// What it is known by.
    pub(super) key: Key,
    /// What stands on it.
    pub(super) words: &'a str,
    /// What a screen reader calls it.
    pub(super) name: &'a str,
}

/// A button filling `rect` with words of its own.
pub(super) fn button_saying(
    ui: &mut Ui,
    kit: Kit<'_>,
    rect: Rect,
    said: ButtonWords<'_>,
    icon: Option<Icon>,
    look: ButtonLook,
) -> Response {
    let response = pressable(ui, rect, ui.scope_id().with(("button", said.key)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.name));
    let colors = &kit.theme.ui;
    let held = response.hovered() || response.is_pointer_button_down_on();
    let ground = match (held, look) {
        (true, ButtonLook::Filled) => colors.accent.gamma_multiply(0.88),
        (false, ButtonLook::Filled) => colors.accent,
        (true, _) => colors.hover,
        (false, ButtonLook::Raised) => colors.raised,
        (false, ButtonLook::Flat) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 8.0, ground);
    if look == ButtonLook::Raised {
        ui.painter().rect_stroke(rect, 8.0, Stroke::new(1.0, colors.hairline), StrokeKind::Inside);
    }
    focus_ring(ui, &response, rect, RADIUS, kit);
    let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), kit.is_rtl());
    let ink = if look == ButtonLook::Filled { colors.on_accent } else { colors.text };
    if let Some(icon) = icon {
        let turns = matches!(icon, Icon::Back | Icon::Forward | Icon::Play);
        icons::paint(ui.painter(), icon, row.start(16.0), ink, kit.is_rtl() && turns);
        row.start(8.0);
    }
    let style = BODY.weight(500.0);
    let galley = kit.text.ellipsized(ui.ctx(), said.words, &style, row.rest().width());
    paint_text(ui, kit, row.rest(), galley, ink, At::Start);
    response
}

/// Width that a choice of these words takes.
pub(super) fn choice_width<T>(ui: &Ui, kit: Kit<'_>, options: &[(T, &str)]) -> f32 {
    let style = NOTE.weight(500.0);
    options.iter().map(|(_, words)| kit.text.line(ui.ctx(), words, &style).size().x + 20.0).sum()
}

/// What is chosen among: what a screen reader says of each option, and a name that stays when the
/// language changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'a> {
    /// In the reader's language.
    pub(super) label: &'a str,
    /// For the keyboard's focus.
    pub(super) id: &'a str,
}

/// One of several, side by side in `rect`; says which was chosen anew.
pub(super) fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    kit: Kit<'_>,
    rect: Rect,
    group: Group<'_>,
    options: &[(T, &str)],
    chosen: T,
) -> Option<T> {
    let colors = &kit.theme.ui;
    let rect = Rect::from_center_size(rect.center(), vec2(rect.width(), 28.0));
    ui.painter().rect(
        rect,
        8.0,
        colors.raised,
        Stroke::new(1.0, colors.hairline),
        StrokeKind::Inside,
    );
    let mut row = Row::new(rect, kit.is_rtl());
    let mut picked = None;
    for (index, (value, words)) in options.iter().enumerate() {
        let galley = kit.text.line(ui.ctx(), words, &NOTE.weight(500.0));
        let cell = row.start(galley.size().x + 20.0);
        let response = pressable(ui, cell, ui.scope_id().with((group.id, index)));
        let is_chosen = *value == chosen;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, *words));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(group.label));
        let ink = if is_chosen {
            ui.painter().rect_filled(cell.shrink(1.0), 7.0, colors.soft_accent);
            colors.on_soft_accent
        } else if response.hovered() {
            ui.painter().rect_filled(cell.shrink(1.0), 7.0, colors.hover);
            colors.text
        } else {
            colors.muted
        };
        focus_ring(ui, &response, cell, RADIUS, kit);
        paint_text(ui, kit, cell, galley, ink, At::Middle);
        if response.clicked() && !is_chosen {
            picked = Some(*value);
        }
    }
    picked
}

/// One of several, where the next widget goes: as many in a row as there is room for.
pub(super) fn choice_rows<T: Copy + PartialEq>(
    ui: &mut Ui,
    kit: Kit<'_>,
    group: Group<'_>,
    options: &[(T, &str)],
    chosen: T,
) -> Option<T> {
    let mut picked = None;
    let mut left = options;
    while !left.is_empty() {
        let room = ui.available_width();
        let fits = |count: &usize| {
            left.get(..*count).is_some_and(|some| choice_width(ui, kit, some) <= room)
        };
        let count = (1..=left.len()).rev().find(fits).unwrap_or(1);
        let (here, rest) = left.split_at(count);
        let width = choice_width(ui, kit, here).min(room);
        let cell = Row::allocate(ui, kit, 32.0).start(width);
        let id = format!("{} {}", group.id, left.len());
        let group = Group { id: &id, ..group };
        picked = picked.or(choice(ui, kit, cell, group, here, chosen));
        left = rest;
    }
    picked
}

/// The square of a country's colour, `edge` points wide, in the middle of `cell`.
pub(super) fn swatch(ui: &Ui, kit: Kit<'_>, cell: Rect, edge: f32, country: Country) {
    let square = Rect::from_center_size(cell.center(), Vec2::splat(edge));
    ui.painter().rect_filled(square, 0.3 * edge, kit.theme.swatch(country));
}

/// The ground of what lies over the window: a dialog, a menu, a list.
pub(super) fn raised_frame(kit: Kit<'_>) -> Frame {
    let colors = &kit.theme.ui;
    Frame::new()
        .fill(colors.raised)
        .stroke(Stroke::new(1.0, colors.hairline))
        .corner_radius(RADIUS)
        .shadow(kit.theme.card_shadow())
}

/// A line between two sections, with air above and below.
pub(super) fn section_line(ui: &mut Ui, kit: Kit<'_>) {
    ui.add_space(16.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let line = rect.expand2(vec2(PADDING, 0.0));
    ui.painter().hline(line.x_range(), rect.center().y, Stroke::new(1.0, kit.theme.ui.hairline));
    ui.add_space(16.0);
}

/// A paragraph as wide as the panel, for the eye and the accessibility tree. Its words can be
/// selected where the panel says so.
pub(super) fn paragraph(
    ui: &mut Ui,
    kit: Kit<'_>,
    words: &str,
    style: &TextStyle,
    color: Color32,
) -> Response {
    let rich = kit.text.plain(ui.ctx(), words, style, Some(ui.available_width()));
    Passage::new(&rich).role(Role::Label).show(ui, &passage_colors(kit, color)).response
}

/// An area of exactly `size` where the next widget goes, that can be clicked, with an id that
/// stays the same wherever the area moves.
pub(super) fn clickable(ui: &mut Ui, key: impl egui::AsIdSalt, size: Vec2) -> (Rect, Response) {
    let (_, rect) = ui.allocate_space(size);
    let id = ui.scope_id().with(key);
    (rect, pressable(ui, rect, id))
}

/// How a section's heading is set.
const HEADING: TextStyle = NOTE.weight(600.0);

/// A heading of a section, muted.
pub(super) fn heading_in(ui: &mut Ui, kit: Kit<'_>, rect: Rect, words: &str) {
    let galley = kit.text.line(ui.ctx(), words, &HEADING);
    let response = ui.interact(rect, ui.scope_id().with(("heading", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    paint_text(ui, kit, rect, galley, kit.theme.ui.muted, At::Start);
}

/// A heading of a section, in a row of its own.
pub(super) fn heading(ui: &mut Ui, kit: Kit<'_>, key: Key) {
    let rect = Row::allocate(ui, kit, 28.0).rest();
    heading_in(ui, kit, rect, &kit.words.text(key));
}

/// A heading, and one of several at its far end or, where there is no room, below it.
pub(super) fn headed_choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    kit: Kit<'_>,
    group: Group<'_>,
    options: &[(T, &str)],
    chosen: T,
) -> Option<T> {
    let width = choice_width(ui, kit, options);
    let heading = group.label;
    let beside = kit.text.line(ui.ctx(), heading, &HEADING).size().x + 12.0 + width;
    let mut row = Row::allocate(ui, kit, 28.0);
    if beside <= row.rest().width() {
        let cell = row.end(width);
        heading_in(ui, kit, row.rest(), heading);
        choice(ui, kit, cell, group, options, chosen)
    } else {
        heading_in(ui, kit, row.rest(), heading);
        choice_rows(ui, kit, group, options, chosen)
    }
}
