//! What the program is, whose data it shows, under which terms, and what it does not claim.

use super::licences::{self, LICENCES, Licence, Name, plain_text};
use super::linked_crates::{self, LinkedCrate};
use super::reading::{Book, Entry};
use super::row::{At, Row, paint_text, passage_colors};
use super::widgets::{BODY, clickable, paragraph, way_back};
use crate::geodata::{Manifest, Source};
use crate::i18n::{Args, Key, isolate, key};
use crate::map::controls::{RADIUS, focus_ring};
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, Dialog, ReadAction, open_tiles};
use crate::text::{Direction, Passage, TextStyle, ltr, selectable};
use egui::{Id, Role, Ui, WidgetInfo, vec2};
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

/// The numbers of the pages: what the program is, its data, the licences, the crates, and from there
/// on a page for each crate.
const PROGRAM: usize = 0;
const DATA: usize = 1;
const FIRST_LICENCE: usize = 2;
const CRATES: usize = FIRST_LICENCE + LICENCES.len();
const FIRST_CRATE: usize = CRATES + 1;

/// The manifest of the data; read once.
static MANIFEST: LazyLock<Option<Manifest>> = LazyLock::new(|| match Manifest::embedded() {
    Ok(manifest) => Some(manifest),
    Err(error) => {
        tracing::error!(%error, "the manifest cannot be read");
        None
    }
});

pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    height: f32,
    actions: &mut Vec<Action>,
) {
    let reading = &state.about;
    let entries = entries(kit);
    let book = Book {
        dialog: Dialog::About,
        reading,
        entries: &entries,
        open: reading.page.min(CRATES),
        find: None,
        nothing: None,
    };
    book.show(ui, kit, height, actions, |ui, actions| {
        selectable(ui, Id::unique(("about", reading.page)), |ui| match reading.page {
            PROGRAM => program(ui, state, kit),
            DATA => data(ui, kit, actions),
            CRATES => crates(ui, kit, actions),
            page => {
                let licence = page.checked_sub(FIRST_LICENCE).and_then(|at| LICENCES.get(at));
                let of = page.checked_sub(FIRST_CRATE);
                let of = of.and_then(|at| linked_crates::all().get(at));
                if let Some(licence) = licence {
                    show_licence(ui, kit, licence);
                } else if let Some(of) = of {
                    show_crate(ui, kit, *of, actions);
                }
            }
        });
    });
}

fn entries(kit: Kit<'_>) -> Vec<Entry> {
    let entry = |page, words: String, heading| Entry {
        page,
        words: words.into(),
        note: String::new(),
        heading,
    };
    let text = |key| kit.words.text(key).into_owned();
    let mut entries = vec![
        entry(PROGRAM, text(key::ABOUT_PROGRAM), None),
        entry(DATA, text(key::ABOUT_DATA), None),
    ];
    for (at, licence) in LICENCES.iter().enumerate() {
        let heading = (at == 0).then_some(key::ABOUT_LICENCES);
        entries.push(entry(FIRST_LICENCE + at, name(kit, licence), heading));
    }
    let count = linked_crates::all().len();
    let note = kit.words.numbers().plain(count as i64);
    let crates = entry(CRATES, text(key::ABOUT_CRATES), Some(key::ABOUT_LIBRARIES));
    entries.push(Entry { note, ..crates });
    entries
}

fn name(kit: Kit<'_>, licence: &Licence) -> String {
    match licence.name {
        Name::Own(name) => isolate::inserted(kit.words.lang(), name).into_owned(),
        Name::Said(key) => kit.words.text(key).into_owned(),
    }
}

/// How the heading of a page is set.
const TITLE: TextStyle = TextStyle::new(16.0, 24.0).weight(700.0);

/// The heading of a page.
fn title(ui: &mut Ui, kit: Kit<'_>, words: &str) {
    paragraph(ui, kit, words, &TITLE, kit.theme.ui.text);
    ui.add_space(8.0);
}

/// What the program is, whose data it shows, and what it does not claim.
fn program(ui: &mut Ui, state: &AppState, kit: Kit<'_>) {
    let colors = &kit.theme.ui;
    paragraph(ui, kit, &kit.words.text(key::APP_NAME), &TITLE, colors.text);
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
    paragraph(ui, kit, &kit.words.text(key::ABOUT_OWN_LICENCE), &NOTE, colors.text);
    ui.add_space(10.0);
    paragraph(ui, kit, &kit.words.text(key::DISCLAIMER_BOUNDARIES), &NOTE, colors.muted);
}

/// Each source of the data, as the manifest has it.
fn data(ui: &mut Ui, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let colors = &kit.theme.ui;
    title(ui, kit, &kit.words.text(key::ABOUT_DATA));
    paragraph(ui, kit, &kit.words.text(key::ABOUT_DATA_TEXT), &BODY, colors.text);
    ui.add_space(16.0);
    for source in MANIFEST.iter().flat_map(|manifest| &manifest.sources) {
        let Source { credit, what, date, licence, ecosystem, package, version, .. } = source;
        paragraph(ui, kit, &ltr(credit), &NOTE.weight(600.0), colors.text);
        paragraph(ui, kit, &ltr(what), &NOTE, colors.text);
        // The licence leads to its text.
        let before = format!("{date} · ");
        let terms = format!("{before}{licence} · {ecosystem}: {package} {version}");
        let style = NOTE.direction(Direction::Ltr);
        let rich = kit.text.plain(ui.ctx(), &terms, &style, Some(ui.available_width()));
        let link = before.len()..before.len() + licence.len();
        let shown = Passage::new(&rich)
            .keyed(ui, &source.id)
            .links(std::slice::from_ref(&link))
            .show(ui, &passage_colors(kit, colors.muted));
        if let (Some(_), Some(at)) = (shown.clicked, licences::of(source)) {
            actions.push(Action::Read(Dialog::About, ReadAction::Turn(FIRST_LICENCE + at)));
        }
        ui.add_space(12.0);
    }
}

fn show_licence(ui: &mut Ui, kit: Kit<'_>, licence: &Licence) {
    title(ui, kit, &name(kit, licence));
    for text in licence.texts {
        plain_text(ui, kit, text);
        ui.add_space(16.0);
    }
}

/// The list of the crates.
fn crates(ui: &mut Ui, kit: Kit<'_>, actions: &mut Vec<Action>) {
    title(ui, kit, &kit.words.text(key::ABOUT_CRATES));
    paragraph(ui, kit, &kit.words.text(key::ABOUT_CRATES_TEXT), &BODY, kit.theme.ui.text);
    ui.add_space(12.0);
    for (at, of) in linked_crates::all().iter().enumerate() {
        if crate_row(ui, kit, at, *of) {
            actions.push(Action::Read(Dialog::About, ReadAction::Turn(FIRST_CRATE + at)));
        }
    }
}

/// A crate in the list; says whether it was pressed.
fn crate_row(ui: &mut Ui, kit: Kit<'_>, at: usize, of: LinkedCrate) -> bool {
    let colors = &kit.theme.ui;
    let size = vec2(ui.available_width(), 28.0);
    let (rect, response) = clickable(ui, ("crate", at), size);
    let comma = kit.words.text(key::LIST_COMMA);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Link, true, format!("{}{comma}{}", of.name, of.licence))
    });
    if response.gained_focus() && !ui.clip_rect().contains_rect(rect) {
        response.scroll_to_me(None);
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(8.0, 0.0)), RADIUS, colors.hover);
    }
    focus_ring(ui, &response, rect.expand2(vec2(8.0, 0.0)), RADIUS, kit);
    let mut row = Row::new(rect, kit.is_rtl());
    let name = kit.text.line(ui.ctx(), of.name, &NOTE);
    let cell = row.start(name.size().x + 16.0);
    paint_text(ui, kit, cell, name, colors.text, At::Start);
    let licence = kit.text.ellipsized(ui.ctx(), &ltr(of.licence), &NOTE, row.rest().width());
    paint_text(ui, kit, row.rest(), licence, colors.muted, At::End);
    response.clicked()
}

/// A crate with its notices.
fn show_crate(ui: &mut Ui, kit: Kit<'_>, of: LinkedCrate, actions: &mut Vec<Action>) {
    let mut row = Row::allocate(ui, kit, 36.0);
    if way_back(ui, kit, &mut row, key::ABOUT_ALL_CRATES).clicked() {
        actions.push(Action::Read(Dialog::About, ReadAction::Turn(CRATES)));
    }
    ui.add_space(8.0);
    title(ui, kit, &ltr(of.name));
    paragraph(ui, kit, &ltr(of.licence), &NOTE, kit.theme.ui.text);
    paragraph(ui, kit, &ltr(of.source), &NOTE, kit.theme.ui.muted);
    ui.add_space(16.0);
    let mut is_bare = true;
    for notice in linked_crates::notices(of) {
        is_bare = false;
        plain_text(ui, kit, notice);
        ui.add_space(16.0);
    }
    if is_bare {
        paragraph(ui, kit, &kit.words.text(key::ABOUT_NO_NOTICE), &NOTE, kit.theme.ui.muted);
    }
}
