//! Above the list of places: how many there are, in which order, and which filters they passed.

use super::row::{At, Row, text_in};
use super::widgets::{
    BODY, ButtonLook, Group, button, button_width, choice_rows, choice_width, paragraph, radio,
    section_line,
};
use crate::dossier::Kind;
use crate::geodata::{Country, CountryCode};
use crate::i18n::{Args, Key, key};
use crate::map::kind_key;
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, Listing, Order, Said};
use crate::text::TextStyle;
use egui::Ui;

/// Shows the heading with the count of what is `shown`, and the filters where they are open.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    shown: usize,
    actions: &mut Vec<Action>,
) {
    let listing = &state.session.listing;
    let heading = TextStyle::new(16.0, 24.0).weight(600.0);
    paragraph(ui, kit, &kit.words.text(heading_key(listing.order)), &heading, kit.theme.ui.text);
    let all = state.world.dossier.places.len();
    let count = if shown == all {
        kit.words.format(key::PLACES_COUNT, Args::new().count("count", all))
    } else {
        let args = Args::new().plain("shown", shown as i64).count("all", all);
        kit.words.format(key::PLACES_SOME, args)
    };
    let name = if listing.open { key::FILTERS_HIDE } else { key::FILTERS_SHOW };
    let mut row = Row::allocate(ui, kit, 36.0);
    let width = button_width(ui, kit, &kit.words.text(name), false);
    let cell = row.end(width.min(row.rest().width()));
    let count = kit.text.line(ui.ctx(), &count, &NOTE);
    if count.size().x <= row.rest().width() {
        text_in(ui, kit, row.rest(), count, kit.theme.ui.muted, At::Start);
    }
    let mut set = |listing: Listing| actions.push(Action::SetListing(listing));
    if button(ui, kit, cell, name, None, ButtonLook::Raised).clicked() {
        set(Listing { open: !listing.open, ..listing.clone() });
    }
    if listing.open {
        filters(ui, state, kit, &mut set);
    }
    if listing.is_filtered() {
        ui.add_space(8.0);
        let mut row = Row::allocate(ui, kit, 36.0);
        let name = key::FILTERS_CLEAR;
        let width = button_width(ui, kit, &kit.words.text(name), false);
        let cell = row.start(width.min(row.rest().width()));
        if button(ui, kit, cell, name, None, ButtonLook::Raised).clicked() {
            set(listing.unfiltered());
        }
    }
}

/// Says that nothing passes the filters; how to clear them stands above.
pub(super) fn nothing(ui: &mut Ui, kit: Kit<'_>) {
    ui.add_space(12.0);
    paragraph(ui, kit, &kit.words.text(key::FILTERS_NOTHING), &BODY, kit.theme.ui.muted);
}

fn filters(ui: &mut Ui, state: &AppState, kit: Kit<'_>, set: &mut impl FnMut(Listing)) {
    let listing = &state.session.listing;
    let dossier = &state.world.dossier;
    let lang = kit.words.lang();
    let orders = Order::ALL.map(|order| (order, kit.words.text(order_key(order)).into_owned()));
    if let Some(order) = rows(ui, kit, key::FILTER_ORDER, &orders, listing.order) {
        set(Listing { order, ..listing.clone() });
    }
    let any = || kit.words.text(key::FILTER_ANY).into_owned();
    let there = |kind: &Kind| dossier.places.iter().any(|place| place.kind == *kind);
    let kinds = Kind::ALL.into_iter().filter(there);
    let kinds = kinds.map(|kind| (Some(kind), kit.words.text(kind_key(kind)).into_owned()));
    let kinds: Vec<_> = std::iter::once((None, any())).chain(kinds).collect();
    if let Some(kind) = rows(ui, kit, key::FILTER_KIND, &kinds, listing.kind) {
        set(Listing { kind, ..listing.clone() });
    }
    let mut codes: Vec<CountryCode> = dossier.places.iter().filter_map(|p| p.country).collect();
    // The four first, then the others.
    let rank = |code: CountryCode| {
        let four = Country::from_code(code);
        four.map_or(Country::ALL.len(), |country| country as usize)
    };
    codes.sort_by_key(|code| (rank(*code), *code));
    codes.dedup();
    // Of a country far off the ground has no name; its places are found by their own.
    codes.retain(|code| !state.world.country_name(*code, lang).is_empty());
    let countries =
        codes.into_iter().map(|code| (Some(code), state.world.country_name(code, lang).to_owned()));
    let countries: Vec<_> = std::iter::once((None, any())).chain(countries).collect();
    if let Some(country) = rows(ui, kit, key::FILTER_COUNTRY, &countries, listing.country) {
        set(Listing { country, ..listing.clone() });
    }
    let said = [
        (None, key::FILTER_ANY),
        (Some(Said::Article), key::FILTER_ARTICLE),
        (Some(Said::Context), key::FILTER_CONTEXT),
    ];
    let said = said.map(|(said, key)| (said, kit.words.text(key).into_owned()));
    if let Some(said) = rows(ui, kit, key::FILTER_SAID, &said, listing.said) {
        set(Listing { said, ..listing.clone() });
    }
    let acts = |index: &usize| {
        dossier.actors.get(*index).is_some_and(|actor| {
            let only = Listing { actor: Some(actor.id.clone()), ..Listing::default() };
            dossier.places.iter().any(|place| only.passes(&state.world, place))
        })
    };
    let actors = (0..dossier.actors.len()).filter(acts).filter_map(|index| {
        Some((Some(index), dossier.actors.get(index)?.names.get(lang).to_owned()))
    });
    let actors: Vec<_> = std::iter::once((None, any())).chain(actors).collect();
    let chosen = listing.actor.as_ref();
    let chosen = chosen.and_then(|id| dossier.actors.iter().position(|actor| actor.id == *id));
    if let Some(actor) = rows(ui, kit, key::FILTER_ACTOR, &actors, chosen) {
        let actor = actor.and_then(|index| dossier.actors.get(index));
        set(Listing { actor: actor.map(|actor| actor.id.clone()), ..listing.clone() });
    }
    section_line(ui, kit);
}

/// A filter's name, and under it what can be chosen.
fn rows<T: Copy + PartialEq>(
    ui: &mut Ui,
    kit: Kit<'_>,
    name: Key,
    options: &[(T, String)],
    now: T,
) -> Option<T> {
    let label = kit.words.text(name);
    ui.add_space(8.0);
    paragraph(ui, kit, &label, &NOTE.weight(600.0), kit.theme.ui.muted);
    let options: Vec<(T, &str)> =
        options.iter().map(|(value, words)| (*value, words.as_str())).collect();
    let fits =
        |(_, words): &(T, &str)| choice_width(ui, kit, &[((), *words)]) <= ui.available_width();
    if options.iter().all(fits) {
        return choice_rows(ui, kit, Group { label: &label, id: name.name() }, &options, now);
    }
    let mut picked = None;
    for (value, words) in &options {
        let row = Row::allocate(ui, kit, radio::height(ui, kit, words, ui.available_width()));
        let id = ui.scope_id().with((name.name(), *words));
        if radio::row(ui, kit, row.rest(), id, words, *value == now) {
            picked = Some(*value);
        }
    }
    picked
}

const fn heading_key(order: Order) -> Key {
    match order {
        Order::Article => key::PLACES_HEADING,
        Order::Name | Order::Date | Order::Border | Order::Excerpts => key::PANEL_PLACES,
    }
}

const fn order_key(order: Order) -> Key {
    match order {
        Order::Article => key::ORDER_ARTICLE,
        Order::Name => key::ORDER_NAME,
        Order::Date => key::ORDER_DATE,
        Order::Border => key::ORDER_BORDER,
        Order::Excerpts => key::ORDER_EXCERPTS,
    }
}
