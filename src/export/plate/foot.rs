//! The foot of a plate: sources and licences, projection, what borders do not mean, the program.

use crate::export::drawn;
use crate::geodata::GeodataError;
use crate::i18n::{Args, key};
use crate::map::kit::Kit;
use crate::state::AppState;
use crate::text::TextStyle;
use egui::{Context, Galley, Rect, Stroke, Ui, pos2};
use std::sync::Arc;

const STYLE: TextStyle = TextStyle::new(13.0, 18.0);
/// The program's share of the width.
const PROGRAM: f32 = 0.16;

/// The foot, set.
pub(super) struct Foot {
    lines: Vec<Arc<Galley>>,
    program: Arc<Galley>,
}

impl Foot {
    /// Sets it to `width` points.
    ///
    /// # Errors
    /// When the list of sources is damaged.
    pub(super) fn set(
        ctx: &Context,
        state: &AppState,
        kit: Kit<'_>,
        width: f32,
    ) -> Result<Self, GeodataError> {
        let sources = Args::new().text("sources", drawn::credits(state)?.join(" · "));
        let lines = [
            kit.words.format(key::PLATE_SOURCES, sources),
            kit.words.text(key::PLATE_PROJECTION).into_owned(),
            kit.words.text(key::DISCLAIMER_BOUNDARIES).into_owned(),
        ];
        let room = (1.0 - PROGRAM) * width - 16.0;
        let lines = lines.map(|words| kit.text.paragraph(ctx, &words, &STYLE, room, None));
        let program = Args::new()
            .text("name", kit.words.text(key::APP_NAME))
            .text("version", env!("CARGO_PKG_VERSION"));
        let program = kit.words.format(key::PLATE_PROGRAM, program);
        let program = kit.text.ellipsized(ctx, &program, &STYLE.weight(600.0), PROGRAM * width);
        Ok(Self { lines: lines.into(), program })
    }

    /// Height of all of it with its rule.
    pub(super) fn height(&self) -> f32 {
        12.0 + self.lines.iter().map(|set| set.size().y).sum::<f32>()
    }

    /// Paints it into `rect`.
    pub(super) fn show(self, ui: &Ui, kit: Kit<'_>, rect: Rect) {
        let (painter, colors) = (ui.painter(), &kit.theme.ui);
        painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.hairline));
        let mut top = rect.top() + 12.0;
        let (program, width) = (self.program.clone(), self.program.size().x);
        let end = if kit.is_rtl() { rect.left() } else { rect.right() - width };
        painter.galley(pos2(end, top), program, colors.text);
        for set in self.lines {
            let size = set.size();
            let x = if kit.is_rtl() { rect.right() - size.x } else { rect.left() };
            painter.galley(pos2(x, top), set, colors.muted);
            top += size.y;
        }
    }
}
