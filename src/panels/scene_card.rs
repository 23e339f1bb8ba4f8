//! The card of a scene: its words, what it shows, and its callouts.

use super::row::{At, Row, paint_text};
use super::scenes::wide_button;
use super::text_field::{FIELD_HEIGHT, TextField};
use super::widgets::{BODY, ButtonLook, heading_in, paragraph, section_line, way_back};
use crate::dossier::{Callout, MAX_CALLOUTS, Scene};
use crate::i18n::{Args, Key, key};
use crate::map::controls::IconButton;
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::scenes::{Field, LONGEST_TEXT, LONGEST_TITLE};
use crate::state::{Action, AppState, BriefingAction, SceneAction, scene_words, scenes};
use egui::{Id, Rect, Stroke, Ui, UiBuilder, Vec2};

/// Edge of a button with an icon.
const BUTTON: f32 = 28.0;

/// Shows the card of the scene at `index`.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    index: usize,
    scene: &Scene,
    actions: &mut Vec<Action>,
) {
    let id = || scene.id.clone();
    let mut done = Vec::new();
    head(ui, state, kit, index, scene, &mut done);
    ui.add_space(12.0);
    let title = scene.title.get(kit.words.lang());
    let untitled = scene_words::title(scene, kit.words);
    let field = WordsField { key: key::SCENES_TITLE, limit: LONGEST_TITLE, placeholder: &untitled };
    let written = field.show(ui, kit, (&scene.id, "title"), title);
    done.extend(written.map(|words| SceneAction::Write(id(), Field::Title, words)));
    ui.add_space(8.0);
    let text = scene.text.as_ref();
    let other = text.map_or("", |text| text.or_other(kit.words.lang()));
    let field = WordsField { key: key::SCENES_TEXT, limit: LONGEST_TEXT, placeholder: other };
    let text = text.map_or("", |text| text.get(kit.words.lang()));
    let written = field.show(ui, kit, (&scene.id, "text"), text);
    if kit.text.line(ui.ctx(), text, &BODY).size().x > ui.available_width() - 24.0 {
        // The field has one line of it.
        ui.add_space(6.0);
        paragraph(ui, kit, text, &BODY, kit.theme.ui.text);
    }
    done.extend(written.map(|words| SceneAction::Write(id(), Field::Text, words)));
    ui.add_space(8.0);
    paragraph(ui, kit, &kit.words.text(key::SCENES_LANGUAGE), &NOTE, kit.theme.ui.muted);
    ui.add_space(8.0);
    excerpt(ui, state, kit, scene, &mut done);
    ui.add_space(12.0);
    if wide_button(ui, kit, key::SCENES_RETAKE, Icon::Place, ButtonLook::Raised) {
        done.push(SceneAction::TakeView(Some(id())));
    }
    if wide_button(ui, kit, key::SCENES_PRESENT, Icon::Play, ButtonLook::Raised) {
        actions.push(Action::Briefing(BriefingAction::Start));
        actions.push(Action::Briefing(BriefingAction::Show(index)));
    }
    section_line(ui, kit);
    callouts(ui, state, kit, scene, &mut done);
    actions.extend(done.into_iter().map(Action::Scene));
}

/// Back to the list; earlier, later, a second one, gone.
fn head(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    index: usize,
    scene: &Scene,
    done: &mut Vec<SceneAction>,
) {
    let mut row = Row::allocate(ui, kit, 28.0);
    if way_back(ui, kit, &mut row, key::SCENES_ALL).clicked() {
        done.push(SceneAction::Choose(None));
    }
    if row.rest().width() < 4.0 * 32.0 {
        row = Row::allocate(ui, kit, 32.0);
    }
    let last = scenes::all(state).len().saturating_sub(1);
    let id = || scene.id.clone();
    let buttons = [
        (key::SCENES_DELETE, Icon::Delete, true, SceneAction::Remove(id())),
        (key::SCENES_DUPLICATE, Icon::Copy, true, SceneAction::Duplicate(id())),
        (key::SCENES_LATER, Icon::Down, index < last, SceneAction::Move(id(), 1)),
        (key::SCENES_EARLIER, Icon::Up, index > 0, SceneAction::Move(id(), -1)),
    ];
    let cells = buttons.each_ref().map(|_| row.end(32.0));
    // The keyboard's focus goes as the eye does.
    for ((key, icon, enabled, action), cell) in buttons.into_iter().zip(cells).rev() {
        let cell = Rect::from_center_size(cell.center(), Vec2::splat(BUTTON));
        if IconButton::new(key, icon).enabled(enabled).show(ui, cell, kit).clicked() {
            done.push(action);
        }
    }
}

/// A field for words of the scene, under what it is called.
struct WordsField<'a> {
    key: Key,
    limit: usize,
    /// The words of another language, which are shown as long as this one has none.
    placeholder: &'a str,
}

impl WordsField<'_> {
    fn show(
        self,
        ui: &mut Ui,
        kit: Kit<'_>,
        key: impl egui::AsIdSalt,
        words: &str,
    ) -> Option<String> {
        let name = kit.words.text(self.key);
        paragraph(ui, kit, &name, &NOTE.weight(600.0), kit.theme.ui.muted);
        ui.add_space(4.0);
        // Of the language too: what is written in one is not what can be undone in another.
        let id = Id::unique((key, kit.words.lang()));
        TextField::new(id, words, &name)
            .placeholder(self.placeholder)
            .limit(self.limit)
            .show(ui, kit)
            .changed
    }
}

/// Which words of the article are quoted.
fn excerpt(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    scene: &Scene,
    done: &mut Vec<SceneAction>,
) {
    let mut excerpts = state.world.dossier.excerpts.iter();
    let quoted = excerpts.find(|excerpt| scene.excerpt.as_ref() == Some(&excerpt.id));
    let mut row = Row::allocate(ui, kit, 32.0);
    let steps = [
        (key::SCENES_EXCERPT_NEXT, Icon::Forward, 1),
        (key::SCENES_EXCERPT_BEFORE, Icon::Back, -1),
    ];
    let cells = steps.map(|_| row.end(32.0));
    for ((key, icon, step), cell) in steps.into_iter().zip(cells).rev() {
        let cell = Rect::from_center_size(cell.center(), Vec2::splat(BUTTON));
        if IconButton::new(key, icon).show(ui, cell, kit).clicked() {
            done.push(SceneAction::StepExcerpt(scene.id.clone(), step));
        }
    }
    let mark = match quoted {
        Some(excerpt) => {
            let args = Args::new().plain("paragraph", excerpt.paragraph);
            kit.words.format(key::PARAGRAPH_MARK, args)
        }
        None => kit.words.text(key::SCENES_EXCERPT_NONE).into_owned(),
    };
    let mark = kit.text.line(ui.ctx(), &mark, &BODY.weight(600.0).tabular());
    let cell = row.end(mark.size().x);
    paint_text(ui, kit, cell, mark, kit.theme.ui.text, At::End);
    row.end(8.0);
    let name = kit.words.text(key::SCENES_EXCERPT);
    let name = kit.text.ellipsized(ui.ctx(), &name, &BODY, row.rest().width());
    paint_text(ui, kit, row.rest(), name, kit.theme.ui.text, At::Start);
}

fn callouts(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    scene: &Scene,
    done: &mut Vec<SceneAction>,
) {
    let row = Row::allocate(ui, kit, 28.0);
    heading_in(ui, kit, row.rest(), &kit.words.text(key::SCENES_CALLOUTS));
    for (index, callout) in scene.callouts.iter().enumerate() {
        ui.add_space(8.0);
        callout_fields(ui, kit, scene, (index, callout), done);
    }
    ui.add_space(8.0);
    if scene.callouts.len() >= MAX_CALLOUTS {
        paragraph(ui, kit, &kit.words.text(key::SCENES_CALLOUTS_FULL), &NOTE, kit.theme.ui.muted);
        return;
    }
    let points = scenes::is_pointing(state);
    let (key, icon, look) = if points {
        (key::SCENES_POINT_END, Icon::Check, ButtonLook::Filled)
    } else {
        (key::SCENES_POINT, Icon::Plus, ButtonLook::Raised)
    };
    if wide_button(ui, kit, key, icon, look) {
        done.push(SceneAction::Point(!points));
    }
    if points {
        paragraph(ui, kit, &kit.words.text(key::SCENES_POINT_HINT), &NOTE, kit.theme.ui.accent);
    }
}

/// The number of a callout, its two fields, and what takes it away.
fn callout_fields(
    ui: &mut Ui,
    kit: Kit<'_>,
    scene: &Scene,
    (index, callout): (usize, &Callout),
    done: &mut Vec<SceneAction>,
) {
    let lang = kit.words.lang();
    let number = || Args::new().plain("number", index as u32 + 1);
    let fallback = scene_words::callout_title(callout, kit.words);
    let note = callout.note.as_ref();
    let fields = [
        (Field::CalloutTitle(index), key::SCENES_CALLOUT_TITLE, callout.title.get(lang), fallback),
        (
            Field::CalloutNote(index),
            key::SCENES_CALLOUT_NOTE,
            note.map_or("", |note| note.get(lang)),
            note.map_or("", |note| note.or_other(lang)).to_owned(),
        ),
    ];
    for (line, (field, key, words, placeholder)) in fields.into_iter().enumerate() {
        let mut row = Row::allocate(ui, kit, FIELD_HEIGHT);
        let (disc, cross) = (row.start(26.0), row.end(32.0));
        row.start(8.0);
        row.end(4.0);
        let name = kit.words.format(key, number());
        let placeholder = if placeholder.is_empty() { name.clone() } else { placeholder };
        let edit = TextField::new(Id::unique((&scene.id, lang, index, line)), words, &name)
            .placeholder(&placeholder)
            .limit(LONGEST_TITLE)
            .show_in(ui, kit, row.rest());
        let written = |words| SceneAction::Write(scene.id.clone(), field, words);
        done.extend(edit.changed.map(written));
        ui.add_space(4.0);
        if line > 0 {
            continue;
        }
        ui.painter().circle_stroke(disc.center(), 12.0, Stroke::new(1.0, kit.theme.ui.accent));
        let digits = kit.words.numbers().integer(index as i64 + 1);
        let digits = kit.text.line(ui.ctx(), &digits, &NOTE.weight(600.0).tabular());
        paint_text(ui, kit, disc, digits, kit.theme.ui.text, At::Middle);
        let cross = Rect::from_center_size(cross.center(), Vec2::splat(BUTTON));
        let part = ui.new_child(UiBuilder::new().id_salt(("callout", index)).max_rect(cross));
        let name = kit.words.format(key::SCENES_CALLOUT_DELETE, number());
        let button = IconButton::new(key::SCENES_CALLOUTS, Icon::Close).named(name);
        if button.show(&part, cross, kit).clicked() {
            done.push(SceneAction::RemoveCallout(scene.id.clone(), index));
        }
    }
}
