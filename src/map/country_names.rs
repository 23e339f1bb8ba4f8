//! The names of the four countries as buttons: each opens its country's card.

use super::controls::{RADIUS, focus_ring, pressable};
use super::kit::Kit;
use super::paint::Painted;
use crate::state::{Action, AppState, MapMenu, measuring, scenes};
use egui::{CursorIcon, Role, Ui, WidgetInfo};

/// Takes the clicks on them; with the instrument on they are ground like any other.
pub(super) fn hands(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    painted: &Painted,
    actions: &mut Vec<Action>,
) {
    if measuring::is_on(&state.session) || scenes::is_pointing(state) {
        return;
    }
    for (country, rect) in &painted.countries {
        let name = state.world.country_name(country.code(), kit.words.lang());
        let response = pressable(ui, *rect, ui.scope_id().with(("country", country)));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        focus_ring(ui, &response, *rect, RADIUS, kit);
        if response.clicked() {
            actions.push(Action::ShowCountry(*country));
        }
        if response.secondary_clicked()
            && let Some(on_screen) = response.interact_pointer_pos()
        {
            let at = painted.view.geo_from_screen(on_screen);
            let menu = MapMenu { on_screen: on_screen.into(), at, place: None };
            actions.push(Action::OpenMenu(Some(menu)));
        }
    }
}
