//! How a story is made up, played and checked, and how one that fails is made short.

use super::chance::Chance;
use super::{WORLD, actions, answers, invariants, kinds};
use sahel_map::geodata::Lang;
use sahel_map::state::{Action, AppState, Effect, Session, selectors, update};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Steps back that the history keeps.
const MOST_STEPS: usize = 100;

/// Plays a story for each seed, and gives the kinds of what was done.
pub(crate) fn play(seeds: &[u64], actions: u64) -> BTreeSet<&'static str> {
    let mut done = BTreeSet::new();
    for &seed in seeds {
        let mut told = Vec::new();
        let played = catch_unwind(AssertUnwindSafe(|| make_up(seed, actions, &mut told)));
        done.extend(told.iter().map(kinds::of));
        if played.is_err() {
            let whole = told.len();
            let story = shortened(told);
            println!("seed {seed}: of {whole} actions these {} are enough:", story.len());
            for action in &story {
                println!("    {action:?}");
            }
            replay(&story);
            panic!("seed {seed}: the story fails, and not when it is told again");
        }
    }
    done
}

fn beginning() -> AppState {
    AppState::new(WORLD.clone(), Session::in_language(Lang::Ar))
}

/// Makes up a story and plays it; `told` is what was done so far.
fn make_up(seed: u64, actions: u64, told: &mut Vec<Action>) {
    let mut chance = Chance(seed);
    let mut state = beginning();
    let mut watch = Watch::default();
    // The answers that are still to come.
    let mut pending: Vec<Action> = Vec::new();
    for _ in 0..actions {
        let answer = (!pending.is_empty() && chance.once_in(3)).then(|| {
            let at = chance.below(pending.len());
            // Now and then an answer comes twice.
            if chance.once_in(10) { pending[at].clone() } else { pending.remove(at) }
        });
        let action = answer.unwrap_or_else(|| actions::any(&state, &mut chance));
        told.push(action.clone());
        let effects = watch.act(&mut state, action);
        for effect in &effects {
            // Now and then none comes at all.
            if !chance.once_in(10) {
                pending.extend(answers::to(effect, &mut chance));
            }
        }
        pending.drain(..pending.len().saturating_sub(40));
    }
}

fn replay(story: &[Action]) {
    let (mut state, mut watch) = (beginning(), Watch::default());
    for action in story {
        watch.act(&mut state, action.clone());
    }
}

/// What is checked after every action, and what only now and then.
#[derive(Default)]
struct Watch {
    actions: u64,
    kept: Option<Session>,
}

impl Watch {
    fn act(&mut self, state: &mut AppState, action: Action) -> Vec<Effect> {
        let effects = update(state, action);
        self.actions += 1;
        invariants::check(state);
        if self.actions.is_multiple_of(5) && self.kept.as_ref() != Some(selectors::kept(state)) {
            is_kept(selectors::kept(state));
            self.kept = Some(selectors::kept(state).clone());
        }
        if self.actions.is_multiple_of(25) {
            undo_then_redo_is_nothing(state);
            invariants::check(state);
        }
        if self.actions.is_multiple_of(250) {
            let (mut history, mut steps) = (state.history.clone(), 0);
            while let Some(earlier) = history.undo(&state.session) {
                steps += 1;
                assert!(earlier.only.is_empty(), "a scene can be undone to");
            }
            assert!(steps <= MOST_STEPS, "{steps} steps");
        }
        effects
    }
}

/// A session that is written and read is the same, and needs no mending.
fn is_kept(session: &Session) {
    let text = serde_json::to_string(session).unwrap();
    assert!(text.len() < 16 << 20, "{} bytes", text.len());
    let read: Session = serde_json::from_str(&text).unwrap();
    assert_eq!(read, *session);
}

fn undo_then_redo_is_nothing(state: &mut AppState) {
    if state.history.can_undo() {
        let before = state.session.clone();
        update(state, Action::Undo);
        if state.history.can_redo() {
            update(state, Action::Redo);
            assert_eq!(state.session, before, "undo and redo");
        }
    }
}

/// The fewest actions that still fail, as far as leaving some out at a time finds them.
fn shortened(mut story: Vec<Action>) -> Vec<Action> {
    let fails = |story: &[Action]| catch_unwind(AssertUnwindSafe(|| replay(story))).is_err();
    // What is told of each trial would bury what is told at the end.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let mut piece = story.len().div_ceil(2);
    while piece > 0 {
        let mut at = 0;
        while at < story.len() {
            let mut shorter = story.clone();
            shorter.drain(at..(at + piece).min(story.len()));
            if fails(&shorter) {
                story = shorter;
            } else {
                at += piece;
            }
        }
        piece /= 2;
    }
    std::panic::set_hook(hook);
    story
}
