//! What is inside the window, whoever opens it: the program, or a test.

use crate::dossier::PlaceId;
use crate::geodata::Lang;
use crate::i18n::{Args, Usage, Words, key};
use crate::map::furniture::Kit;
use crate::map::theme::{Theme, ThemeError};
use crate::map::view::View;
use crate::map::{MapPainter, MapWidget};
use crate::panels::{self, Pointed};
use crate::state::{
    Action, AppState, Effect, History, Notice, SearchAction, Session, TextSize, ThemeChoice, update,
};
use crate::text::TextEngine;
use crate::text::edit::{is_editing, takes};
use egui::{Context, Event, InputState, Key, Modifiers, Ui};
use std::sync::Arc;

/// The state, and all that is needed to show it.
pub struct Window {
    state: AppState,
    words: Words,
    theme: Arc<Theme>,
    text: TextEngine,
    map: MapWidget,
    pointed: Pointed,
    last_view: Option<View>,
    /// Whether something had the keyboard's focus in the last frame.
    had_focus: bool,
}

impl Window {
    /// A window on `state`; `text` must be installed in the context that will show it.
    ///
    /// # Errors
    /// When the theme's file is damaged.
    pub fn new(
        mut state: AppState,
        text: TextEngine,
        mut painter: MapPainter,
    ) -> Result<Self, ThemeError> {
        let theme = Theme::built_in(state.session.theme)?;
        let words = Words::with_usage(state.session.lang, state.session.usage);
        if let Err(error) = painter.open_tiles(state.session.theme, &theme) {
            update(&mut state, Action::Tell(Notice::TilesUnreadable(error.to_string())));
        }
        Ok(Self {
            theme,
            words,
            text,
            map: MapWidget::new(painter),
            pointed: Pointed { at: None, zoom: 0.0 },
            last_view: None,
            had_focus: false,
            state,
        })
    }

    /// What is shown.
    #[must_use]
    pub const fn state(&self) -> &AppState {
        &self.state
    }

    /// How the map was seen in the last frame.
    #[must_use]
    pub const fn last_view(&self) -> Option<View> {
        self.last_view
    }

    /// Whether everything is drawn and nothing moves.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.map.is_settled()
    }

    /// The window's title.
    #[must_use]
    pub fn title(&self) -> String {
        let dossier = self.state.world.dossier.title.get(self.state.session.lang);
        self.words.format(key::WINDOW_TITLE, Args::new().text("dossier", dossier))
    }

    /// Selects the place called `id` before the first frame and, unless `keep_view`, brings it
    /// into view; a notice says so if there is none.
    pub fn select_at_start(&mut self, id: &str, keep_view: bool) {
        let known = PlaceId::new(id).ok().filter(|id| self.state.world.dossier.place(id).is_some());
        let Some(id) = known else {
            update(&mut self.state, Action::Tell(Notice::PlaceUnknown(id.to_owned())));
            return;
        };
        for effect in update(&mut self.state, Action::Select(id)) {
            if let (Effect::ShowPlace(id), false) = (effect, keep_view) {
                self.map.show_place(id);
            }
        }
        // How the window opens is no step that undo could take back.
        self.state.history = History::default();
    }

    /// Applies one action; the effects that are left are the caller's to carry out.
    pub fn apply(&mut self, ctx: &Context, action: Action) -> Vec<Effect> {
        let before = looks(&self.state.session);
        let effects = update(&mut self.state, action);
        if before != looks(&self.state.session) {
            self.style(ctx);
        }
        for effect in &effects {
            match effect {
                Effect::ShowPlace(id) => self.map.show_place(id.clone()),
                Effect::FlyHome => self.map.fly_home(),
                Effect::Fly(destination) => self.map.fly_to(*destination),
                Effect::Copy(_) | Effect::ExportPicture => {}
            }
        }
        ctx.request_repaint();
        effects
    }

    /// Follows the session's language, colours and text size.
    pub fn style(&mut self, ctx: &Context) {
        let session = &self.state.session;
        if (self.words.lang(), self.words.usage()) != (session.lang, session.usage) {
            self.words = Words::with_usage(session.lang, session.usage);
        }
        match Theme::built_in(session.theme) {
            Ok(theme) => self.theme = theme,
            Err(error) => tracing::error!(%error, "keeping the colours"),
        }
        let mut visuals = match session.theme {
            ThemeChoice::Dark => egui::Visuals::dark(),
            ThemeChoice::Light => egui::Visuals::light(),
        };
        let colors = &self.theme.ui;
        visuals.panel_fill = colors.panel;
        visuals.window_fill = colors.raised;
        visuals.extreme_bg_color = colors.field;
        visuals.override_text_color = Some(colors.text);
        visuals.selection.bg_fill = colors.accent;
        // egui paints the scroll bar's handle with these.
        visuals.widgets.inactive.fg_stroke.color = colors.hairline;
        visuals.widgets.hovered.fg_stroke.color = colors.muted;
        visuals.widgets.active.fg_stroke.color = colors.muted;
        ctx.set_zoom_factor(session.text_size.factor());
        // Or egui follows the desktop when that turns light or dark, with its own colours.
        ctx.set_theme(if visuals.dark_mode { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.set_visuals(visuals);
    }

    /// Shows everything, applies what the reader did, and hands on the effects that are left.
    pub fn show(&mut self, ui: &mut Ui) -> Vec<Effect> {
        let ctx = ui.ctx().clone();
        self.text.begin_pass(&ctx);
        let mut actions = Vec::new();
        shortcuts(&ctx, &mut actions);
        if self.state.search.is_some() {
            let close = Action::Search(SearchAction::Close);
            let escape = actions.iter_mut().filter(|action| **action == Action::ClearSelection);
            escape.for_each(|action| *action = close.clone());
        } else if self.had_focus {
            // Escape has dropped the focus already; the next press closes the card.
            actions.retain(|action| *action != Action::ClearSelection);
        }
        let kit = Kit { text: &self.text, words: &self.words, theme: &self.theme };
        panels::show_around(ui, &self.state, kit, &self.pointed, &mut actions);
        let seen = self.map.ui(ui, &self.state, kit, &mut actions);
        panels::show_above(ui, &self.state, kit, &mut actions);
        let pointed = Pointed { at: seen.pointer, zoom: seen.view.camera.zoom };
        if pointed != self.pointed {
            // The status line was drawn before the map.
            self.pointed = pointed;
            ctx.request_repaint();
        }
        if let Some(fault) = self.words.untold_fault() {
            actions.push(Action::Tell(Notice::WordsFaulty(fault)));
        }
        self.last_view = Some(seen.view);
        self.had_focus = ctx.memory(|memory| memory.focused().is_some());
        actions.into_iter().flat_map(|action| self.apply(&ctx, action)).collect()
    }
}

/// What [`Window::style`] follows.
const fn looks(session: &Session) -> (Lang, Usage, ThemeChoice, TextSize) {
    (session.lang, session.usage, session.theme, session.text_size)
}

/// What a shortcut does while its key is held down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// Nothing more: it switches, or is done in one go.
    Once,
    /// It steps on.
    Again,
}

fn shortcuts(ctx: &Context, actions: &mut Vec<Action>) {
    const CTRL: Modifiers = Modifiers::COMMAND;
    const NONE: Modifiers = Modifiers::NONE;
    // egui allows more modifiers than are asked for: the one with Shift comes first.
    let shortcuts = [
        (CTRL, Key::E, Held::Once, Action::ExportPicture),
        (CTRL.plus(Modifiers::SHIFT), Key::Z, Held::Again, Action::Redo),
        (CTRL, Key::Z, Held::Again, Action::Undo),
        (CTRL, Key::Y, Held::Again, Action::Redo),
        (NONE, Key::Home, Held::Once, Action::Home),
        (NONE, Key::PageDown, Held::Again, Action::SelectNext { step: 1 }),
        (NONE, Key::PageUp, Held::Again, Action::SelectNext { step: -1 }),
        (NONE, Key::Escape, Held::Once, Action::ClearSelection),
        (NONE, Key::F9, Held::Once, Action::TogglePanel),
        (CTRL, Key::K, Held::Once, Action::Search(SearchAction::Open)),
        (NONE, Key::Slash, Held::Once, Action::Search(SearchAction::Open)),
    ];
    let editing = is_editing(ctx);
    ctx.input_mut(|input| {
        for (modifiers, key, held, action) in shortcuts {
            if is_pressed(input, modifiers, key, held, editing) {
                actions.push(action);
            }
        }
    });
}

/// Takes the presses of a shortcut out of the input, and says whether one of them counts. While the
/// reader is `editing`, the keys of the text field are left to it.
fn is_pressed(
    input: &mut InputState,
    modifiers: Modifiers,
    key: Key,
    held: Held,
    editing: bool,
) -> bool {
    let mut pressed = false;
    input.events.retain(|event| match event {
        Event::Key { key: of, pressed: true, repeat, modifiers: with, .. }
            if *of == key
                && with.matches_logically(modifiers)
                && !(editing && takes(*of, *with)) =>
        {
            pressed |= held == Held::Again || !repeat;
            false
        }
        _ => true,
    });
    pressed
}
