//! One pass of a field: what the reader did in it, in order, and where its text then stands.

use egui::{
    Event, EventFilter, ImeEvent, Key, OutputCommand, Pos2, Rect, Response, Ui, ViewportCommand,
    pos2,
};

use super::editor::Editor;
use super::history::Kind;
use super::keys::{self, Deed};
use super::pointer::Press;
use super::{BidiEdit, Command, EditResponse, accessible, paint};
use crate::text::engine::TextEngine;
use crate::text::fonts::CAP_HEIGHT;
use crate::text::style::Direction;

/// Room for the caret beside the text, in points.
pub(super) const CARET: f32 = 1.5;

/// A field as it is kept from pass to pass.
pub(super) struct Field {
    pub(super) editor: Editor,
    /// Whether it has had the caller's text.
    begun: bool,
    /// What is asked for from outside.
    pub(super) pending: Vec<Command>,
    pub(super) press: Press,
    /// Points of the text's beginning that are out of sight.
    scroll: f32,
    /// When the caret moved last, in seconds: it begins to blink then.
    pub(super) woken: f64,
    /// The selection that the desktop was told of last.
    settled: String,
}

/// What of a text that is wider than its field is to be in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    /// What was.
    AsBefore,
    /// The caret.
    Caret,
    /// Where it begins.
    Beginning,
}

/// Where a field's text stands on the screen, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The corner of the layout.
    pub(super) origin: Pos2,
    /// The line on which the letters stand.
    pub(super) baseline: f32,
    /// Where the caret is.
    pub(super) caret: Rect,
    /// Whether the text begins at the right.
    pub(super) rtl: bool,
}

impl Field {
    pub(super) fn new(edit: &BidiEdit<'_>) -> Self {
        Self {
            editor: Editor::new(edit.style, edit.limit),
            begun: false,
            pending: Vec::new(),
            press: Press::default(),
            scroll: 0.0,
            woken: 0.0,
            settled: String::new(),
        }
    }

    pub(super) fn show(
        &mut self,
        edit: &BidiEdit<'_>,
        ui: &Ui,
        engine: &TextEngine,
        mut response: Response,
        room: Rect,
    ) -> EditResponse {
        let pixels_per_point = ui.ctx().pixels_per_point();
        engine.with_shaper(|shaper| {
            self.editor.follow(&edit.style, pixels_per_point, edit.limit);
            if !std::mem::replace(&mut self.begun, true) {
                self.editor.begin(shaper, edit.text);
            } else if !self.editor.is(edit.text) {
                self.editor.take(shaper, edit.text);
            }
            self.editor.settle(shaper, edit.own_direction());
        });
        let before = (self.editor.ends(), self.editor.shown().to_owned());
        let place = self.place(edit, room, pixels_per_point, Sight::AsBefore);
        self.pointer(ui, engine, &response, room, place.origin);
        let submitted = self.listen(edit, ui, engine);
        let has_focus = ui.memory(|memory| memory.has_focus(edit.id));

        let direction = engine.with_shaper(|shaper| {
            if !has_focus {
                self.editor.finish_composing(shaper);
            }
            self.editor.settle(shaper, edit.own_direction())
        });
        if before != (self.editor.ends(), self.editor.shown().to_owned()) {
            self.woken = ui.input(|input| input.time);
        }
        let scroll = self.scroll;
        let sight = if has_focus { Sight::Caret } else { Sight::Beginning };
        let place = self.place(edit, room, pixels_per_point, sight);
        if self.press.is_held() && scroll.to_bits() != self.scroll.to_bits() {
            // The text goes on moving under a pointer that is held beyond its edge.
            ui.ctx().request_repaint();
        }
        let galley = paint::field(self, edit, ui, engine, room, &place, direction);
        self.settle_selection(ui);

        let text = self.editor.text();
        let changed = (text != edit.text).then(|| text.clone());
        if changed.is_some() {
            response.mark_changed();
        }
        accessible::tell(self, edit, ui, &response, &text, &galley, &place);
        let composed = self.editor.composed();
        let (selection, caret) = match &composed {
            // Only what comes before it is where it is in the text as well.
            Some(composed) => (composed.start..composed.start, composed.start),
            None => (self.editor.selection(), self.editor.ends().1),
        };
        EditResponse {
            response,
            submitted,
            is_composing: composed.is_some(),
            caret,
            selection,
            caret_rect: has_focus.then_some(place.caret),
            can_undo: self.editor.can_undo(),
            can_redo: self.editor.can_redo(),
            is_empty: text.is_empty(),
            changed,
        }
    }

    /// Takes the events that are for the field out of the input, and does what they ask for. Whether
    /// Enter was among them.
    fn listen(&mut self, edit: &BidiEdit<'_>, ui: &Ui, engine: &TextEngine) -> bool {
        let id = edit.id;
        if ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click))
        {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if let Some(value) = accessible::value_asked_for(ui, id) {
            engine.with_shaper(|shaper| self.editor.take(shaper, &value));
        }
        let mut submitted = false;
        if ui.memory(|memory| memory.has_focus(id)) {
            // Up and down are the caller's, for a list under the field: egui must not walk away.
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            let mut events = ui.input_mut(|input| std::mem::take(&mut input.events));
            events.retain(|event| {
                let enter = matches!(event, Event::Key { key: Key::Enter, pressed: true, .. });
                submitted |= enter && self.editor.composed().is_none();
                !self.hear(edit, ui, engine, event)
            });
            ui.input_mut(|input| input.events = events);
        }
        for command in std::mem::take(&mut self.pending) {
            self.command(ui, engine, command);
        }
        submitted
    }

    /// Does what an event asks for; whether it was for the field.
    fn hear(&mut self, edit: &BidiEdit<'_>, ui: &Ui, engine: &TextEngine, event: &Event) -> bool {
        let editor = &mut self.editor;
        match event {
            Event::Text(text) => {
                if !text.chars().all(char::is_control) {
                    engine.with_shaper(|shaper| editor.insert(shaper, text, Kind::Typing));
                }
            }
            Event::Paste(text) => {
                engine.with_shaper(|shaper| editor.insert(shaper, text, Kind::Whole));
            }
            Event::Copy => self.command(ui, engine, Command::Copy),
            Event::Cut => self.command(ui, engine, Command::Cut),
            Event::Ime(event) => engine.with_shaper(|shaper| match event {
                ImeEvent::Preedit { text, active_range_chars } => {
                    editor.compose(shaper, text, active_range_chars.clone());
                }
                ImeEvent::Commit(text) => editor.commit(shaper, text),
                ImeEvent::DeleteSurrounding { before_chars, after_chars } => {
                    editor.erase_around(shaper, *before_chars, *after_chars);
                }
                #[expect(deprecated, reason = "egui says nothing by them any more")]
                ImeEvent::Enabled | ImeEvent::Disabled => {}
            }),
            Event::Key { key, pressed: true, modifiers, .. } => {
                match keys::deed(*key, *modifiers) {
                    None => return false,
                    Some(Deed::Letter) => {}
                    Some(Deed::Command(command)) => self.command(ui, engine, command),
                    // These keys are the input method's while it composes.
                    _ if editor.composed().is_some() => {}
                    Some(Deed::Go { motion, extend }) => {
                        engine.with_shaper(|shaper| editor.go(shaper, motion, extend));
                    }
                    Some(Deed::Erase(erase)) => {
                        engine.with_shaper(|shaper| editor.erase(shaper, erase));
                    }
                }
            }
            Event::AccessKitActionRequest(request) => {
                return accessible::hear(self, edit, ui, engine, request);
            }
            _ => return false,
        }
        true
    }

    fn command(&mut self, ui: &Ui, engine: &TextEngine, command: Command) {
        let editor = &mut self.editor;
        if let (Command::Copy | Command::Cut, Some(text)) = (command, editor.selected()) {
            ui.ctx().copy_text(text.to_owned());
        }
        engine.with_shaper(|shaper| match command {
            Command::Undo => editor.undo(shaper),
            Command::Redo => editor.redo(shaper),
            Command::Cut | Command::Delete => {
                if editor.selected().is_some() {
                    editor.erase_selection(shaper);
                }
            }
            Command::SelectAll => editor.select_all(shaper),
            Command::Clear => editor.clear(shaper),
            Command::Copy | Command::Paste => {}
        });
        if command == Command::Paste {
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
    }

    /// Where the text stands in `room`: at the side where it begins, or, if it is wider than that,
    /// so that the caret is in sight.
    fn place(
        &mut self,
        edit: &BidiEdit<'_>,
        room: Rect,
        pixels_per_point: f32,
        sight: Sight,
    ) -> Place {
        let line = self.editor.layout().and_then(|layout| layout.lines().next());
        let metrics = line.as_ref().map(|line| *line.metrics());
        let is_empty = self.editor.shown().is_empty();
        let own_rtl = edit.own_direction() == Direction::Rtl;
        let rtl = if is_empty {
            own_rtl
        } else {
            self.editor.layout().is_some_and(parley::Layout::is_rtl)
        };
        let (left, width) = metrics.filter(|_| !is_empty).map_or((0.0, 0.0), |metrics| {
            let left = metrics.offset + metrics.inline_min_coord;
            (left / pixels_per_point, metrics.advance / pixels_per_point)
        });
        let caret = self.editor.caret_x().map(|x| x / pixels_per_point - left);
        let caret = caret.unwrap_or(if rtl { width } else { 0.0 });

        let room_width = room.width() - CARET;
        // How far the caret is from where the text begins.
        let way = if rtl { width - caret } else { caret };
        self.scroll = match sight {
            Sight::AsBefore => self.scroll,
            Sight::Caret => self.scroll.max(way - room_width).min(way),
            Sight::Beginning => 0.0,
        };
        self.scroll = self.scroll.min(width - room_width).max(0.0);

        let text_left = if rtl {
            room.right() - 0.5 * CARET - width + self.scroll
        } else {
            room.left() + 0.5 * CARET - self.scroll
        };
        let baseline = room.center().y + 0.5 * CAP_HEIGHT * edit.style.size;
        let baseline_in_layout = metrics.map_or(0.0, |metrics| metrics.baseline / pixels_per_point);
        let snap = |at: f32| (at * pixels_per_point).round() / pixels_per_point;
        let origin = pos2(snap(text_left - left), snap(baseline - baseline_in_layout));
        let x = origin.x + left + caret;
        let half = 0.5 * edit.style.line_height;
        Place {
            origin,
            baseline,
            caret: Rect::from_min_max(
                pos2(x - 0.5 * CARET, room.center().y - half),
                pos2(x + 0.5 * CARET, room.center().y + half),
            ),
            rtl,
        }
    }

    /// Tells the desktop what is selected, for a paste with the middle button.
    fn settle_selection(&mut self, ui: &Ui) {
        let selected = self.editor.selected().unwrap_or_default();
        if selected != self.settled && !ui.input(|input| input.pointer.any_down()) {
            self.settled = selected.to_owned();
            if !self.settled.is_empty() {
                let command = OutputCommand::TextSelectionSettled(self.settled.clone());
                ui.ctx().send_cmd(command);
            }
        }
    }
}
