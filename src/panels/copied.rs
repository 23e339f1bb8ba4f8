//! That something was copied: said beside what copied it, for a while.

use crate::i18n::key;
use crate::map::controls::hint;
use crate::map::kit::Kit;
use egui::{Id, Rect, Ui};
use std::time::Duration;

/// How long it is said, in seconds.
const SAID_FOR: f64 = 2.0;

/// Remembers that what has this `id` was copied now.
pub(super) fn remember(ui: &Ui, id: Id) {
    let now = ui.input(|input| input.time);
    ui.data_mut(|data| data.insert_temp(id, now));
    ui.ctx().request_repaint();
}

/// Whether it is still said of what has this `id`.
pub(super) fn is_said(ui: &Ui, id: Id) -> bool {
    let now = ui.input(|input| input.time);
    let since = ui.data(|data| data.get_temp::<f64>(id)).map(|then| now - then);
    let said = since.filter(|since| (0.0..SAID_FOR).contains(since));
    if let Some(since) = said {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(SAID_FOR - since));
    }
    said.is_some()
}

/// Says it beside `rect`.
pub(super) fn say(ui: &Ui, kit: Kit<'_>, rect: Rect) {
    hint(ui, rect, &kit.words.text(key::ACTION_COPIED), kit);
}
