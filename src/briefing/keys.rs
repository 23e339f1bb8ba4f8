//! Which keys do what in a briefing; those of clickers too.

use crate::state::{AppState, BriefingAction, Veil};
use egui::{Context, Event, Key, Modifiers};

/// What the keys pressed in this frame do. Their presses are taken out of the input, but for those
/// that go from control to control and zoom the map.
pub(super) fn pressed(ctx: &Context, state: &AppState, rtl: bool) -> Vec<BriefingAction> {
    let mirrored = rtl && state.session.mirrors_arrows;
    let is_focused = ctx.memory(|memory| memory.focused().is_some());
    let mut actions = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, repeat, modifiers, .. } = event else {
                return true;
            };
            // A control that has the focus is pressed.
            if is_focused && matches!(key, Key::Enter | Key::Space) {
                return true;
            }
            match meaning(*key, *modifiers, mirrored) {
                Some(action) => {
                    if !repeat {
                        actions.push(action);
                    }
                    false
                }
                None => true,
            }
        });
    });
    actions
}

/// What a key does with these others held; arrows are `mirrored` for who reads from the right,
/// the keys that clickers send never are.
fn meaning(key: Key, held: Modifiers, mirrored: bool) -> Option<BriefingAction> {
    if held.command {
        return (key == Key::Z).then_some(BriefingAction::UndoStroke);
    }
    if held.alt {
        return None;
    }
    let step = |steps: isize| Some(BriefingAction::Step(steps));
    match key {
        Key::ArrowRight => step(if mirrored { -1 } else { 1 }),
        Key::ArrowLeft => step(if mirrored { 1 } else { -1 }),
        Key::ArrowDown | Key::PageDown | Key::Space => step(1),
        Key::ArrowUp | Key::PageUp | Key::Backspace => step(-1),
        Key::Enter => Some(BriefingAction::Enter),
        Key::Home => Some(BriefingAction::First),
        Key::End => Some(BriefingAction::Last),
        Key::Escape | Key::F5 => Some(BriefingAction::End),
        Key::B | Key::Period => Some(BriefingAction::Veil(Veil::Black)),
        Key::W | Key::Comma => Some(BriefingAction::Veil(Veil::White)),
        Key::L => Some(BriefingAction::Spotlight),
        Key::D => Some(BriefingAction::Draw),
        Key::H => Some(BriefingAction::HideText),
        Key::P => Some(BriefingAction::Strip),
        Key::C => Some(BriefingAction::ClearStrokes),
        _ => digit(key).map(BriefingAction::Digit),
    }
}

fn digit(key: Key) -> Option<u8> {
    const DIGITS: [Key; 10] = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    DIGITS.iter().position(|digit| *digit == key).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_are_mirrored_for_who_reads_from_the_right_and_clickers_never() {
        let step = |key, mirrored| match meaning(key, Modifiers::NONE, mirrored) {
            Some(BriefingAction::Step(steps)) => steps,
            other => panic!("{other:?}"),
        };
        for (key, plain, mirrored) in [
            (Key::ArrowRight, 1, -1),
            (Key::ArrowLeft, -1, 1),
            (Key::PageDown, 1, 1),
            (Key::PageUp, -1, -1),
            (Key::Space, 1, 1),
            (Key::Backspace, -1, -1),
        ] {
            assert_eq!((step(key, false), step(key, true)), (plain, mirrored), "{key:?}");
        }
    }
}
