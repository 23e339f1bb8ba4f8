//! What the pointer does in a field: it sets the caret, takes hold of a word or of all, and drags.

use egui::{Event, PointerButton, Pos2, Rect, Response, Ui};
use parley::Cursor;

use super::editor::Grip;
use super::field::Field;
use super::history::Kind;
use crate::text::engine::TextEngine;

/// How far apart, in points, two presses of a double click may be.
const NEAR: f32 = 6.0;

/// The presses of the pointer that belong together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Press {
    /// When and where the last one was, and the how manieth.
    last: Option<(f64, Pos2, u32)>,
    /// Whether the button is still down since.
    held: bool,
}

impl Press {
    /// Whether the reader is dragging in the field.
    pub(super) const fn is_held(self) -> bool {
        self.held
    }

    /// Counts a press at `now`, in seconds.
    fn again(&mut self, at: Pos2, now: f64, delay: f64) -> Grip {
        let count = match self.last {
            Some((when, place, count)) if now - when < delay && place.distance(at) < NEAR => {
                count + 1
            }
            _ => 0,
        };
        *self = Self { last: Some((now, at, count)), held: true };
        match count % 3 {
            0 => Grip::Caret,
            1 => Grip::Word,
            _ => Grip::All,
        }
    }
}

impl Field {
    /// Follows the pointer over a field whose layout has its corner at `origin`.
    pub(super) fn pointer(
        &mut self,
        ui: &Ui,
        engine: &TextEngine,
        response: &Response,
        room: Rect,
        origin: Pos2,
    ) {
        if response.hovered() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::Text);
        }
        let pixels_per_point = ui.ctx().pixels_per_point();
        let middle = self.editor.layout().and_then(|layout| layout.lines().next()).map(|line| {
            let metrics = line.metrics();
            f32::midpoint(metrics.block_min_coord, metrics.block_max_coord)
        });
        let y = middle.unwrap_or(0.0);
        let x = |at: Pos2| (at.x - origin.x) * pixels_per_point;
        self.middle_paste(ui, engine, response, |at| (x(at), y));

        let (primary, secondary, down, moved) = ui.input(|input| {
            let pointer = &input.pointer;
            let pressed = |button| pointer.button_pressed(button);
            let moved = pointer.delta() != egui::Vec2::ZERO;
            let (first, second) = (PointerButton::Primary, PointerButton::Secondary);
            (pressed(first), pressed(second), pointer.primary_down(), moved)
        });
        if let Some(at) = response.interact_pointer_pos() {
            if primary {
                self.primary_press(ui, engine, response, at, (x(at), y));
            } else if self.press.held && (moved || !room.x_range().contains(at.x)) {
                engine.with_shaper(|shaper| self.editor.drag(shaper, x(at), y));
            }
            if secondary {
                response.request_focus();
                let under = self
                    .editor
                    .layout()
                    .map_or(0, |layout| Cursor::from_point(layout, x(at), y).index());
                let selection = self.editor.selection();
                // Beside the text is at its end.
                if selection.is_empty() || !(selection.start..=selection.end).contains(&under) {
                    engine.with_shaper(|shaper| self.editor.press(shaper, Grip::Caret, x(at), y));
                }
            }
        }
        self.press.held &= down;
    }

    fn primary_press(
        &mut self,
        ui: &Ui,
        engine: &TextEngine,
        response: &Response,
        at: Pos2,
        (x, y): (f32, f32),
    ) {
        let (now, shift) = ui.input(|input| (input.time, input.modifiers.shift));
        let delay = ui.ctx().options(|options| options.input_options.max_double_click_delay);
        let grip = self.press.again(at, now, delay);
        let extend = shift && grip == Grip::Caret && response.has_focus();
        if self.editor.composed().is_some() {
            // What was composed stays; the input method must not commit it once more.
            ui.memory_mut(egui::Memory::interrupt_ime);
        }
        engine.with_shaper(|shaper| {
            if extend {
                self.editor.extend(shaper, x, y);
            } else {
                self.editor.press(shaper, grip, x, y);
            }
        });
        self.woken = now;
        response.request_focus();
    }

    /// The middle button pastes what is selected on the desktop where it is pressed.
    fn middle_paste(
        &mut self,
        ui: &Ui,
        engine: &TextEngine,
        response: &Response,
        point: impl Fn(Pos2) -> (f32, f32),
    ) {
        if !response.contains_pointer() {
            return;
        }
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
                _ => None,
            })
        });
        let Some((at, text)) = pasted else { return };
        let to_local = ui.ctx().layer_transform_from_global(ui.layer_id());
        let (x, y) = point(to_local.map_or(at, |to_local| to_local * at));
        engine.with_shaper(|shaper| {
            self.editor.press(shaper, Grip::Caret, x, y);
            self.editor.insert(shaper, &text, Kind::Whole);
        });
        response.request_focus();
    }
}
