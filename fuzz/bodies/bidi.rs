//! What holds of a text that is set and edited, whatever is in it.
//!
//! The first byte is the width, the second the direction and how many of the keys that follow in the
//! third to tenth are pressed in a field that has the text.

use egui::{Color32, Context, Event, Id, Key, Modifiers, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use sahel_map::text::edit::{BidiEdit, EditColors};
use sahel_map::text::{Direction, TextEngine, TextStyle};
use std::cell::RefCell;

const KEYS: [Key; 8] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::Backspace,
    Key::Delete,
    Key::Z,
    Key::Enter,
];

thread_local! {
    /// An engine is made once: its fonts are read at the beginning.
    static SCREEN: RefCell<Screen> = RefCell::new(Screen::new());
}

pub(crate) fn run(data: &[u8]) -> bool {
    let Some((head, text)) = data.split_at_checked(10) else { return false };
    let text = String::from_utf8_lossy(text);
    SCREEN.with_borrow_mut(|screen| {
        if screen.passes > 20_000 {
            *screen = Screen::new();
        }
        screen.set(&text, f32::from(head[0]) * 2.0, direction(head[1]));
        let keys = head[2..].iter().take(usize::from(head[1] >> 4));
        screen.edit(&text, direction(head[1]), keys.copied());
    });
    true
}

const fn direction(byte: u8) -> Direction {
    match byte % 3 {
        0 => Direction::Auto,
        1 => Direction::Rtl,
        _ => Direction::Ltr,
    }
}

struct Screen {
    engine: TextEngine,
    ctx: Context,
    passes: u32,
}

impl Screen {
    fn new() -> Self {
        let (engine, ctx) = (TextEngine::new(), Context::default());
        engine.install(&ctx);
        Self { engine, ctx, passes: 0 }
    }

    fn pass(&mut self, events: Vec<Event>, mut show: impl FnMut(&TextEngine, &egui::Ui)) {
        self.passes += 1;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(400.0, 200.0)));
        let time = Some(f64::from(self.passes));
        let input = RawInput { screen_rect, time, events, ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, |ui| {
            self.engine.begin_pass(ui.ctx());
            show(&self.engine, ui);
        });
        output.textures_delta.clear();
    }

    fn set(&mut self, text: &str, width: f32, direction: Direction) {
        let style = TextStyle::new(14.0, 20.0).direction(direction);
        self.pass(Vec::new(), |engine, ui| {
            let ctx = ui.ctx();
            let line = engine.ellipsized(ctx, text, &style, width);
            // Where there is no room for the ellipsis, that is what is set.
            let least = engine.line(ctx, "…", &style).size().x;
            let size = line.size();
            assert!(size.is_finite() && size.x <= width.max(least) + 1.0, "{size}");
            assert!(text.len() > 100_000 || line.text() == text);
            let set = engine.plain(ctx, text, &style, Some(width));
            assert!(text.len() > 100_000 || set.text() == text);
            assert!(set.galley.size().is_finite());
            for point in [Pos2::ZERO, (set.galley.size() * 0.5).to_pos2(), pos2(width, 9e9)] {
                let byte = set.byte_at(point);
                assert!(set.text().is_char_boundary(byte.min(set.text().len())), "{byte}");
                assert!(set.caret_rect(byte).is_finite());
                assert!(set.rects(set.word_at(point)).iter().all(Rect::is_finite));
            }
        });
    }

    fn edit(&mut self, text: &str, direction: Direction, keys: impl Iterator<Item = u8>) {
        let id = Id::unique("fuzzed field");
        let mut text = text.to_owned();
        self.ctx.memory_mut(|memory| memory.request_focus(id));
        let presses = keys.map(|key| {
            let modifiers = [Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND];
            Event::Key {
                key: KEYS[usize::from(key) % KEYS.len()],
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: modifiers[usize::from(key >> 4) % modifiers.len()],
            }
        });
        for events in [Vec::new(), presses.collect()] {
            let colors = EditColors {
                text: Color32::BLACK,
                placeholder: Color32::GRAY,
                selection: Color32::BLUE,
                selected: Color32::WHITE,
            };
            let mut response = None;
            self.pass(events, |engine, ui| {
                let rect = Rect::from_min_size(pos2(20.0, 40.0), vec2(300.0, 36.0));
                let edit = BidiEdit::new(id, &text, "Search")
                    .style(TextStyle::new(14.0, 20.0).direction(direction))
                    .colors(colors);
                response = Some(edit.show(ui, engine, rect, rect.shrink2(Vec2::new(12.0, 0.0))));
            });
            let response = response.unwrap();
            if let Some(changed) = response.changed {
                text = changed;
            }
            for byte in [response.caret, response.selection.start, response.selection.end] {
                assert!(text.is_char_boundary(byte), "{byte} in {text:?}");
            }
            assert!(!text.chars().any(char::is_control), "one line: {text:?}");
        }
    }
}
