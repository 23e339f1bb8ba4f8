//! Which keys do what: the one list that the window listens to and that the reader is shown.

use super::row::{At, Row, paint_text};
use super::widgets::{BODY, heading_in};
use crate::i18n::{Args, Key as Word, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::{
    Action, BriefingAction, Dialog, ExportAction, FindAction, MeasureAction, MeasurementId,
    SearchAction, TextSize,
};
use crate::text::edit::{is_editing, takes};
use crate::text::ltr;
use egui::{
    Context, Event, Key, Modifiers, Popup, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};
use std::borrow::Cow;

const NONE: Modifiers = Modifiers::NONE;
const ALT: Modifiers = Modifiers::ALT;
pub(super) const SHIFT: Modifiers = Modifiers::SHIFT;
/// Ctrl; on a Mac, Command.
pub(super) const CTRL: Modifiers = Modifiers::COMMAND;
pub(super) const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// A row of the list.
struct Shortcut {
    /// What it does.
    says: Word,
    /// What does it; any of them.
    caps: &'static [Cap],
    /// What the window does at a press; nothing where the map or a control listens itself.
    action: Option<Action>,
    /// Whether it steps on while its key is held down.
    repeats: bool,
}

/// What is pressed.
#[derive(Clone, Copy)]
enum Cap {
    /// A key, with others held.
    Chord(Modifiers, Key),
    /// Something else, in words.
    Words(Word),
}

/// The shortcuts in the order of the list, under their headings.
#[expect(clippy::too_many_lines, reason = "one row a shortcut")]
fn shortcuts() -> [(Word, Vec<Shortcut>); 6] {
    use Cap::{Chord, Words};
    let row = |says, caps, action| Shortcut { says, caps, action: Some(action), repeats: false };
    let steps = |says, caps, action| Shortcut { says, caps, action: Some(action), repeats: true };
    let told = |says, caps| Shortcut { says, caps, action: None, repeats: false };
    [
        (
            key::SHORTCUTS_PROGRAM,
            vec![
                row(
                    key::SEARCH_NAME,
                    &[Chord(CTRL, Key::K), Chord(NONE, Key::Slash)],
                    Action::Search(SearchAction::Open),
                ),
                row(key::FIND_NAME, &[Chord(CTRL, Key::F)], Action::Find(FindAction::Open)),
                steps(key::FIND_NEXT, &[Chord(NONE, Key::F3)], Action::Find(FindAction::Step(1))),
                steps(
                    key::FIND_PREVIOUS,
                    &[Chord(SHIFT, Key::F3)],
                    Action::Find(FindAction::Step(-1)),
                ),
                row(key::BASE_OPEN, &[Chord(CTRL, Key::O)], Action::ChooseArchive),
                row(
                    key::EXPORT_HEADING,
                    &[Chord(CTRL, Key::E)],
                    Action::ShowDialog(Some(Dialog::Export)),
                ),
                row(key::EXPORT_AGAIN, &[Chord(CTRL_SHIFT, Key::E)], Action::ExportPicture),
                row(
                    key::EXPORT_COPY,
                    &[Chord(CTRL_SHIFT, Key::C)],
                    Action::Export(ExportAction::Copy),
                ),
                row(key::EXPORT_PRINT, &[Chord(CTRL, Key::P)], Action::Export(ExportAction::Print)),
                row(
                    key::BRIEFING_START,
                    &[Chord(NONE, Key::F5)],
                    Action::Briefing(BriefingAction::Start),
                ),
                row(
                    key::BRIEFING_START_HERE,
                    &[Chord(SHIFT, Key::F5)],
                    Action::Briefing(BriefingAction::StartHere),
                ),
                steps(key::ACTION_UNDO, &[Chord(CTRL, Key::Z)], Action::Undo),
                steps(
                    key::ACTION_REDO,
                    &[Chord(CTRL, Key::Y), Chord(CTRL_SHIFT, Key::Z)],
                    Action::Redo,
                ),
                row(key::ACTION_PANEL, &[Chord(NONE, Key::F9)], Action::TogglePanel),
                row(
                    key::SETTINGS_HEADING,
                    &[Chord(CTRL, Key::Comma)],
                    Action::ShowDialog(Some(Dialog::Settings)),
                ),
                steps(
                    key::SHORTCUT_LARGER,
                    &[Chord(CTRL, Key::Plus), Chord(CTRL, Key::Equals)],
                    Action::StepTextSize(1),
                ),
                steps(key::SHORTCUT_SMALLER, &[Chord(CTRL, Key::Minus)], Action::StepTextSize(-1)),
                row(
                    key::SHORTCUT_USUAL_SIZE,
                    &[Chord(CTRL, Key::Num0)],
                    Action::SetTextSize(TextSize::default()),
                ),
                row(
                    key::GUIDE_HEADING,
                    &[Chord(NONE, Key::F1)],
                    Action::ShowDialog(Some(Dialog::Guide)),
                ),
                row(
                    key::SHORTCUTS_HEADING,
                    &[Chord(SHIFT, Key::F1), Chord(NONE, Key::Questionmark)],
                    Action::ShowDialog(Some(Dialog::Shortcuts)),
                ),
                row(key::SHORTCUT_CLOSE, &[Chord(NONE, Key::Escape)], Action::ClearSelection),
            ],
        ),
        (
            key::PANEL_PLACES,
            vec![
                steps(
                    key::CARD_NEXT,
                    &[Chord(NONE, Key::PageDown)],
                    Action::SelectNext { step: 1 },
                ),
                steps(
                    key::CARD_PREVIOUS,
                    &[Chord(NONE, Key::PageUp)],
                    Action::SelectNext { step: -1 },
                ),
                told(key::SHORTCUT_NEXT_CONTROL, &[Chord(NONE, Key::Tab)]),
                told(key::SHORTCUT_PREVIOUS_CONTROL, &[Chord(SHIFT, Key::Tab)]),
                told(key::SHORTCUT_PRESS, &[Chord(NONE, Key::Enter), Chord(NONE, Key::Space)]),
            ],
        ),
        (
            key::SHORTCUTS_MAP,
            vec![
                told(key::SHORTCUT_MOVE, &[Words(key::KEYCAP_ARROWS), Words(key::KEYCAP_DRAG)]),
                told(key::MAP_ZOOM_IN, &[Chord(NONE, Key::Plus), Words(key::KEYCAP_DOUBLE_CLICK)]),
                told(key::MAP_ZOOM_OUT, &[Chord(NONE, Key::Minus)]),
                told(key::SHORTCUT_ZOOM_AT, &[Words(key::KEYCAP_WHEEL)]),
                told(key::SHORTCUT_BOX, &[Words(key::KEYCAP_SHIFT_DRAG)]),
                row(key::MAP_HOME, &[Chord(NONE, Key::Home)], Action::Home),
                row(key::MAP_FIT_PINS, &[Chord(SHIFT, Key::Home)], Action::FitPins),
                steps(key::MAP_BACK, &[Chord(ALT, Key::ArrowLeft)], Action::StepViews(-1)),
                steps(key::MAP_FORWARD, &[Chord(ALT, Key::ArrowRight)], Action::StepViews(1)),
                told(
                    key::SHORTCUT_MENU,
                    &[Words(key::KEYCAP_RIGHT_BUTTON), Chord(SHIFT, Key::F10)],
                ),
                row(key::STATUS_COPY, &[Chord(CTRL_SHIFT, Key::K)], Action::CopyPointed),
            ],
        ),
        (
            key::PANEL_MEASURE,
            vec![
                row(
                    key::SHORTCUT_MEASURE,
                    &[Chord(NONE, Key::M)],
                    Action::Measure(MeasureAction::Toggle),
                ),
                row(
                    key::SHORTCUT_MEASURE_FINISH,
                    &[Chord(NONE, Key::Enter), Words(key::KEYCAP_DOUBLE_CLICK)],
                    Action::Measure(MeasureAction::Finish),
                ),
                steps(
                    key::SHORTCUT_MEASURE_BACK,
                    &[Chord(NONE, Key::Backspace)],
                    Action::Measure(MeasureAction::StepBack),
                ),
                row(
                    key::SHORTCUT_MEASURE_DELETE,
                    &[Chord(NONE, Key::Delete)],
                    // Which one is chosen, the window knows.
                    Action::Measure(MeasureAction::Remove(MeasurementId(0))),
                ),
            ],
        ),
        (
            key::BRIEFING_HEADING,
            vec![
                told(
                    key::BRIEFING_NEXT,
                    &[
                        Words(key::KEYCAP_ARROWS),
                        Chord(NONE, Key::PageDown),
                        Chord(NONE, Key::Space),
                    ],
                ),
                told(key::BRIEFING_BACK, &[Chord(NONE, Key::PageUp), Chord(NONE, Key::Backspace)]),
                told(key::BRIEFING_JUMP, &[Words(key::KEYCAP_NUMBER_ENTER)]),
                told(key::BRIEFING_ENDS, &[Chord(NONE, Key::Home), Chord(NONE, Key::End)]),
                told(key::BRIEFING_BLACK, &[Chord(NONE, Key::B)]),
                told(key::BRIEFING_BLANK, &[Chord(NONE, Key::W)]),
                told(key::BRIEFING_SPOTLIGHT, &[Chord(NONE, Key::L)]),
                told(key::BRIEFING_DRAW, &[Chord(NONE, Key::D)]),
                told(key::BRIEFING_CLEAR, &[Chord(NONE, Key::C)]),
                told(key::BRIEFING_HIDE_TEXT, &[Chord(NONE, Key::H)]),
                told(key::BRIEFING_STRIP, &[Chord(NONE, Key::P)]),
                told(key::BRIEFING_END, &[Chord(NONE, Key::Escape)]),
            ],
        ),
        (
            key::SHORTCUTS_TEXTS,
            vec![
                told(key::EDIT_SELECT_ALL, &[Chord(CTRL, Key::A)]),
                told(key::SHORTCUT_WORD, &[Words(key::KEYCAP_DOUBLE_CLICK)]),
                told(key::SHORTCUT_PARAGRAPH, &[Words(key::KEYCAP_TRIPLE_CLICK)]),
                told(key::SHORTCUT_EXTEND, &[Words(key::KEYCAP_SHIFT_ARROWS)]),
                told(key::EDIT_COPY, &[Chord(CTRL, Key::C)]),
            ],
        ),
    ]
}

/// What the shortcuts pressed in this frame do, of those whose action is `wanted` now. Their presses
/// are taken out of the input; while a text is being written, the keys of its field are left to it,
/// and the pages to the list of what is found.
#[must_use]
pub fn pressed(ctx: &Context, wanted: impl Fn(&Action) -> bool) -> Vec<Action> {
    let editing = is_editing(ctx);
    let is_left = |key: Key, held: Modifiers| {
        editing && (takes(key, held) || matches!(key, Key::PageUp | Key::PageDown))
    };
    // A menu that is open is closed by Escape before anything else is.
    let in_menu = Popup::is_any_open(ctx);
    let all = shortcuts();
    let mut actions = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, physical_key, pressed: true, repeat, modifiers: held } = event
            else {
                return true;
            };
            let key = meant(*key, *physical_key, *held);
            if is_left(key, *held) || in_menu && key == Key::Escape {
                return true;
            }
            let rows = all.iter().flat_map(|(_, rows)| rows);
            let found = rows.filter(|row| row.caps.iter().any(|cap| cap.is(key, *held)));
            let mut found = found.filter_map(|row| Some((row, row.action.as_ref()?)));
            match found.find(|(_, action)| wanted(action)) {
                Some((row, action)) => {
                    if row.repeats || !repeat {
                        actions.push(action.clone());
                    }
                    false
                }
                None => true,
            }
        });
    });
    actions
}

impl Cap {
    /// Whether it is `key` with just these others held. Whether a sign needs Shift is its
    /// keyboard's affair.
    fn is(self, key: Key, held: Modifiers) -> bool {
        let Self::Chord(wanted, of) = self else { return false };
        let exact = (held.shift, held.alt) == (wanted.shift, wanted.alt) || is_sign(of);
        of == key && exact && held.matches_logically(Modifiers { shift: false, ..wanted })
    }
}

/// Keys that write signs and figures, which some keyboards have with Shift.
const fn is_sign(key: Key) -> bool {
    matches!(
        key,
        Key::Slash
            | Key::Questionmark
            | Key::Plus
            | Key::Equals
            | Key::Minus
            | Key::Comma
            | Key::Num0
    )
}

/// The key that the reader means: the Arabic question mark, which has no key of its own, is what
/// stands with Shift on the key of the stroke.
fn meant(key: Key, physical: Option<Key>, held: Modifiers) -> Key {
    if key == Key::Slash && physical == Some(Key::Slash) && held.shift {
        Key::Questionmark
    } else {
        key
    }
}

/// "Ctrl+Shift+Z", as the reader's keyboard has it.
pub(super) fn chord(kit: Kit<'_>, held: Modifiers, key: Key) -> String {
    let mut caps: Vec<Cow<'_, str>> = Vec::new();
    if held.command {
        let is_mac = cfg!(target_os = "macos");
        caps.push(kit.words.text(if is_mac { key::KEYCAP_COMMAND } else { key::KEYCAP_CTRL }));
    }
    if held.alt {
        caps.push(kit.words.text(key::KEYCAP_ALT));
    }
    if held.shift {
        caps.push(kit.words.text(key::KEYCAP_SHIFT));
    }
    caps.push(match key {
        Key::Escape => kit.words.text(key::KEYCAP_ESCAPE),
        Key::Home => kit.words.text(key::KEYCAP_HOME),
        Key::PageUp => kit.words.text(key::KEYCAP_PAGE_UP),
        Key::PageDown => kit.words.text(key::KEYCAP_PAGE_DOWN),
        Key::Tab => kit.words.text(key::KEYCAP_TAB),
        Key::Enter => kit.words.text(key::KEYCAP_ENTER),
        Key::Space => kit.words.text(key::KEYCAP_SPACE),
        Key::Delete => kit.words.text(key::KEYCAP_DELETE),
        Key::Backspace => kit.words.text(key::KEYCAP_BACKSPACE),
        // The sign on the key.
        Key::Comma => ",".into(),
        key => key.symbol_or_name().into(),
    });
    ltr(&caps.join("+"))
}

/// "Undo (Ctrl+Z)": what a button does, and the keys that do the same.
pub(super) fn hint(kit: Kit<'_>, action: Word, held: Modifiers, key: Key) -> String {
    let args = Args::new().text("action", kit.words.text(action));
    kit.words.format(key::HINT_KEYS, args.text("keys", chord(kit, held, key)))
}

/// Shows the list.
pub(super) fn show(ui: &mut Ui, kit: Kit<'_>) {
    for (index, (heading, rows)) in shortcuts().into_iter().enumerate() {
        if index > 0 {
            ui.add_space(16.0);
        }
        let row = Row::allocate(ui, kit, 28.0);
        heading_in(ui, kit, row.rest(), &kit.words.text(heading));
        for shortcut in rows {
            show_row(ui, kit, &shortcut);
        }
    }
}

fn show_row(ui: &mut Ui, kit: Kit<'_>, shortcut: &Shortcut) {
    /// Room at the sides of a key's name, and between two keys.
    const AROUND: f32 = 8.0;
    let words: Vec<String> = shortcut.caps.iter().map(|cap| cap_words(kit, *cap)).collect();
    let caps: Vec<_> =
        words.iter().map(|words| kit.text.line(ui.ctx(), words, &NOTE.weight(500.0))).collect();
    let wanted: f32 = caps.iter().map(|cap| cap.size().x + 3.0 * AROUND).sum();
    let says = kit.words.text(shortcut.says);
    // Where there is little room, the keys stand below what they do.
    let beside = wanted <= 0.6 * ui.available_width();
    let room = ui.available_width() - if beside { wanted } else { 0.0 };
    let label = kit.text.paragraph(ui.ctx(), &says, &BODY, room, None);
    let mut row = Row::allocate(ui, kit, (label.size().y + 12.0).max(32.0));
    let mut keys = if beside { row } else { Row::allocate(ui, kit, 32.0) };
    let colors = &kit.theme.ui;
    for cap in caps.into_iter().rev() {
        let cell = keys.end(cap.size().x + 2.0 * AROUND);
        let plate = Rect::from_center_size(cell.center(), vec2(cell.width(), 24.0));
        let edge = Stroke::new(1.0, colors.hairline);
        ui.painter().rect(plate, 6.0, colors.field, edge, StrokeKind::Inside);
        paint_text(ui, kit, plate, cap, colors.muted, At::Middle);
        keys.end(AROUND);
    }
    let rect = row.start(room);
    let response = ui.interact(rect, ui.scope_id().with(shortcut.says), Sense::hover());
    response.widget_info(|| {
        let comma = kit.words.text(key::LIST_COMMA);
        let heard = [says.as_ref()].into_iter().chain(words.iter().map(String::as_str));
        WidgetInfo::labeled(Role::Label, true, heard.collect::<Vec<_>>().join(&comma))
    });
    paint_text(ui, kit, rect, label, colors.text, At::Start);
}

fn cap_words(kit: Kit<'_>, cap: Cap) -> String {
    match cap {
        Cap::Chord(held, key) => chord(kit, held, key),
        Cap::Words(words) => kit.words.text(words).into_owned(),
    }
}
