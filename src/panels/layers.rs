//! What the map draws: the tab of the layers.

use super::legend;
use super::row::Row;
use super::widgets::switch::switch_row;
use super::widgets::{
    ButtonLook, button, button_width, heading_in, paragraph, section_line, slider,
};
use crate::i18n::{Key, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, Base, Layer, Layers, Strength};
use egui::Ui;

/// Shows the tab.
pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let layers = &state.session.layers;
    heading(ui, kit, key::LAYERS_BASE);
    super::base::base_section(ui, state, kit, actions);
    ui.add_space(8.0);
    let mut slide = |name, now, action: fn(Strength) -> Action| {
        actions.extend(slider::slider(ui, kit, &kit.words.text(name), now).map(action));
    };
    // Another base has no relief.
    if state.session.base.shown == Base::Relief {
        slide(key::LAYERS_RELIEF, layers.relief, Action::SetRelief);
    }
    slide(key::LAYERS_TINTS, layers.tints, Action::SetTints);
    section_line(ui, kit);
    heading(ui, kit, key::LAYERS_SHOWN);
    paragraph(ui, kit, &kit.words.text(key::LAYERS_ORDER), &NOTE, kit.theme.ui.muted);
    for layer in Layer::ALL {
        let turned = switch_row(ui, kit, layer_key(layer), layers.shows(layer));
        actions.extend(turned.map(|shown| Action::ShowLayer(layer, shown)));
    }
    section_line(ui, kit);
    heading(ui, kit, key::LAYERS_LEGEND);
    legend::show(ui, state, kit);
    if *layers != Layers::default() {
        section_line(ui, kit);
        let mut row = Row::allocate(ui, kit, 36.0);
        let name = key::LAYERS_RESET;
        let cell = row.start(button_width(ui, kit, &kit.words.text(name), false));
        if button(ui, kit, cell, name, None, ButtonLook::Raised).clicked() {
            actions.push(Action::ResetLayers);
        }
    }
}

fn heading(ui: &mut Ui, kit: Kit<'_>, name: Key) {
    let row = Row::allocate(ui, kit, 28.0);
    heading_in(ui, kit, row.rest(), &kit.words.text(name));
}

/// What a layer is called.
const fn layer_key(layer: Layer) -> Key {
    match layer {
        Layer::Overview => key::LAYER_OVERVIEW,
        Layer::Pins => key::LAYER_PINS,
        Layer::Distances => key::LAYER_DISTANCES,
        Layer::Towns => key::LAYER_TOWNS,
        Layer::Airports => key::LAYER_AIRPORTS,
        Layer::Features => key::LAYER_FEATURES,
        Layer::Borders => key::LAYER_BORDERS,
        Layer::Regions => key::LAYER_REGIONS,
        Layer::Graticule => key::LAYER_GRATICULE,
        Layer::Water => key::LAYER_WATER,
    }
}
