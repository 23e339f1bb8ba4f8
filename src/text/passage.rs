//! A text to read: its words can be selected, marked and followed.

use std::ops::Range;

use egui::style::ScrollAnimation;
use egui::{
    AsIdSalt, Color32, CursorIcon, Id, InputState, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::rich::Rich;
use super::selectable::{current, lock};
use super::selection::Shown;

/// Rounding of marks and of the ring round a link.
const RADIUS: f32 = 4.0;

/// A stretch of a passage with a ground of its own: a name, something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Colour of the ground under the words.
    pub fill: Color32,
    /// Colour of an edge round it, for the one of many that is meant; none if transparent.
    pub edge: Color32,
}

impl Mark {
    /// A mark without an edge.
    #[must_use]
    pub const fn new(range: Range<usize>, fill: Color32) -> Self {
        Self { range, fill, edge: Color32::TRANSPARENT }
    }

    /// The same with an edge.
    #[must_use]
    pub fn edged(self, edge: Color32) -> Self {
        Self { edge, ..self }
    }
}

/// The colours of passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassageColors {
    /// Of words without a colour of their own.
    pub text: Color32,
    /// Ground of selected words, over that of marks.
    pub selection: Color32,
    /// Selected words.
    pub on_selection: Color32,
    /// Of the line under a link, and of the ring that shows the keyboard's focus.
    pub link: Color32,
}

/// A text to read. Inside [`selectable`](super::selectable) its words can be selected, together
/// with those of the passages around it; links and marks work anywhere.
///
/// The accessibility tree gets a paragraph with the logical text, and a link for each link, with
/// its words.
#[derive(Clone, Debug)]
#[must_use = "nothing is seen of it before `show` or `show_at`"]
pub struct Passage<'a> {
    rich: &'a Rich,
    marks: &'a [Mark],
    links: &'a [Range<usize>],
    role: Role,
    key: Option<Id>,
}

/// What became of a passage that was shown. Links are told by their number in what
/// [`Passage::links`] was given.
#[derive(Clone, Debug)]
pub struct PassageResponse {
    /// The passage's own response; its rectangle is where the galley begins.
    pub response: Response,
    /// The link under the pointer.
    pub hovered: Option<usize>,
    /// The link that has the keyboard's focus.
    pub focused: Option<usize>,
    /// The link that was clicked, or pressed by the keyboard or a screen reader.
    pub clicked: Option<usize>,
}

impl PassageResponse {
    /// The link that the reader is at, with the pointer or the keyboard.
    #[must_use]
    pub fn pointed(&self) -> Option<usize> {
        self.hovered.or(self.focused)
    }
}

impl<'a> Passage<'a> {
    /// A paragraph without marks and links.
    pub const fn new(rich: &'a Rich) -> Self {
        Self { rich, marks: &[], links: &[], role: Role::Paragraph, key: None }
    }

    /// With stretches on a ground of their own, the last on top.
    pub const fn marks(self, marks: &'a [Mark]) -> Self {
        Self { marks, ..self }
    }

    /// With stretches that lead somewhere: bytes of the text.
    pub const fn links(self, links: &'a [Range<usize>]) -> Self {
        Self { links, ..self }
    }

    /// As something else than a paragraph of the accessibility tree.
    pub const fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }

    /// With a name of its own among the widgets of its `Ui`, so that a selection and the focus stay
    /// with it when something appears above it.
    pub fn keyed(self, ui: &Ui, key: impl AsIdSalt) -> Self {
        Self { key: Some(ui.scope_id().with(key)), ..self }
    }

    /// Shows the passage where the next widget goes, as large as it is.
    pub fn show(self, ui: &mut Ui, colors: &PassageColors) -> PassageResponse {
        let (_, rect) = ui.allocate_space(self.rich.galley.size());
        self.show_at(ui, rect, colors)
    }

    /// Shows the passage with its corner at that of `rect`, which was allocated for it.
    pub fn show_at(self, ui: &mut Ui, rect: Rect, colors: &PassageColors) -> PassageResponse {
        let id = self.key.unwrap_or_else(|| {
            let id = ui.next_auto_id();
            ui.skip_ahead_auto_ids(1);
            id
        });
        let scope = current(ui.ctx());
        let sense = if scope.is_some() { selecting(ui, id) } else { Sense::hover() };
        let response = ui.interact(rect, id, sense);
        let text = self.rich.text();
        response.widget_info(|| WidgetInfo::labeled(self.role, true, text));

        let links: Vec<Link> = self
            .links
            .iter()
            .enumerate()
            .map(|(number, range)| self.link(ui, (id, number), range, rect.min))
            .collect();
        let selected = scope.and_then(|scope| {
            let mut scope = lock(&scope);
            let hover = response.hover_pos();
            if !scope.is_dragging() && links.iter().any(Link::is_hovered) {
                ui.set_cursor_icon(CursorIcon::PointingHand);
            } else if hover.is_some() || response.dragged() {
                ui.set_cursor_icon(CursorIcon::Text);
            }
            let shown = Shown {
                id,
                rect,
                rich: self.rich.clone(),
                links: links.iter().filter_map(Link::start).collect(),
            };
            if let Some((at, clicks)) = pressed(ui, &response, &links) {
                ui.memory_mut(|memory| memory.request_focus(id));
                let patience = ui.ctx().options(|options| options.input_options);
                ui.input(|input| scope.press(input, &patience, &shown, clicks, at));
                ui.ctx().request_repaint();
            }
            let pointer = ui.input(|input| input.pointer.latest_pos());
            if let Some(speed) = scope.scroll(id, ui.clip_rect(), pointer) {
                let seconds = ui.input(|input| input.stable_dt.min(0.1));
                ui.scroll_with_delta_animation(speed * seconds, ScrollAnimation::none());
                ui.ctx().request_repaint();
            }
            if let Some(caret) = scope.revealed(&shown)
                && !ui.clip_rect().contains_rect(caret)
            {
                ui.scroll_to_rect(caret, None);
            }
            scope.show(shown)
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect.min, selected, &links, colors);
        }
        let number_of = |is: fn(&Link) -> bool| links.iter().position(is);
        PassageResponse {
            hovered: number_of(Link::is_hovered),
            focused: number_of(Link::is_focused),
            clicked: number_of(Link::is_clicked),
            response,
        }
    }

    /// Makes the words of a link something to press. A link over several lines is one stop of the
    /// keyboard.
    fn link(&self, ui: &Ui, key: (Id, usize), range: &Range<usize>, origin: Pos2) -> Link {
        let rects = self.rich.rects(range.clone());
        let parts = rects.into_iter().enumerate().map(|(part, rect)| {
            let rect = rect.translate(origin.to_vec2());
            let sense = if part == 0 { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(rect, key.0.with(("link", key.1, part)), sense);
            if part == 0 {
                let words = self.rich.text().get(range.clone()).unwrap_or_default();
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
                if response.gained_focus() && !ui.clip_rect().contains_rect(rect) {
                    response.scroll_to_me(None);
                }
            }
            if response.hovered() {
                ui.set_cursor_icon(CursorIcon::PointingHand);
            }
            response
        });
        Link { from: range.start, parts: parts.collect() }
    }

    /// Marks lie under the words, the lines of links over them, and the selection over all.
    fn paint(
        &self,
        ui: &Ui,
        origin: Pos2,
        selected: Option<Range<usize>>,
        links: &[Link],
        colors: &PassageColors,
    ) {
        let painter = ui.painter();
        let rects = |range: Range<usize>| {
            let rects = self.rich.rects(range).into_iter();
            rects.map(|rect| rect.translate(origin.to_vec2()))
        };
        for mark in self.marks {
            for rect in rects(mark.range.clone()) {
                let rect = rect.expand2(vec2(3.0, -1.0));
                let edge = Stroke::new(if mark.edge.a() == 0 { 0.0 } else { 1.5 }, mark.edge);
                painter.rect(rect, RADIUS, mark.fill, edge, StrokeKind::Inside);
            }
        }
        painter.galley(origin, self.rich.galley.clone(), colors.text);
        for link in links {
            let strength = if link.is_hovered() || link.is_focused() { 2.0 } else { 1.0 };
            for rect in link.parts.iter().map(|part| part.rect) {
                let line = Stroke::new(strength, colors.link);
                painter.hline(rect.x_range(), rect.bottom() - 4.0, line);
                if link.is_focused() {
                    let ring = rect.expand2(vec2(3.0, -1.0));
                    let stroke = Stroke::new(2.0, colors.link);
                    painter.rect_stroke(ring, RADIUS, stroke, StrokeKind::Inside);
                }
            }
        }
        for rect in selected.into_iter().flat_map(rects) {
            // In a colour of their own, selected words are legible whatever theirs is.
            let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
            painter.rect_filled(rect, 0.0, colors.selection);
            let galley = self.rich.galley.clone();
            painter.galley_with_override_text_color(origin, galley, colors.on_selection);
        }
    }
}

/// What a passage listens to. It is a stop of the keyboard only while it has the focus, which a
/// press gives it: one who goes from control to control need not pass every paragraph.
fn selecting(ui: &Ui, id: Id) -> Sense {
    let touch = ui.input(InputState::has_touch_screen);
    let sense = if touch { Sense::CLICK } else { Sense::CLICK | Sense::DRAG };
    if ui.memory(|memory| memory.has_focus(id)) { sense | Sense::FOCUSABLE } else { sense }
}

/// Where a passage was pressed in this pass, and how many clicks have come to an end there already.
fn pressed(ui: &Ui, response: &Response, links: &[Link]) -> Option<(Pos2, u32)> {
    let (pressed, at) =
        ui.input(|input| (input.pointer.primary_pressed(), input.pointer.interact_pos()));
    let on_link = links.iter().any(Link::is_pressed);
    let here = response.is_pointer_button_down_on() || on_link || response.clicked();
    let clicks = if response.triple_clicked() {
        3
    } else if response.double_clicked() {
        2
    } else {
        1
    };
    at.filter(|_| pressed && here).map(|at| (at, clicks))
}

/// A link and the responses of its parts, one for each stretch of a line.
struct Link {
    from: usize,
    parts: Vec<Response>,
}

impl Link {
    fn is_hovered(&self) -> bool {
        self.parts.iter().any(Response::hovered)
    }

    fn is_focused(&self) -> bool {
        self.parts.first().is_some_and(Response::has_focus)
    }

    fn is_clicked(&self) -> bool {
        self.parts.iter().any(Response::clicked)
    }

    fn is_pressed(&self) -> bool {
        self.parts.iter().any(Response::is_pointer_button_down_on)
    }

    fn start(&self) -> Option<(Id, usize)> {
        Some((self.parts.first()?.id, self.from))
    }
}
