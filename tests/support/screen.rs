//! The whole window in a test: what it says, what can be clicked, and its picture.

use egui::accesskit::Toggled;
use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, Role, UiBuilder, Vec2,
    vec2,
};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use egui_kittest::wgpu::{WgpuTestRenderer, create_render_state, default_wgpu_setup};
use egui_kittest::{Harness, Node};
use sahel_map::dossier::{Dossier, PlaceId};
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::i18n::isolate;
use sahel_map::map::points::MapPoint;
use sahel_map::map::view::View;
use sahel_map::map::{Decoding, FetchTiles, MapGeometry, MapPainter, gpu};
use sahel_map::shell::Window;
use sahel_map::state::{Action, AppState, Effect, PanelTab, Session, World};
use sahel_map::text::TextEngine;
use std::sync::{Arc, LazyLock};

/// Height of the bar at the top, where the languages are chosen.
const TOP_BAR: f32 = 52.0;

/// The built-in dossier over the ground, loaded once for all tests of a program.
static BUILT_IN: LazyLock<(Arc<World>, Arc<MapGeometry>)> =
    LazyLock::new(|| with_geometry(World::new(Dossier::built_in().unwrap()).unwrap()));

fn with_geometry(world: World) -> (Arc<World>, Arc<MapGeometry>) {
    let geometry = MapGeometry::new(&world).unwrap();
    (Arc::new(world), Arc::new(geometry))
}

/// The built-in dossier, and its ground as it is drawn.
pub(crate) fn built_in() -> (Arc<World>, Arc<MapGeometry>) {
    BUILT_IN.clone()
}

/// The window, and the effects that it left to its owner.
struct Shown {
    window: Window,
    effects: Vec<Effect>,
    styled: bool,
}

/// A window that is open in a test.
pub(crate) struct Screen {
    harness: Harness<'static, Shown>,
    graphics: egui_wgpu::RenderState,
}

/// A reader's first session, with the list of places open.
pub(crate) fn reader_of(lang: Lang) -> Session {
    Session { tab: PanelTab::List, ..Session::in_language(lang) }
}

/// A reader's session with this place's card open.
pub(crate) fn reader_at(lang: Lang, place: &str) -> Session {
    let selected = Some(PlaceId::new(place).unwrap());
    Session { selected, tab: PanelTab::Card, ..Session::in_language(lang) }
}

impl Screen {
    /// A window of 1280 x 800 points on the built-in dossier.
    pub(crate) fn open(session: Session) -> Self {
        Self::sized(session, vec2(1280.0, 800.0), 1.0)
    }

    /// A window of `points`, with `scale` pixels to a point.
    pub(crate) fn sized(session: Session, points: Vec2, scale: f32) -> Self {
        let (world, geometry) = BUILT_IN.clone();
        Self::showing(AppState::new(world, session), geometry, points, scale, Vec::new())
    }

    /// A window on another dossier.
    pub(crate) fn of_world(world: World, session: Session) -> Self {
        let (world, geometry) = with_geometry(world);
        let state = AppState::new(world, session);
        Self::showing(state, geometry, vec2(1280.0, 800.0), 1.0, Vec::new())
    }

    /// A window in which this is who fetches tiles from the network.
    pub(crate) fn with_fetcher(session: Session, fetcher: Arc<dyn FetchTiles>) -> Self {
        let world = World::new(Dossier::built_in().unwrap()).unwrap();
        let geometry = MapGeometry::new(&world).unwrap().with_fetcher(fetcher);
        let state = AppState::new(Arc::new(world), session);
        Self::showing(state, Arc::new(geometry), vec2(1280.0, 800.0), 1.0, Vec::new())
    }

    /// A window of 960 x 600 points on the built-in dossier, with many points on its map.
    pub(crate) fn with_points(session: Session, many: Vec<MapPoint>) -> Self {
        let (world, geometry) = BUILT_IN.clone();
        Self::showing(AppState::new(world, session), geometry, vec2(960.0, 600.0), 1.0, many)
    }

    fn showing(
        state: AppState,
        geometry: Arc<MapGeometry>,
        points: Vec2,
        scale: f32,
        many: Vec<MapPoint>,
    ) -> Self {
        let graphics =
            create_render_state(default_wgpu_setup(), egui_wgpu::RendererOptions::PREDICTABLE);
        gpu::install(&graphics);
        let painter = MapPainter::new(geometry, Decoding::Synchronous, Arc::new(|| {}));
        let painter = painter.with_points(many).unwrap();
        let window = Window::new(state, TextEngine::new(), painter).unwrap();
        let harness = Harness::builder()
            .with_size(points)
            .with_pixels_per_point(scale)
            .with_step_dt(0.05)
            // A flight takes 0.9 s, and every queued event a step of its own.
            .with_max_steps(80)
            .with_render_cursor(false)
            .renderer(WgpuTestRenderer::from_render_state(graphics.clone()))
            .build_ui_state(
                |ui, shown: &mut Shown| {
                    if !shown.styled {
                        shown.window.style(ui.ctx());
                        shown.styled = true;
                    }
                    // The harness leaves a margin that the program's window has not.
                    let whole = UiBuilder::new().max_rect(ui.ctx().content_rect());
                    let effects = ui.scope_builder(whole, |ui| shown.window.show(ui)).inner;
                    shown.effects.extend(effects);
                },
                Shown { window, effects: Vec::new(), styled: false },
            );
        Self { harness, graphics }
    }

    /// What the window shows.
    pub(crate) fn state(&self) -> &AppState {
        self.harness.state().window.state()
    }

    /// The id of the place whose card is open.
    pub(crate) fn selected(&self) -> Option<&str> {
        self.state().session.selected.as_ref().map(PlaceId::as_str)
    }

    /// How the map is seen.
    pub(crate) fn view(&self) -> View {
        self.harness.state().window.last_view().unwrap()
    }

    /// Where on the screen a position lies.
    pub(crate) fn at(&self, lat: f64, lon: f64) -> Pos2 {
        self.view().screen_from_geo(LonLat::new(lon, lat).unwrap())
    }

    /// The effects that the window left to its owner since this was last asked.
    pub(crate) fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.harness.state_mut().effects)
    }

    /// Does what the shell does with `action`.
    pub(crate) fn apply(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().window.apply(&ctx, action);
        self.settle();
    }

    /// Does what the shell does with `action`, and keeps the effects for [`Self::effects`].
    pub(crate) fn act(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        let shown = self.harness.state_mut();
        let effects = shown.window.apply(&ctx, action);
        shown.effects.extend(effects);
        self.settle();
    }

    /// Holds a file over the window, or takes it away.
    pub(crate) fn hold_file(&mut self, path: Option<&std::path::Path>) {
        let file = |path: &std::path::Path| egui::HoveredFile {
            path: Some(path.to_owned()),
            ..Default::default()
        };
        self.harness.input_mut().hovered_files = path.map(file).into_iter().collect();
        self.harness.step();
    }

    /// Lets go of a file over the window.
    pub(crate) fn drop_file(&mut self, file: egui::DroppedFileHandle) {
        self.harness.input_mut().hovered_files.clear();
        self.harness.input_mut().dropped_files = vec![file];
        self.settle();
    }

    /// Turns the desktop dark or light.
    pub(crate) fn desktop_turns(&mut self, theme: egui::Theme) {
        self.harness.input_mut().system_theme = Some(theme);
        self.settle();
    }

    /// Lets the window come to rest; it must.
    #[track_caller]
    pub(crate) fn settle(&mut self) {
        self.harness.run();
        assert!(self.harness.state().window.is_settled(), "the map still moves");
    }

    /// Lets a time pass in steps of 0.05 s, whether the window is at rest or not.
    pub(crate) fn pass(&mut self, seconds: f64) {
        self.harness.run_steps((seconds / 0.05).round() as usize);
    }

    /// Everything that is said to a screen reader, without marks of direction and with plain
    /// spaces.
    pub(crate) fn said(&self) -> Vec<(Role, String)> {
        let nodes = self.harness.root().children_recursive();
        nodes
            .map(|node| node.accesskit_node())
            .filter_map(|node| Some((node.role(), words_of(&node)?)))
            .collect()
    }

    /// Everything that is said to a screen reader, as [`Self::said`] has it, and where it is.
    pub(crate) fn things(&self) -> Vec<(Role, String, Rect)> {
        let nodes = self.harness.root().children_recursive();
        nodes
            .filter_map(|node| {
                let said = node.accesskit_node();
                Some((said.role(), words_of(&said)?, node.rect()))
            })
            .collect()
    }

    /// The texts of the panels that have run out of their room so far.
    #[cfg(debug_assertions)]
    pub(crate) fn overflow(&self) -> Vec<String> {
        sahel_map::panels::take_overflow(&self.harness.ctx)
    }

    /// Whether anything in the window says exactly `words`.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.said().iter().any(|(_, said)| said == words)
    }

    /// The places of everything with this role that says exactly `words`.
    pub(crate) fn rects(&self, role: Role, words: &str) -> Vec<Rect> {
        self.nodes(role, words).iter().map(Node::rect).collect()
    }

    /// The places of everything with this role.
    pub(crate) fn all_rects(&self, role: Role) -> Vec<Rect> {
        self.harness.query_all_by(move |node| node.role() == role).map(|node| node.rect()).collect()
    }

    fn nodes(&self, role: Role, words: &str) -> Vec<Node<'_>> {
        let words = words.to_owned();
        self.harness
            .query_all_by(move |node| {
                node.role() == role && words_of(node).is_some_and(|said| said == words)
            })
            .collect()
    }

    #[track_caller]
    fn node(&self, role: Role, words: &str) -> Node<'_> {
        let nodes = self.nodes(role, words);
        let [node] = nodes.as_slice() else {
            panic!("{} of {role:?} `{words}` among {:#?}", nodes.len(), self.said())
        };
        *node
    }

    /// The place of the only thing with this role that says `words`.
    #[track_caller]
    pub(crate) fn rect(&self, role: Role, words: &str) -> Rect {
        self.node(role, words).rect()
    }

    /// Whether the only thing with this role that says `words` has the keyboard's focus.
    #[track_caller]
    pub(crate) fn is_focused(&self, role: Role, words: &str) -> bool {
        self.node(role, words).is_focused()
    }

    /// What has the keyboard's focus: its role, what it says, and where it is.
    pub(crate) fn focus(&self) -> Option<(Role, String, Rect)> {
        let focused = |node: &Node<'_>| node.is_focused();
        let node = self.harness.root().children_recursive().find(focused)?;
        let said = node.accesskit_node();
        Some((said.role(), words_of(&said)?, node.rect()))
    }

    /// Whether nothing with this role that says `words` can be pressed now.
    pub(crate) fn is_disabled(&self, role: Role, words: &str) -> bool {
        self.nodes(role, words).iter().all(|node| node.accesskit_node().is_disabled())
    }

    /// Clicks the only thing with this role that says `words`.
    #[track_caller]
    pub(crate) fn click(&mut self, role: Role, words: &str) {
        self.node(role, words).click();
        self.settle();
        self.pointer_leaves();
    }

    /// Presses the first thing with this role that says `words`, wherever it has to be scrolled to.
    #[track_caller]
    pub(crate) fn press_far(&mut self, role: Role, words: &str) {
        self.nodes(role, words).first().unwrap().click_accesskit();
        self.settle();
    }

    /// Chooses `words` among the languages in the top bar.
    #[track_caller]
    pub(crate) fn choose_language(&mut self, words: &str) {
        let nodes = self.nodes(Role::RadioButton, words);
        nodes.iter().find(|node| node.rect().bottom() < TOP_BAR).unwrap().click();
        self.settle();
        self.pointer_leaves();
    }

    /// Chooses `words` in the side panel.
    #[track_caller]
    pub(crate) fn choose(&mut self, words: &str) {
        let nodes = self.nodes(Role::RadioButton, words);
        let node = nodes.iter().find(|node| node.rect().top() > TOP_BAR).unwrap();
        // It may have to be scrolled to: a screen reader chooses it where it is.
        node.click_accesskit();
        self.settle();
    }

    /// The choices of the panel and the top bar that are on.
    pub(crate) fn chosen(&self) -> Vec<String> {
        let on = self.harness.query_all_by(|node| node.toggled() == Some(Toggled::True));
        on.filter_map(|node| words_of(&node.accesskit_node())).collect()
    }

    /// Presses and releases a key.
    pub(crate) fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses and releases a key with others held.
    pub(crate) fn press_with(&mut self, held: Modifiers, key: Key) {
        self.harness.key_press_modifiers(held, key);
        self.settle();
    }

    /// Types `words` where the keyboard's focus is.
    pub(crate) fn type_text(&mut self, words: &str) {
        self.harness.event(Event::Text(words.to_owned()));
        self.settle();
    }

    /// Presses and releases a key that writes `letter`.
    pub(crate) fn press_typing(&mut self, key: Key, letter: &str) {
        self.harness.key_down(key);
        self.harness.event(Event::Text(letter.to_owned()));
        self.harness.key_up(key);
        self.settle();
    }

    /// Presses and releases a key, and does not wait for what it sets in motion.
    pub(crate) fn press_without_rest(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.step();
    }

    /// Presses a key with others held, and goes on after one pass with the key still down.
    pub(crate) fn press_without_rest_with(&mut self, held: Modifiers, key: Key) {
        self.harness.key_down_modifiers(held, key);
        self.harness.step();
    }

    /// Types `words` where the keyboard's focus is, and goes on after one pass.
    pub(crate) fn type_without_rest(&mut self, words: &str) {
        self.harness.event(Event::Text(words.to_owned()));
        self.harness.step();
    }

    /// Clicks a point of the window.
    pub(crate) fn click_at(&mut self, at: Pos2) {
        self.point_at(at);
        self.harness.drag_at(at);
        self.harness.drop_at(at);
        self.settle();
    }

    /// Clicks a point of the window with the right button.
    pub(crate) fn right_click(&mut self, at: Pos2) {
        self.point_at(at);
        for pressed in [true, false] {
            self.harness.event(Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Secondary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            self.harness.step();
        }
        self.settle();
    }

    /// Drags from one point to another with keys held.
    pub(crate) fn drag_with(&mut self, held: Modifiers, from: Pos2, to: Pos2) {
        self.point_at(from);
        self.harness.event(Event::ModifiersChanged(held));
        for (pos, pressed) in [(from, true), (to, false)] {
            self.harness.hover_at(from + 0.5 * (pos - from));
            self.harness.hover_at(pos);
            self.harness.step();
            self.harness.event(Event::PointerButton {
                pos,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: held,
            });
            self.harness.step();
        }
        self.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        self.settle();
    }

    /// Moves the pointer.
    pub(crate) fn point_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
    }

    /// Takes the pointer out of the window.
    pub(crate) fn pointer_leaves(&mut self) {
        self.harness.remove_cursor();
        self.settle();
    }

    /// Turns the wheel by `notches` at `at`, one after the other; positive is away from the hand.
    pub(crate) fn wheel(&mut self, at: Pos2, notches: i32) {
        self.point_at(at);
        for _ in 0..notches.abs() {
            self.harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Line,
                delta: vec2(0.0, notches.signum() as f32),
                phase: egui::TouchPhase::Move,
                source: MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            });
            self.settle();
        }
    }

    /// Drags from one point to another in `steps`, and lets go without resting.
    pub(crate) fn fling(&mut self, from: Pos2, to: Pos2, steps: u8) {
        self.point_at(from);
        self.harness.drag_at(from);
        for step in 1..=steps {
            let way = f32::from(step) / f32::from(steps);
            self.harness.hover_at(from + way * (to - from));
        }
        self.harness.event(Event::PointerButton {
            pos: to,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        });
        self.harness.step();
    }

    /// Drags from one point to another, rests there, and lets go.
    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.point_at(from);
        self.harness.drag_at(from);
        self.harness.hover_at(from + 0.5 * (to - from));
        self.harness.hover_at(to);
        self.harness.step();
        self.pass(0.4);
        self.harness.drop_at(to);
        self.settle();
    }

    /// Clicks twice in quick succession.
    pub(crate) fn double_click(&mut self, at: Pos2) {
        self.point_at(at);
        for pressed in [true, false, true, false] {
            self.harness.event(Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        self.settle();
    }

    /// How often something was sent to the graphics card to be drawn.
    pub(crate) fn uploads(&self) -> u64 {
        gpu::uploads(&self.graphics)
    }

    /// How many texts were set so far.
    pub(crate) fn texts_made(&self) -> u64 {
        self.harness.state().window.texts_made(&self.harness.ctx)
    }

    /// The last frame, drawn.
    pub(crate) fn picture(&mut self) -> Picture {
        let drawn = self.harness.render().unwrap();
        Picture { width: drawn.width(), height: drawn.height(), rgba: drawn.into_raw() }
    }

    /// Compares the last frame with the picture of that name.
    #[track_caller]
    pub(crate) fn compare(&mut self, name: &str, options: &egui_kittest::SnapshotOptions) {
        self.harness.snapshot_options(name, options);
    }
}

/// What was drawn.
#[derive(PartialEq)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    rgba: Vec<u8>,
}

impl Picture {
    /// The pixels of this part of it: width, height, and red, green and blue of each.
    pub(crate) fn part(&self, [left, top, width, height]: [u32; 4]) -> ([u32; 2], Vec<u8>) {
        let (width, height) = (width.min(self.width - left), height.min(self.height - top));
        let pixel = |x: u32, y: u32| {
            let at = 4 * (y * self.width + x) as usize;
            [self.rgba[at], self.rgba[at + 1], self.rgba[at + 2]]
        };
        let rows = top..top + height;
        let pixels = rows.flat_map(|y| (left..left + width).flat_map(move |x| pixel(x, y)));
        ([width, height], pixels.collect())
    }

    /// How many colours it has.
    pub(crate) fn colors(&self) -> usize {
        let colors: std::collections::HashSet<&[u8]> = self.rgba.chunks_exact(4).collect();
        colors.len()
    }

    /// Red, green and blue where the pixel of a window of one pixel to a point is.
    pub(crate) fn color_at(&self, at: Pos2) -> [u8; 3] {
        let pixel = (at.y.floor() as u32 * self.width + at.x.floor() as u32) as usize * 4;
        [self.rgba[pixel], self.rgba[pixel + 1], self.rgba[pixel + 2]]
    }

    /// Share of the pixels that differ from those of a picture of the same size.
    pub(crate) fn difference(&self, other: &Self) -> f64 {
        let pairs = self.rgba.chunks_exact(4).zip(other.rgba.chunks_exact(4));
        pairs.filter(|(a, b)| a != b).count() as f64 / (self.rgba.len() / 4) as f64
    }

    /// Mean of red, green and blue, 0 to 255.
    pub(crate) fn brightness(&self) -> f64 {
        let sum: u64 = self
            .rgba
            .chunks_exact(4)
            .map(|pixel| pixel[..3].iter().map(|c| u64::from(*c)).sum::<u64>())
            .sum();
        sum as f64 / (3 * self.rgba.len() / 4) as f64
    }
}

/// What a screen reader says of a node: its value where it is a text, else its name.
fn words_of(node: &AccessKitNode<'_>) -> Option<String> {
    let words = if node.role() == Role::Label { node.value() } else { node.label() };
    words.map(|words| isolate::bare(&words).replace('\u{A0}', " "))
}
