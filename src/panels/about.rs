//! What the program is, whose data it shows, under which terms, and what it does not claim.

use super::widgets::{BODY, paragraph};
use crate::geodata::Manifest;
use crate::i18n::{Args, Key, isolate, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::{AppState, open_tiles};
use crate::text::{TextStyle, ltr};
use egui::Ui;
use std::sync::LazyLock;

/// Whose data it shows, and its typefaces, in the order of their weight on the map.
const CREDITS: [Key; 9] = [
    key::CREDIT_BORDERS,
    key::CREDIT_PLACES,
    key::CREDIT_AIRPORTS,
    key::CREDIT_REGIONS,
    key::CREDIT_RIVERS,
    key::CREDIT_RELIEF,
    key::CREDIT_NAMES,
    key::CREDIT_GROUND,
    key::CREDIT_FONTS,
];

/// The lines of the manifest, with the dates of the data; read once.
static DATA: LazyLock<Vec<String>> = LazyLock::new(|| match Manifest::embedded() {
    Ok(manifest) => manifest.credits_with_licences(),
    Err(error) => {
        tracing::error!(%error, "the manifest cannot be read");
        Vec::new()
    }
});

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>) {
    let colors = &kit.theme.ui;
    let name = TextStyle::new(16.0, 24.0).weight(700.0);
    paragraph(ui, kit, &kit.words.text(key::APP_NAME), &name, colors.text);
    let version = Args::new().text("version", env!("CARGO_PKG_VERSION"));
    paragraph(ui, kit, &kit.words.format(key::ABOUT_VERSION, version), &NOTE, colors.muted);
    ui.add_space(12.0);
    paragraph(ui, kit, &kit.words.text(key::ABOUT_TEXT), &BODY, colors.text);
    ui.add_space(16.0);
    let heading = NOTE.weight(600.0);
    paragraph(ui, kit, &kit.words.text(key::CREDITS_HEADING), &heading, colors.muted);
    ui.add_space(4.0);
    if let Some(info) = open_tiles(state) {
        let inserted = |text| isolate::inserted(kit.words.lang(), text).into_owned();
        let args =
            Args::new().text("name", inserted(&info.name)).text("source", inserted(info.credit()));
        paragraph(ui, kit, &kit.words.format(key::CREDIT_ARCHIVE, args), &NOTE, colors.text);
        ui.add_space(2.0);
    }
    for credit in CREDITS {
        paragraph(ui, kit, &kit.words.text(credit), &NOTE, colors.text);
        ui.add_space(2.0);
    }
    ui.add_space(10.0);
    paragraph(ui, kit, &kit.words.text(key::CREDITS_DATA), &heading, colors.muted);
    ui.add_space(4.0);
    for line in DATA.iter() {
        paragraph(ui, kit, &ltr(line), &NOTE, colors.muted);
        ui.add_space(2.0);
    }
    ui.add_space(10.0);
    paragraph(ui, kit, &kit.words.text(key::DISCLAIMER_BOUNDARIES), &NOTE, colors.muted);
}
