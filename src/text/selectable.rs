//! Which passages can be selected together, and what the reader's hands do with them.

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::{
    Context, Event, Id, InputOptions, InputState, Key, Modifiers, Pos2, Rect, Ui, Vec2, vec2,
};

use super::selection::{Grain, Move, Selection, Shown};

/// Shows `contents`, whose [`Passage`](super::Passage)s can be selected together: with the pointer
/// and with the keyboard, and copied, in the order in which they are shown.
///
/// `id` must be of this text alone (of the place, of the article): the selection lives as long as
/// it is shown in every pass. Passages out of sight belong to it as long as they are shown, which
/// costs next to nothing.
///
/// A press selects by letters, two presses by words, three whole passages; Shift and a press
/// extends. While a passage or one of its links has the keyboard's focus, or nothing has it, Ctrl+A
/// selects all, Shift with arrows, Home and End extends (with Ctrl by words, and to the ends) and
/// Ctrl+C copies the logical text. Escape and a press elsewhere drop the selection.
pub fn selectable<R>(ui: &mut Ui, id: Id, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let shared: Shared = ui.data_mut(|data| Arc::clone(data.get_temp_mut_or_default::<Shared>(id)));
    lock(&shared).begin(ui);
    let outer = ui.data_mut(|data| {
        let current = data.get_temp_mut_or_default::<Current>(current_id());
        current.0.replace(Arc::clone(&shared))
    });
    let result = contents(ui);
    ui.data_mut(|data| data.insert_temp(current_id(), Current(outer)));
    lock(&shared).end(ui.ctx());
    result
}

type Shared = Arc<Mutex<Scope>>;

/// The innermost scope that is being shown.
#[derive(Clone, Default)]
struct Current(Option<Shared>);

fn current_id() -> Id {
    Id::unique("the passages that are selectable together")
}

/// The scope that passages belong to now.
pub(super) fn current(ctx: &Context) -> Option<Shared> {
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Current>(current_id()).0.clone())
}

/// A thread that panicked while it held the lock left at worst a selection that is dropped next.
pub(super) fn lock(scope: &Mutex<Scope>) -> MutexGuard<'_, Scope> {
    scope.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The presses in one spot so far.
#[derive(Clone, Copy, Default)]
struct Presses {
    at: Pos2,
    time: f64,
    count: u32,
}

/// What is shown and selected in one scope.
#[derive(Default)]
pub(super) struct Scope {
    /// The passages of the pass before, in the order of reading.
    shown: Vec<Shown>,
    /// Those of this pass so far.
    showing: Vec<Shown>,
    selection: Option<Selection>,
    /// What was selected before the press of this pass.
    before_press: Option<Selection>,
    /// The passage that is pressed, while the pointer drags a selection.
    pressed: Option<Id>,
    presses: Presses,
    /// Whether the end of the selection was moved by a key in this pass.
    reveal: bool,
    had_focus: bool,
    /// Number of the pass that was seen last.
    pass: u64,
}

impl Scope {
    fn begin(&mut self, ui: &Ui) {
        let ctx = ui.ctx();
        let pass = ctx.cumulative_pass_nr();
        if pass.saturating_sub(self.pass) > 1 {
            *self = Self::default();
        }
        self.pass = pass;
        self.showing.clear();
        self.reveal = false;
        if self.selection.as_ref().is_some_and(|selection| !selection.is_in(&self.shown)) {
            self.selection = None;
        }
        self.point(ctx);
        let focused = ctx.memory(egui::Memory::focused);
        if self.had_focus && focused.is_none() {
            // Escape took it. A press elsewhere does so too.
            self.selection = None;
        }
        // What lies under a dialog has no keys.
        let is_reached = ui.memory(|memory| memory.is_above_modal_layer(ui.layer_id()));
        if is_reached && focused.is_none_or(|id| self.owns(id)) {
            self.keys(ctx, focused);
        }
    }

    fn end(&mut self, ctx: &Context) {
        self.shown = std::mem::take(&mut self.showing);
        self.before_press = None;
        self.had_focus = ctx.memory(egui::Memory::focused).is_some_and(|id| self.owns(id));
    }

    fn owns(&self, id: Id) -> bool {
        let is_link = |passage: &Shown| passage.links.iter().any(|(link, _)| *link == id);
        self.shown.iter().any(|passage| passage.id == id || is_link(passage))
    }

    fn point(&mut self, ctx: &Context) {
        let (pressed, down, at) = ctx.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_pressed(), pointer.primary_down(), pointer.latest_pos())
        });
        if pressed {
            self.before_press = self.selection.take();
            self.pressed = None;
        }
        if !down {
            self.pressed = None;
        } else if let (Some(_), Some(selection), Some(at)) = (self.pressed, &mut self.selection, at)
        {
            selection.drag_to(&self.shown, at);
        }
    }

    fn keys(&mut self, ctx: &Context, focused: Option<Id>) {
        let (mut copies, mut moves, mut all) = (false, Vec::new(), false);
        let has_words = || self.selection.as_ref().is_some_and(|s| !s.text(&self.shown).is_empty());
        let link = focused.and_then(|id| {
            let at = |passage: &Shown| Some(passage.links.iter().find(|(link, _)| *link == id)?.1);
            self.shown.iter().find_map(|passage| Some((passage.clone(), at(passage)?)))
        });
        let can_extend = self.selection.is_some() || link.is_some();
        let can_select = !self.shown.is_empty();
        ctx.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Copy | Event::Cut if has_words() => {
                    copies = true;
                    false
                }
                Event::Key { key: Key::A, pressed: true, modifiers, .. }
                    if can_select && modifiers.command_only() =>
                {
                    all = true;
                    false
                }
                Event::Key { key, pressed: true, modifiers, .. } if can_extend => {
                    let how = move_of(*key, *modifiers);
                    moves.extend(how);
                    how.is_none()
                }
                _ => true,
            });
        });
        if all {
            self.selection = Selection::all(&self.shown);
        }
        for how in moves {
            let from_link =
                || link.as_ref().map(|(passage, byte)| Selection::caret(passage, *byte));
            if self.selection.is_none() {
                self.selection = from_link();
            }
            if let Some(selection) = &mut self.selection {
                selection.extend(&self.shown, how);
                self.reveal = true;
            }
        }
        if copies && let Some(selection) = &self.selection {
            ctx.copy_text(selection.text(&self.shown));
        }
    }

    /// Takes the next passage in the order of reading, and says what of it is selected.
    pub(super) fn show(&mut self, passage: Shown) -> Option<Range<usize>> {
        let is_other =
            |known: &Shown| known.id == passage.id && known.rich.text() != passage.rich.text();
        let touched = self.selection.as_ref().is_some_and(|s| s.touches(passage.id));
        if touched && self.shown.iter().any(is_other) {
            self.selection = None;
        }
        let range = self.selection.as_ref().and_then(|s| s.range_in(&self.shown, passage.id));
        self.showing.push(passage);
        range
    }

    /// Whether the pointer drags a selection.
    pub(super) const fn is_dragging(&self) -> bool {
        self.pressed.is_some()
    }

    /// What a press on a passage selects.
    pub(super) fn press(
        &mut self,
        input: &InputState,
        patience: &InputOptions,
        passage: &Shown,
        clicks: u32,
        at: Pos2,
    ) {
        let Presses { at: last, time, count } = self.presses;
        let again = input.time - time <= patience.max_double_click_delay
            && last.distance(at) <= patience.max_click_dist;
        let count = (if again { count + 1 } else { 1 }).max(clicks);
        self.presses = Presses { at, time: input.time, count };
        self.pressed = input.pointer.primary_down().then_some(passage.id);
        let grain = match count {
            0 | 1 => Grain::Letter,
            2 => Grain::Word,
            _ => Grain::Passage,
        };
        self.selection = match self.before_press.take() {
            Some(mut before) if input.modifiers.shift => {
                before.drag_to(&self.shown, at);
                Some(before)
            }
            _ => Some(Selection::press(passage, at, grain)),
        };
    }

    /// How far to scroll in a second so that the pointer, dragged past an edge of what is seen of
    /// `passage`, goes on selecting.
    pub(super) fn scroll(&self, passage: Id, seen: Rect, pointer: Option<Pos2>) -> Option<Vec2> {
        /// Points a second for each point past the edge, and at most.
        const SPEED: (f32, f32) = (12.0, 1500.0);
        let at = pointer.filter(|_| self.pressed == Some(passage))?;
        let past = (at.y - seen.bottom()).max(0.0) + (at.y - seen.top()).min(0.0);
        let speed = (past * SPEED.0).clamp(-SPEED.1, SPEED.1);
        (speed != 0.0).then_some(vec2(0.0, -speed))
    }

    /// Where the end of the selection is, if a key has moved it in this passage.
    pub(super) fn revealed(&self, passage: &Shown) -> Option<Rect> {
        let (id, caret) = self.selection.as_ref().filter(|_| self.reveal)?.moving_end();
        (id == passage.id).then(|| passage.caret_rect(caret))
    }
}

/// What a key with Shift does to a selection.
fn move_of(key: Key, held: Modifiers) -> Option<Move> {
    if !held.shift || held.alt {
        return None;
    }
    Some(match (key, held.command) {
        (Key::ArrowLeft, false) => Move::Left,
        (Key::ArrowRight, false) => Move::Right,
        (Key::ArrowLeft, true) => Move::WordLeft,
        (Key::ArrowRight, true) => Move::WordRight,
        (Key::ArrowUp, _) => Move::Up,
        (Key::ArrowDown, _) => Move::Down,
        (Key::Home, false) => Move::LineStart,
        (Key::End, false) => Move::LineEnd,
        (Key::Home, true) => Move::Start,
        (Key::End, true) => Move::End,
        _ => return None,
    })
}
