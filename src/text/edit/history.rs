//! Which steps a field can take back, and which changes make one step.

/// Steps that are kept.
const KEPT: usize = 100;

/// A field's text and where its caret was; bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) text: String,
    pub(super) anchor: usize,
    pub(super) focus: usize,
}

/// What changes a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters typed one after the other.
    Typing,
    /// Letters taken away backwards.
    Backspace,
    /// Letters taken away forwards.
    Delete,
    /// What is a step of its own: a paste, a cut, a word taken away.
    Whole,
}

/// The steps of one field.
#[derive(Debug, Default)]
pub(super) struct History {
    undo: Vec<Moment>,
    redo: Vec<Moment>,
    /// What the last step was, and where it left the caret: more of it there is the same step.
    run: Option<(Kind, usize)>,
}

impl History {
    /// Notes that the text changed from `before` to `after`.
    pub(super) fn note(&mut self, kind: Kind, before: Moment, after: &Moment) {
        let goes_on = kind != Kind::Whole
            && self.run == Some((kind, before.focus))
            && before.anchor == before.focus
            && !(kind == Kind::Typing && begins_word(&before, after));
        self.redo.clear();
        self.run = Some((kind, after.focus));
        if !goes_on {
            if self.undo.len() == KEPT {
                self.undo.remove(0);
            }
            self.undo.push(before);
        }
    }

    /// The moment before the last step; `now` can be had again by [`Self::redo`].
    pub(super) fn undo(&mut self, now: Moment) -> Option<Moment> {
        let before = self.undo.pop()?;
        self.redo.push(now);
        self.run = None;
        Some(before)
    }

    /// The moment after the step that was taken back last.
    pub(super) fn redo(&mut self, now: Moment) -> Option<Moment> {
        let after = self.redo.pop()?;
        self.undo.push(now);
        self.run = None;
        Some(after)
    }

    /// Whether there is a step to take back.
    pub(super) const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether a step was taken back.
    pub(super) const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

/// Whether what was typed between the two moments is the beginning of another word: a word is a
/// step, with the space after it.
fn begins_word(before: &Moment, after: &Moment) -> bool {
    let typed = after.text.get(before.focus..).and_then(|rest| rest.chars().next());
    let last = before.text.get(..before.focus).and_then(|text| text.chars().next_back());
    typed.is_some_and(|c| !c.is_whitespace()) && last.is_some_and(char::is_whitespace)
}
