//! A figure in a box with round ends, as it stands on the map.

use super::kit::Kit;
use crate::text::TextStyle;
use egui::{Galley, Painter, Rect, Stroke, StrokeKind, Vec2, vec2};
use std::sync::Arc;

/// Height of a pill.
const HEIGHT: f32 = 22.0;
/// Room at the ends of its words.
const AROUND: f32 = 10.0;

/// The words of a pill, set.
pub(super) struct Pill(Arc<Galley>);

/// Sets `words` for a pill.
pub(super) fn set(painter: &Painter, kit: Kit<'_>, words: &str) -> Pill {
    let style = TextStyle::new(13.0, 16.0).weight(600.0).tabular();
    Pill(kit.text.line(painter.ctx(), words, &style))
}

impl Pill {
    /// Its size.
    pub(super) fn size(&self) -> Vec2 {
        vec2(self.0.size().x + 2.0 * AROUND, HEIGHT)
    }

    /// Paints it into `rect`, which is as large as [`Pill::size`].
    pub(super) fn paint(self, painter: &Painter, kit: Kit<'_>, rect: Rect) {
        let edge = Stroke::new(1.0, kit.theme.ui.accent);
        painter.rect(rect, 0.5 * HEIGHT, kit.theme.ui.panel, edge, StrokeKind::Inside);
        painter.galley(rect.center() - 0.5 * self.0.size(), self.0, kit.theme.ui.text);
    }
}
