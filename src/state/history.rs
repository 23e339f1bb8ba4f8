//! Undo and redo: a capped list of sessions on either side of the present one.

use super::Session;

/// How many steps back are kept.
const CAPACITY: usize = 100;

/// Sessions before and after the present one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Session>,
    future: Vec<Session>,
}

impl History {
    /// Remembers `before` as the state to come back to; what was undone is forgotten.
    pub fn record(&mut self, before: Session) {
        if self.past.len() == CAPACITY {
            self.past.remove(0);
        }
        self.past.push(before);
        self.future.clear();
    }

    /// The session before `present`, which can be redone afterwards.
    pub fn undo(&mut self, present: &Session) -> Option<Session> {
        let earlier = self.past.pop()?;
        self.future.push(present.clone());
        Some(earlier)
    }

    /// The session that was undone last.
    pub fn redo(&mut self, present: &Session) -> Option<Session> {
        let later = self.future.pop()?;
        self.past.push(present.clone());
        Some(later)
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::Lang;

    #[test]
    fn undo_then_redo_is_where_we_were() {
        let (first, second) = (Session::in_language(Lang::En), Session::in_language(Lang::Ar));
        let mut history = History::default();
        history.record(first.clone());
        assert_eq!(history.undo(&second), Some(first.clone()));
        assert_eq!(history.redo(&first), Some(second));
        assert!(!history.can_redo() && history.can_undo());
    }

    #[test]
    fn the_list_is_capped() {
        let mut history = History::default();
        for _ in 0..2 * CAPACITY {
            history.record(Session::default());
        }
        assert_eq!(history.past.len(), CAPACITY);
    }
}
