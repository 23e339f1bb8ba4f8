//! Whether writing in a field does what its readers expect, in Arabic, in French and in both.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use egui::output::IMEOutput;
use egui::{
    Color32, Context, Event, Id, ImeEvent, Key, Modifiers, OutputCommand, PointerButton, Pos2,
    RawInput, Rect, ViewportCommand, ViewportId, pos2, vec2,
};
use sahel_map::text::edit::{BidiEdit, Command, EditColors, EditResponse, LIMIT, perform};
use sahel_map::text::{Direction, TextEngine, TextStyle};

#[path = "text_edit/caret.rs"]
mod caret;
#[path = "text_edit/clipboard.rs"]
mod clipboard;
#[path = "text_edit/composing.rs"]
mod composing;
#[path = "text_edit/neighbours.rs"]
mod neighbours;
#[path = "text_edit/panel.rs"]
mod panel;
#[path = "text_edit/pointer.rs"]
mod pointer;
#[path = "text_edit/random.rs"]
mod random;
#[path = "text_edit/undo.rs"]
mod undo;

const FIELD: Rect = Rect { min: pos2(20.0, 40.0), max: pos2(320.0, 76.0) };
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
const SHIFT: Modifiers = Modifiers::SHIFT;
const NONE: Modifiers = Modifiers::NONE;

/// A field on a screen of its own, written in event by event.
struct Desk {
    engine: TextEngine,
    ctx: Context,
    input: RawInput,
    direction: Direction,
    limit: usize,
    /// Where the field is.
    rect: Rect,
    text: String,
    last: Option<EditResponse>,
    copied: Option<String>,
    ime: Option<IMEOutput>,
    pastes_asked_for: usize,
    /// What the field left to others.
    left: Vec<Event>,
    changes: Vec<String>,
    time: f64,
}

impl Desk {
    fn id() -> Id {
        Id::unique("field of the test")
    }

    /// A field with `text` that has the focus, its caret at the end.
    fn with(text: &str) -> Self {
        Self::in_direction(text, Direction::Ltr)
    }

    fn in_direction(text: &str, direction: Direction) -> Self {
        let (engine, ctx) = (TextEngine::new(), Context::default());
        engine.install(&ctx);
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(400.0, 200.0))),
            ..RawInput::default()
        };
        let mut desk = Self {
            engine,
            ctx,
            input,
            direction,
            limit: LIMIT,
            rect: FIELD,
            text: text.to_owned(),
            last: None,
            copied: None,
            ime: None,
            pastes_asked_for: 0,
            left: Vec::new(),
            changes: Vec::new(),
            time: 0.0,
        };
        desk.pass(Vec::new());
        desk.ctx.memory_mut(|memory| memory.request_focus(Self::id()));
        desk.pass(Vec::new());
        desk
    }

    fn scale(&mut self, pixels_per_point: f32) {
        let root = self.input.viewports.get_mut(&ViewportId::ROOT).unwrap();
        root.native_pixels_per_point = Some(pixels_per_point);
        self.pass(Vec::new());
    }

    /// Runs a pass in which `events` happened; the caller takes what the field made of its text.
    fn pass(&mut self, events: Vec<Event>) {
        self.time += 1.0;
        self.pass_at(self.time, events);
    }

    fn pass_at(&mut self, time: f64, events: Vec<Event>) {
        let input = RawInput { events, time: Some(time), ..self.input.clone() };
        let (mut response, mut left) = (None, Vec::new());
        let mut output = self.ctx.run_ui(input, |ui| {
            self.engine.begin_pass(ui.ctx());
            let edit = BidiEdit::new(Self::id(), &self.text, "Search")
                .placeholder("A place")
                .style(TextStyle::new(14.0, 20.0).direction(self.direction))
                .limit(self.limit)
                .colors(EditColors {
                    text: Color32::BLACK,
                    placeholder: Color32::GRAY,
                    selection: Color32::BLUE,
                    selected: Color32::WHITE,
                });
            let room = self.rect.shrink2(vec2(12.0, 0.0));
            response = Some(edit.show(ui, &self.engine, self.rect, room));
            left = ui.input(|input| input.events.clone());
        });
        output.textures_delta.clear();
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied = Some(text.clone());
            }
        }
        let commands = &output.viewport_output[&ViewportId::ROOT].commands;
        self.pastes_asked_for +=
            commands.iter().filter(|command| **command == ViewportCommand::RequestPaste).count();
        self.ime = output.platform_output.ime;
        self.left = left;
        let response = response.unwrap();
        if let Some(text) = &response.changed {
            self.text.clone_from(text);
            self.changes.push(text.clone());
        }
        self.last = Some(response);
    }

    fn last(&self) -> &EditResponse {
        self.last.as_ref().unwrap()
    }

    fn caret(&self) -> usize {
        self.last().caret
    }

    /// Where the caret is seen.
    fn caret_x(&self) -> f32 {
        self.last().caret_rect.unwrap().center().x
    }

    fn selected(&self) -> &str {
        &self.text[self.last().selection.clone()]
    }

    /// Types letter by letter, as a keyboard does.
    fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.pass(vec![Event::Text(c.to_string())]);
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.pass(vec![press(modifiers, key)]);
    }

    fn press_times(&mut self, times: usize, modifiers: Modifiers, key: Key) {
        for _ in 0..times {
            self.press(modifiers, key);
        }
    }

    fn paste(&mut self, text: &str) {
        self.pass(vec![Event::Paste(text.to_owned())]);
    }

    fn perform(&mut self, command: Command) {
        perform(&self.ctx, Self::id(), command);
        self.pass(Vec::new());
    }

    fn compose(&mut self, text: &str) {
        let active_range_chars = Some(text.chars().count()..text.chars().count());
        self.pass(vec![Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars })]);
    }

    fn commit(&mut self, text: &str) {
        self.pass(vec![Event::Ime(ImeEvent::Commit(text.into()))]);
    }

    /// Moves the pointer and presses or lets go, in one pass.
    fn button(&mut self, at: Pos2, pressed: bool, modifiers: Modifiers, time: f64) {
        let button = PointerButton::Primary;
        self.pass_at(
            time,
            vec![
                Event::PointerMoved(at),
                Event::ModifiersChanged(modifiers),
                Event::PointerButton { pos: at, button, pressed, modifiers },
            ],
        );
        self.time = self.time.max(time);
    }

    /// Clicks so many times in quick succession at `x`.
    fn click(&mut self, times: usize, x: f32, modifiers: Modifiers) {
        self.pass(vec![Event::PointerMoved(self.at(x))]);
        self.time += 10.0;
        for _ in 0..times {
            let time = self.time + 0.05;
            self.button(self.at(x), true, modifiers, time);
            self.button(self.at(x), false, modifiers, time + 0.02);
        }
    }

    fn at(&self, x: f32) -> Pos2 {
        pos2(x, self.rect.center().y)
    }

    /// Where the caret is seen at each place from the left end to the right one, and at which byte.
    fn way_right(&mut self) -> Vec<(usize, f32)> {
        for _ in 0..=self.text.chars().count() {
            self.press(NONE, Key::ArrowLeft);
        }
        let mut places = vec![(self.caret(), self.caret_x())];
        loop {
            self.press(NONE, Key::ArrowRight);
            let place = (self.caret(), self.caret_x());
            if Some(&place) == places.last() || places.len() > 500 {
                return places;
            }
            places.push(place);
        }
    }
}

fn press(modifiers: Modifiers, key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}
