//! What is inside the window, whoever opens it: the program, or a test.

use crate::briefing::{self, Presenter};
use crate::dossier::{Extent, PlaceId};
use crate::geodata::{Lang, LonLat};
use crate::i18n::{Args, Usage, Words, key};
use crate::map::furniture::Kit;
use crate::map::theme::{Theme, ThemeError};
use crate::map::view::View;
use crate::map::{MapPainter, MapWidget};
use crate::measure::coordinates::CoordinateStyle;
use crate::panels::{self, Pointed};
use crate::state::{
    Action, AppState, Effect, ExportAction, FindAction, History, MeasureAction, Notice, PanelTab,
    SceneAction, SearchAction, Session, Shade, TextSize, measuring, scenes, selectors, update,
};
use crate::text::TextEngine;
use egui::style::ScrollAnimation;
use egui::{Context, Ui};
use std::path::PathBuf;
use std::sync::Arc;

/// The state, and all that is needed to show it.
pub struct Window {
    state: AppState,
    words: Words,
    theme: Arc<Theme>,
    text: TextEngine,
    map: MapWidget,
    presenter: Presenter,
    last_view: Option<View>,
    /// The position that the pointer was on last.
    last_pointed: Option<LonLat>,
    /// Whether something had the keyboard's focus in the last frame.
    had_focus: bool,
    /// Whether that was the button that stops what is being saved.
    could_stop: bool,
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
        let theme = Theme::built_in(selectors::shade(&state))?;
        let words = state.session.words();
        if let Err(error) = painter.open_tiles(&state, &theme) {
            update(&mut state, Action::Tell(Notice::TilesUnreadable(error.to_string())));
        }
        Ok(Self {
            theme,
            words,
            text,
            map: MapWidget::new(painter),
            presenter: Presenter::default(),
            last_view: None,
            last_pointed: None,
            had_focus: false,
            could_stop: false,
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

    /// How many texts were set in `ctx` since the beginning: see [`TextEngine::texts_made`].
    #[must_use]
    pub fn texts_made(&self, ctx: &Context) -> u64 {
        self.text.texts_made(ctx)
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
        let before = looks(&self.state);
        let effects = update(&mut self.state, action);
        if before != looks(&self.state) {
            self.style(ctx);
        }
        for effect in &effects {
            match effect {
                Effect::ShowPlace(id) => self.map.show_place(id.clone()),
                Effect::FlyHome => self.map.fly_home(),
                Effect::Fly(destination) => self.map.fly_to(*destination),
                Effect::Copy(_)
                | Effect::FillScreen(_)
                | Effect::Export(_)
                | Effect::CancelExport
                | Effect::CopyPicture(_)
                | Effect::ChooseFolder
                | Effect::OpenArchive(_)
                | Effect::KeepOnline
                | Effect::TrySource(_)
                | Effect::RetryOnline
                | Effect::EmptyTileCache
                | Effect::ChooseArchive => {}
            }
        }
        ctx.request_repaint();
        effects
    }

    /// Draws everything in the colours of `theme`, until the reader chooses others.
    #[cfg(debug_assertions)]
    pub(super) fn wear(&mut self, theme: Arc<Theme>) {
        self.theme = theme;
        if let Err(error) = self.map.open_tiles(&self.state, &self.theme) {
            tracing::error!(%error, "drawing the map without its base tiles");
        }
    }

    /// Follows the session's language, colours and text size.
    pub fn style(&mut self, ctx: &Context) {
        let session = &self.state.session;
        if (self.words.lang(), self.words.usage()) != (session.lang, session.usage) {
            self.words = session.words();
        }
        self.words = self.words.clone().with_coordinates(session.coordinates);
        let shade = selectors::shade(&self.state);
        match Theme::built_in(shade) {
            Ok(theme) => self.theme = theme,
            Err(error) => tracing::error!(%error, "keeping the colours"),
        }
        let mut visuals = match shade {
            Shade::Dark | Shade::Contrast => egui::Visuals::dark(),
            Shade::Light => egui::Visuals::light(),
        };
        let colors = &self.theme.ui;
        visuals.panel_fill = colors.panel;
        visuals.window_fill = colors.raised;
        visuals.extreme_bg_color = colors.field;
        visuals.override_text_color = Some(colors.text);
        visuals.selection.bg_fill = colors.accent;
        visuals.text_cursor.blink = !session.reduced_motion;
        // A briefing has a size of its own.
        if self.state.briefing.is_none() {
            ctx.set_zoom_factor(session.text_size.factor());
        }
        // Or egui follows the desktop when that turns light or dark, with its own colours.
        ctx.set_theme(if visuals.dark_mode { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.set_visuals(visuals);
        let scrolling = if session.reduced_motion {
            ScrollAnimation::none()
        } else {
            ScrollAnimation::default()
        };
        ctx.all_styles_mut(|style| style.scroll_animation = scrolling);
        // The size of text is the session's, and its keys are ours.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
    }

    /// Shows everything, applies what the reader did, and hands on the effects that are left.
    pub fn show(&mut self, ui: &mut Ui) -> Vec<Effect> {
        let ctx = ui.ctx().clone();
        self.text.begin_pass(&ctx);
        if self.state.briefing.is_some() {
            return self.present(ui);
        }
        self.presenter.rest();
        let mut actions = self.pressed(&ctx);
        actions.extend(dropped(&ctx));
        let copies = actions.contains(&Action::CopyPointed);
        let is_light = ctx.system_theme() == Some(egui::Theme::Light);
        if is_light != self.state.desktop_is_light {
            actions.push(Action::FollowDesktop { is_light });
        }
        let kit = Kit { text: &self.text, words: &self.words, theme: &self.theme };
        let around = panels::show_around(ui, &self.state, kit, &mut actions);
        let seen = self.map.ui(ui, &self.state, kit, &mut actions);
        take_view(&seen.view, &mut actions);
        let measured = seen.pointer;
        self.last_pointed = measured.as_ref().map(|measured| measured.from).or(self.last_pointed);
        let (last, zoom) = (self.last_pointed, seen.view.camera.zoom);
        let pointed = Pointed { measured, last, zoom, copies };
        panels::show_below(ui, &self.state, kit, around, &pointed, &mut actions);
        panels::show_above(ui, &self.state, kit, &mut actions);
        if let Some(fault) = self.words.untold_fault() {
            actions.push(Action::Tell(Notice::WordsFaulty(fault)));
        }
        self.last_view = Some(seen.view);
        self.had_focus = ctx.memory(|memory| memory.focused().is_some());
        self.could_stop = ctx.data(|data| data.get_temp(panels::stop_id())).unwrap_or_default();
        actions.into_iter().flat_map(|action| self.apply(&ctx, action)).collect()
    }

    /// Shows the briefing, which has the window to itself.
    fn present(&mut self, ui: &mut Ui) -> Vec<Effect> {
        let ctx = ui.ctx().clone();
        let factor = briefing::scale(ctx.content_rect().size() * ctx.zoom_factor());
        if (factor - ctx.zoom_factor()).abs() > 1e-3 {
            ctx.set_zoom_factor(factor);
            ctx.request_repaint();
            // The factor holds from the next frame on: fitted to this one, a scene would not fill its room.
            self.map.hold();
        }
        let mut actions = Vec::new();
        let kit = Kit { text: &self.text, words: &self.words, theme: &self.theme };
        let clock = jiff::Zoned::now();
        let clock = [clock.hour() as u8, clock.minute() as u8];
        let view = self.presenter.show(ui, &self.state, kit, &mut self.map, clock, &mut actions);
        panels::show_above(ui, &self.state, kit, &mut actions);
        self.last_view = view.or(self.last_view);
        actions.into_iter().flat_map(|action| self.apply(&ctx, action)).collect()
    }

    /// What the shortcuts of this frame do now.
    fn pressed(&self, ctx: &Context) -> Vec<Action> {
        // What lies under a dialog is out of reach, but for what its settings did.
        let in_dialog = self.state.dialog.is_some();
        let is_measuring = measuring::is_on(&self.state.session);
        let is_drawing = self.state.drawing.is_some();
        let has_chosen = self.state.session.measuring.chosen.is_some();
        let wanted = |action: &Action| match action {
            // Keys that are others' while nothing is drawn or chosen.
            Action::Measure(MeasureAction::Finish | MeasureAction::StepBack) => {
                !in_dialog && is_drawing
            }
            Action::Measure(MeasureAction::Remove(_)) => {
                !in_dialog && is_measuring && has_chosen && !is_drawing
            }
            _ => {
                !in_dialog
                    || matches!(
                        action,
                        Action::ClearSelection
                            | Action::Undo
                            | Action::Redo
                            | Action::SetTextSize(_)
                            | Action::StepTextSize(_)
                            | Action::ShowDialog(_)
                            | Action::Search(SearchAction::Open)
                            | Action::Find(FindAction::Open)
                    )
            }
        };
        let actions = panels::pressed_shortcuts(ctx, wanted);
        // Escape closes what was opened last.
        let closes = if self.could_stop {
            Some(Action::Export(ExportAction::Cancel))
        } else if self.state.menu.is_some() {
            Some(Action::OpenMenu(None))
        } else if self.state.saving.taken.is_some() {
            Some(Action::Export(ExportAction::Answer(None)))
        } else if self.state.dialog.is_some() {
            Some(Action::ShowDialog(None))
        } else if self.state.search.is_some() {
            Some(Action::Search(SearchAction::Close))
        } else if self.state.find.is_some() {
            Some(Action::Find(FindAction::Close))
        } else if scenes::is_pointing(&self.state) {
            Some(Action::Scene(SceneAction::Point(false)))
        } else if self.state.drawing.is_some() {
            Some(Action::Measure(MeasureAction::Finish))
        } else if self.had_focus {
            // It has dropped the focus already; the next press closes the card.
            None
        } else if is_measuring && self.state.session.measuring.chosen.is_some() {
            Some(Action::Measure(MeasureAction::Choose(None)))
        } else if is_measuring {
            Some(Action::Measure(MeasureAction::Toggle))
        } else if self.state.session.tab == PanelTab::Scenes
            && scenes::chosen(&self.state).is_some()
        {
            Some(Action::Scene(SceneAction::Choose(None)))
        } else {
            Some(Action::ClearSelection)
        };
        let meant = |action| match action {
            Action::ClearSelection => closes.clone(),
            Action::Measure(MeasureAction::Remove(_)) => {
                let chosen = self.state.session.measuring.chosen?;
                Some(Action::Measure(MeasureAction::Remove(chosen)))
            }
            action => Some(action),
        };
        actions.into_iter().filter_map(meant).collect()
    }
}

/// What was let go over the window: the first map archive, else the first file, which then says
/// what is wrong with it.
fn dropped(ctx: &Context) -> Option<Action> {
    let mut paths: Vec<PathBuf> =
        ctx.input(|i| i.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    paths.sort_by_key(|path| !panels::is_archive_name(path));
    paths.into_iter().next().map(Action::OpenArchive)
}

/// Makes of the wish for a scene of what the map shows the ground that it shows.
fn take_view(view: &View, actions: &mut [Action]) {
    for action in actions {
        if let Action::Scene(SceneAction::TakeView(scene)) = action {
            let [one, other] = [view.free.left_bottom(), view.free.right_top()]
                .map(|corner| view.geo_from_screen(corner));
            let (south, west, north, east) = (one.lat(), one.lon(), other.lat(), other.lon());
            let extent = Extent { south, west, north, east };
            *action = Action::Scene(SceneAction::Capture(scene.clone(), extent));
        }
    }
}

type Looks = (Lang, Usage, CoordinateStyle, Shade, TextSize, bool, bool);

/// What [`Window::style`] follows.
const fn looks(state: &AppState) -> Looks {
    let session = &state.session;
    let shade = selectors::shade(state);
    let Session { lang, usage, coordinates, text_size, reduced_motion, .. } = *session;
    let is_briefing = state.briefing.is_some();
    (lang, usage, coordinates, shade, text_size, reduced_motion, is_briefing)
}
