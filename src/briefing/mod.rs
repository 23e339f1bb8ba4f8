//! The briefing on screen: a scene's map and text, what lies over them, and the presenter's keys.
//!
//! Everything is laid out on a canvas of 1600 by 900 points, which the window scales to the screen,
//! so that text is as large in the back row on every projector: 14 points are 17 pixels of 1080p.

mod card;
mod keys;
mod overlay;
mod strips;
mod text;

pub use text::SceneText;

use crate::map::MapWidget;
use crate::map::kit::Kit;
use crate::map::view::View;
use crate::state::{Action, AppState, Briefing, BriefingAction, briefing};
use egui::{Context, CursorIcon, Rect, Ui, Vec2, pos2, vec2};

/// The canvas that everything is laid out on.
const CANVAS: Vec2 = vec2(1600.0, 900.0);
/// The smallest and the largest that it is drawn.
const SCALES: (f32, f32) = (0.4, 8.0);
/// How long the strips stay after the pointer moved, in seconds.
const STAY: f64 = 3.0;
/// Room round the card.
const MARGIN: f32 = 40.0;
/// Width of the card beside the map.
const CARD: f32 = 500.0;
/// A narrower canvas has the card below the map.
const BESIDE_FROM: f32 = 1080.0;
/// What the strips take at the foot, and the presenter's at the head.
const FOOT: f32 = 76.0;
const HEAD: f32 = 64.0;

/// What the presenter's screen keeps between frames.
#[derive(Default)]
pub struct Presenter {
    /// When the briefing began, in seconds.
    began: Option<f64>,
    /// When the pointer moved last.
    moved: f64,
    /// What is being drawn.
    stroke: overlay::Drawing,
}

/// The time of day, from the clock on the wall: hours and minutes.
pub type Clock = [u8; 2];

/// How large the canvas is drawn on a screen of `size` points at scale 1.
#[must_use]
pub fn scale(size: Vec2) -> f32 {
    (size.x / CANVAS.x).min(size.y / CANVAS.y).clamp(SCALES.0, SCALES.1)
}

impl Presenter {
    /// Shows the briefing in all of the window; nothing where there is none.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &AppState,
        kit: Kit<'_>,
        map: &mut MapWidget,
        clock: Clock,
        actions: &mut Vec<Action>,
    ) -> Option<View> {
        let (held, scene) = (state.briefing.as_ref()?, briefing::scene(state)?);
        let ctx = ui.ctx().clone();
        let now = ctx.input(|i| i.time);
        let began = *self.began.get_or_insert(now);
        let keys = keys::pressed(&ctx, state, kit.is_rtl());
        actions.extend(keys.into_iter().map(Action::Briefing));
        let whole = ui.available_rect_before_wrap();
        let places = Places::new(whole, kit.is_rtl(), held);
        let (view, response) = map.present(ui, state, kit, places.free, actions);
        let mut does = |action| actions.push(Action::Briefing(action));
        self.stroke.hands(&response, &view, held, &mut does);
        if response.clicked() && held.pen.is_none() {
            does(BriefingAction::Step(1));
        }
        overlay::paint_strokes(ui, &view, held, self.stroke.points());
        if let Some(card) = places.card {
            card::show(ui, state, kit, scene, card);
        }
        let shows_strips = self.shows_strips(&ctx, held, now);
        if shows_strips {
            let elapsed = now - began;
            strips::show(ui, state, kit, &places, (elapsed, clock), &mut does);
        } else if held.pen.is_none() && !held.has_spotlight {
            ctx.set_cursor_icon(CursorIcon::None);
        }
        overlay::show(&ctx, whole, held, kit);
        Some(view)
    }

    /// Forgets the briefing that has ended.
    pub fn rest(&mut self) {
        *self = Self::default();
    }

    /// Whether the strips are shown: while the pointer moves, and a little longer.
    fn shows_strips(&mut self, ctx: &Context, held: &Briefing, now: f64) -> bool {
        let moves = ctx.input(|i| i.pointer.delta() != Vec2::ZERO || i.pointer.any_down());
        if moves {
            self.moved = now;
        }
        let focused = ctx.memory(|memory| memory.focused().is_some());
        let left = self.moved + STAY - now;
        let stays = held.has_strip || held.pen.is_some() || held.typed.is_some() || focused;
        if stays {
            // The clock goes on.
            ctx.request_repaint_after(std::time::Duration::from_secs(1));
        } else if left > 0.0 {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(left.min(1.0)));
        }
        stays || left > 0.0
    }
}

/// What stands where.
struct Places {
    whole: Rect,
    /// The text's, unless it is hidden.
    card: Option<Rect>,
    /// What is left of the map.
    free: Rect,
}

impl Places {
    fn new(whole: Rect, rtl: bool, held: &Briefing) -> Self {
        // The presenter's strip stands over the map.
        let head = if held.has_strip { HEAD } else { 0.0 };
        let foot = if held.pen.is_some() { FOOT + strips::PENS } else { FOOT };
        let above_foot = whole.with_max_y(whole.bottom() - foot).with_min_y(whole.top() + head);
        if held.hides_text {
            return Self { whole, card: None, free: above_foot };
        }
        if whole.width() < BESIDE_FROM {
            let height = (0.46 * whole.height()).min(above_foot.height());
            let card = above_foot.with_min_y(above_foot.bottom() - height).shrink2(vec2(24.0, 0.0));
            let free = above_foot.with_max_y(card.top());
            return Self { whole, card: Some(card), free };
        }
        let (left, right) = (whole.left() + MARGIN, whole.right() - MARGIN);
        let (min, max) = (whole.top() + MARGIN, whole.bottom() - FOOT);
        let (card, free) = if rtl {
            let card = Rect::from_min_max(pos2(right - CARD, min), pos2(right, max));
            (card, above_foot.with_max_x(card.left()))
        } else {
            let card = Rect::from_min_max(pos2(left, min), pos2(left + CARD, max));
            (card, above_foot.with_min_x(card.right()))
        };
        Self { whole, card: Some(card), free }
    }
}
