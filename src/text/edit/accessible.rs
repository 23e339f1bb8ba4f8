//! What a screen reader is told of a field, and what it may ask for.

use egui::accesskit::{Action, ActionData, ActionRequest, TextDirection};
use egui::emath::TSTransform;
use egui::text::CCursor;
use egui::text_selection::CCursorRange;
use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{Event, Galley, Id, Response, Ui, WidgetInfo};

use super::BidiEdit;
use super::field::{Field, Place};
use super::history::Kind;
use crate::text::engine::TextEngine;

/// Tells the name, the text, the caret and the places of the letters.
pub(super) fn tell(
    field: &Field,
    edit: &BidiEdit<'_>,
    ui: &Ui,
    response: &Response,
    text: &str,
    galley: &Galley,
    place: &Place,
) {
    response.widget_info(|| WidgetInfo {
        label: Some(edit.name.to_owned()),
        ..WidgetInfo::text_edit(ui.is_enabled(), edit.text, text, edit.placeholder)
    });
    let known = ui.ctx().accesskit_node_builder(edit.id, |node| {
        node.add_action(Action::SetValue);
        node.add_action(Action::ReplaceSelectedText);
    });
    if known.is_none() {
        return;
    }
    let (anchor, focus) = field.editor.ends();
    let shown = field.editor.shown();
    let cursor =
        |byte: usize| CCursor::new(shown.get(..byte).map_or(0, |head| head.chars().count()));
    let range = CCursorRange { primary: cursor(focus), secondary: cursor(anchor), h_pos: None };
    let from_galley = TSTransform::from_translation(place.origin.to_vec2());
    let has_focus = ui.memory(|memory| memory.has_focus(edit.id));
    update_accesskit_for_text_widget(
        ui.ctx(),
        edit.id,
        has_focus.then_some(range),
        from_galley,
        galley,
    );
    if place.rtl {
        // egui says left-to-right of every text.
        let runs = galley.text().chars().count().div_ceil(CHARS_IN_RUN).max(1);
        for run in 0..runs {
            ui.ctx().accesskit_node_builder(edit.id.with(0_usize).with(run), |node| {
                node.set_text_direction(TextDirection::RightToLeft);
            });
        }
    }
}

/// Characters of one run of text in egui's accessibility tree.
const CHARS_IN_RUN: usize = 255;

/// The text that assistive technology puts into the field, which need not have the focus for it.
pub(super) fn value_asked_for(ui: &Ui, id: Id) -> Option<String> {
    ui.input(|input| {
        let mut requests = input.accesskit_action_requests(id, Action::SetValue);
        requests.find_map(|request| match &request.data {
            Some(ActionData::Value(value)) => Some(value.to_string()),
            _ => None,
        })
    })
}

/// Does what assistive technology asks for; whether it was of this field.
pub(super) fn hear(
    field: &mut Field,
    edit: &BidiEdit<'_>,
    ui: &Ui,
    engine: &TextEngine,
    request: &ActionRequest,
) -> bool {
    match (&request.action, &request.data) {
        _ if request.target_node != edit.id.accesskit_id() => false,
        (Action::ReplaceSelectedText, Some(ActionData::Value(text))) => {
            engine.with_shaper(|shaper| field.editor.insert(shaper, text, Kind::Whole));
            true
        }
        (Action::SetTextSelection, Some(_)) => {
            let galley = engine.line(ui.ctx(), field.editor.shown(), &edit.style);
            let mut range = CCursorRange::default();
            let event = Event::AccessKitActionRequest(request.clone());
            if range.on_event(ui.ctx().os(), &event, &galley, edit.id) {
                let shown = field.editor.shown();
                let byte = |cursor: CCursor| {
                    let mut chars = shown.char_indices();
                    chars.nth(cursor.index.0).map_or(shown.len(), |(byte, _)| byte)
                };
                let (anchor, focus) = (byte(range.secondary), byte(range.primary));
                engine.with_shaper(|shaper| field.editor.select(shaper, anchor, focus));
            }
            true
        }
        _ => false,
    }
}
