//! Tiles from the network: the question whether a host may be asked, the sources there are, and what is
//! kept of their tiles.

use super::entry::Entry;
use super::row::{At, Row, text_in};
use super::widgets::radio::Done;
use super::widgets::{
    BODY, ButtonLook, ButtonWords, Group, button, button_saying, button_width, choice,
    choice_width, heading, paragraph, radio, section_line,
};
use crate::i18n::{Args, Key, Words, isolate, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::online::{
    CacheLimit, Host, LONGEST, LONGEST_CREDIT, OPEN_STREET_MAP, OnlineSource, Template,
    TemplateFault,
};
use crate::state::{Action, AppState, Base, OnlineAction, trouble_words};
use egui::{Id, Rect, Ui, vec2};

/// Height of a button.
const HIGH: f32 = 36.0;

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let asked = state.online.asked_host();
    let is_new = has_changed(ui, asked.as_ref());
    if let Some(host) = asked {
        question(ui, kit, &host, is_new, actions);
        return;
    }
    paragraph(ui, kit, &kit.words.text(key::ONLINE_INTRO), &BODY, kit.theme.ui.text);
    trouble(ui, state, kit, actions);
    ui.add_space(12.0);
    heading(ui, kit, key::ONLINE_SOURCES);
    let sources: Vec<OnlineSource> = state.online.sources().collect();
    for source in &sources {
        ui.push_id(&source.name, |ui| source_row(ui, state, kit, source, actions));
    }
    ui.add_space(16.0);
    address(ui, state, kit, actions);
    section_line(ui, kit);
    allowed(ui, state, kit, actions);
    section_line(ui, kit);
    cache(ui, state, kit, actions);
}

/// A host's name in a sentence.
fn inserted(words: &Words, host: &Host) -> String {
    isolate::inserted(words.lang(), host.name()).into_owned()
}

fn host_args<'a>(words: &Words, host: &Host) -> Args<'a> {
    Args::new().text("host", inserted(words, host))
}

/// Whether another host is asked about than in the last frame, or none any more: the sheet then has
/// another height, and takes its place a frame later.
fn has_changed(ui: &Ui, asked: Option<&Host>) -> bool {
    let id = Id::unique("host that is asked about");
    let before: Option<Host> = ui.data(|data| data.get_temp(id)).flatten();
    if before.as_ref() == asked {
        return false;
    }
    ui.data_mut(|data| data.insert_temp(id, asked.cloned()));
    ui.ctx().request_repaint();
    true
}

fn question(ui: &mut Ui, kit: Kit<'_>, host: &Host, is_new: bool, actions: &mut Vec<Action>) {
    let (words, colors) = (kit.words, &kit.theme.ui);
    let asks = words.format(key::ONLINE_ASK, host_args(words, host));
    paragraph(ui, kit, &asks, &BODY.weight(600.0), colors.text);
    ui.add_space(12.0);
    heading(ui, kit, key::ONLINE_LEARNS);
    let is_here = host.is_this_computer();
    let learns: &[Key] = if is_here {
        &[key::ONLINE_LEARNS_HERE]
    } else {
        &[
            key::ONLINE_LEARNS_ADDRESS,
            key::ONLINE_LEARNS_VIEW,
            key::ONLINE_LEARNS_PROGRAM,
            key::ONLINE_LEARNS_WAY,
        ]
    };
    for key in learns {
        paragraph(ui, kit, &words.text(*key), &BODY, colors.text);
        ui.add_space(4.0);
    }
    ui.add_space(8.0);
    let is_osm = OnlineSource::open_street_map().is_some_and(|osm| osm.template.host() == host);
    let notes = [
        Some(key::ONLINE_NOT_LEARNS).filter(|_| !is_here),
        Some(key::ONLINE_REMEMBERED),
        Some(key::ONLINE_POLICY).filter(|_| is_osm),
    ];
    for key in notes.into_iter().flatten() {
        paragraph(ui, kit, &words.text(key), &NOTE, colors.muted);
        ui.add_space(4.0);
    }
    ui.add_space(12.0);
    let allow = words.format(key::ONLINE_ALLOW, host_args(words, host));
    let stay = words.text(key::ONLINE_DECLINE);
    let widths = [&*allow, &*stay].map(|says| button_width(ui, kit, says, false));
    let is_narrow = widths.iter().sum::<f32>() + 8.0 > ui.available_width();
    let mut row = Row::allocate(ui, kit, HIGH);
    // The safe answer comes first, and has the keyboard first.
    let cell = row.start(widths[1]);
    let decline = button(ui, kit, cell, key::ONLINE_DECLINE, None, ButtonLook::Raised);
    if is_new {
        decline.request_focus();
    }
    if decline.clicked() {
        actions.push(Action::Online(OnlineAction::Answer { allows: false }));
    }
    if is_narrow {
        ui.add_space(8.0);
        row = Row::allocate(ui, kit, HIGH);
    } else {
        row.start(8.0);
    }
    let cell = row.start(widths[0].min(row.rest().width()));
    let said = ButtonWords { key: key::ONLINE_LEARNS, words: &allow, name: &allow };
    if button_saying(ui, kit, cell, said, None, ButtonLook::Filled).clicked() {
        actions.push(Action::Online(OnlineAction::Answer { allows: true }));
    }
}

/// What is wrong at the moment, and the way to try again.
fn trouble(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let Some((host, trouble)) = &state.online.traffic.trouble else { return };
    let args = host_args(kit.words, host).text("trouble", trouble_words(trouble, kit.words));
    ui.add_space(8.0);
    paragraph(ui, kit, &kit.words.format(key::NOTICE_ONLINE, args), &NOTE, kit.theme.ui.bad);
    ui.add_space(8.0);
    let width = button_width(ui, kit, &kit.words.text(key::ONLINE_RETRY), false);
    let cell = Row::allocate(ui, kit, HIGH).start(width);
    if button(ui, kit, cell, key::ONLINE_RETRY, None, ButtonLook::Raised).clicked() {
        actions.push(Action::Online(OnlineAction::Retry));
    }
}

/// The choice of a source as the map's base; one of the reader's own can be taken off the list.
pub(super) fn source_choice(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    source: &OnlineSource,
    actions: &mut Vec<Action>,
) {
    let is_chosen = state.session.base.shown == Base::Online(source.name.clone());
    let name = isolate::inserted(kit.words.lang(), &source.name).into_owned();
    let done = if source.name == OPEN_STREET_MAP {
        let height = radio::height(ui, kit, &name, ui.available_width());
        let rect = Row::allocate(ui, kit, height).rest();
        let id = ui.scope_id().with("choice");
        let chosen = radio::row(ui, kit, rect, id, &name, is_chosen);
        if chosen { Done::Chosen } else { Done::Nothing }
    } else {
        let says = kit.words.format(key::ONLINE_REMOVE, Args::new().text("name", &*name));
        radio::removable(ui, kit, &name, is_chosen, (key::ONLINE_REMOVE_SHORT, says))
    };
    let name = source.name.clone();
    match done {
        Done::Nothing => {}
        Done::Chosen => actions.push(Action::Online(OnlineAction::Show(name))),
        Done::Removed => actions.push(Action::Online(OnlineAction::Remove(name))),
    }
}

/// A source in the dialog, with its host and, if it is the reader's own, its credit.
fn source_row(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    source: &OnlineSource,
    actions: &mut Vec<Action>,
) {
    source_choice(ui, state, kit, source, actions);
    let host = source.template.host();
    let allowed = state.online.allows(host);
    let key = if allowed { key::ONLINE_HOST_ALLOWED } else { key::ONLINE_HOST_NOT_ALLOWED };
    let says = kit.words.format(key, host_args(kit.words, host));
    let galley = kit.text.line(ui.ctx(), &says, &NOTE);
    let mut row = Row::allocate(ui, kit, galley.size().y);
    // Under the name, beside the dot.
    row.start(radio::DOT);
    text_in(ui, kit, row.rest(), galley, kit.theme.ui.muted, At::Start);
    if source.name == OPEN_STREET_MAP {
        return;
    }
    ui.add_space(4.0);
    let says = |key| kit.words.text(key);
    let (name, placeholder) = (says(key::ONLINE_CREDIT), says(key::ONLINE_CREDIT_HINT));
    let credit = Entry {
        id: ui.scope_id().with("credit"),
        name: &name,
        value: &source.credit,
        placeholder: &placeholder,
        limit: LONGEST_CREDIT,
        is_path: false,
        wrong: "",
    };
    if let Some(credit) = credit.show(ui, kit, |typed| Some(typed.to_owned())) {
        actions.push(Action::Online(OnlineAction::Credit(source.name.clone(), credit)));
    }
}

/// The field for an address of the reader's own.
fn address(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let id = Id::unique("address of online tiles");
    let says = |key| kit.words.text(key);
    let (name, placeholder) = (says(key::ONLINE_ADDRESS), says(key::ONLINE_ADDRESS_HINT));
    // What is wrong depends on what is written.
    let draft: Option<String> = ui.data(|data| data.get_temp(id));
    let fault = draft.and_then(|draft| Template::parse(&draft).err());
    let wrong = fault.map(|fault| fault_words(&fault, kit.words)).unwrap_or_default();
    let entry = Entry {
        id,
        name: &name,
        value: "",
        placeholder: &placeholder,
        limit: LONGEST,
        is_path: true,
        wrong: &wrong,
    };
    let template = entry.show(ui, kit, |typed| Template::parse(typed).ok());
    actions.extend(template.map(|template| Action::Online(OnlineAction::Add(template))));
    ui.add_space(4.0);
    if let Some(template) = &state.online.trying {
        let says = kit.words.format(key::ONLINE_TRYING, host_args(kit.words, template.host()));
        paragraph(ui, kit, &says, &NOTE, kit.theme.ui.muted);
    } else if let Some((host, trouble)) = &state.online.failed {
        let args = host_args(kit.words, host).text("trouble", trouble_words(trouble, kit.words));
        paragraph(ui, kit, &kit.words.format(key::ONLINE_FAILED, args), &NOTE, kit.theme.ui.bad);
    } else {
        paragraph(ui, kit, &says(key::ONLINE_ADDRESS_HELP), &NOTE, kit.theme.ui.muted);
    }
}

/// What is wrong with an address, and what to do.
fn fault_words(fault: &TemplateFault, words: &Words) -> String {
    let what =
        |what: &str| Args::new().text("what", isolate::inserted(words.lang(), what).into_owned());
    match fault {
        TemplateFault::NotAnAddress => words.text(key::ADDRESS_NONE).into_owned(),
        TemplateFault::TooLong => words.text(key::ADDRESS_LONG).into_owned(),
        TemplateFault::Scheme(scheme) => words.format(key::ADDRESS_SCHEME, what(scheme)),
        TemplateFault::Unprotected => words.text(key::ADDRESS_UNPROTECTED).into_owned(),
        TemplateFault::Missing(needed) => words.format(key::ADDRESS_MISSING, what(needed)),
        TemplateFault::Unknown(name) => words.format(key::ADDRESS_UNKNOWN, what(name)),
        TemplateFault::ManyHosts => words.text(key::ADDRESS_MANY).into_owned(),
        TemplateFault::Credentials => words.text(key::ADDRESS_CREDENTIALS).into_owned(),
    }
}

/// The hosts that may be asked, each with the way to take that back.
fn allowed(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    heading(ui, kit, key::ONLINE_ALLOWED);
    if state.online.kept.allowed.is_empty() {
        paragraph(ui, kit, &kit.words.text(key::ONLINE_NONE_ALLOWED), &BODY, kit.theme.ui.good);
    }
    let short = kit.words.text(key::ONLINE_REVOKE_SHORT);
    let width = button_width(ui, kit, &short, false);
    for host in &state.online.kept.allowed {
        let mut row = Row::allocate(ui, kit, 44.0);
        let cell = row.end(width);
        row.end(12.0);
        let name = inserted(kit.words, host);
        let galley = kit.text.ellipsized(ui.ctx(), &name, &BODY, row.rest().width());
        text_in(ui, kit, row.rest(), galley, kit.theme.ui.text, At::Start);
        let cell = Rect::from_center_size(cell.center(), vec2(width, HIGH));
        let says = kit.words.format(key::ONLINE_REVOKE, host_args(kit.words, host));
        let pressed = ui.push_id(host.name(), |ui| {
            let said = ButtonWords { key: key::ONLINE_REVOKE_SHORT, words: &short, name: &says };
            button_saying(ui, kit, cell, said, None, ButtonLook::Raised).clicked()
        });
        if pressed.inner {
            actions.push(Action::Online(OnlineAction::Revoke(host.clone())));
        }
    }
}

/// What is kept on the disk, how much may be, and the way to delete it.
fn cache(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    heading(ui, kit, key::ONLINE_CACHE);
    let megabytes =
        |size: String| kit.words.format(key::ONLINE_MEGABYTES, Args::new().text("size", size));
    let says = match state.online.traffic.cached {
        Some(bytes) => {
            let size = kit.words.numbers().decimal(bytes as f64 / 1e6, 1);
            let args = Args::new().text("size", megabytes(size));
            kit.words.format(key::ONLINE_CACHE_SIZE, args)
        }
        None => kit.words.text(key::ONLINE_CACHE_COUNTING).into_owned(),
    };
    paragraph(ui, kit, &says, &BODY, kit.theme.ui.text);
    paragraph(ui, kit, &kit.words.text(key::ONLINE_CACHE_STAYS), &NOTE, kit.theme.ui.muted);
    ui.add_space(4.0);
    let label = kit.words.text(key::ONLINE_CACHE_LIMIT);
    let steps = CacheLimit::STEPS.map(|step| {
        (CacheLimit::nearest(step), megabytes(kit.words.numbers().integer(i64::from(step))))
    });
    let options = steps.each_ref().map(|(limit, says)| (*limit, says.as_str()));
    let mut row = Row::allocate(ui, kit, 44.0);
    let cell = row.end(choice_width(ui, kit, &options));
    let galley = kit.text.line(ui.ctx(), &label, &BODY);
    text_in(ui, kit, row.rest(), galley, kit.theme.ui.text, At::Start);
    let group = Group { label: &label, id: "cache limit" };
    if let Some(limit) = choice(ui, kit, cell, group, &options, state.online.kept.cache_limit) {
        actions.push(Action::Online(OnlineAction::SetCacheLimit(limit)));
    }
    ui.add_space(4.0);
    let width = button_width(ui, kit, &kit.words.text(key::ONLINE_CACHE_EMPTY), false);
    let cell = Row::allocate(ui, kit, HIGH).start(width);
    if button(ui, kit, cell, key::ONLINE_CACHE_EMPTY, None, ButtonLook::Raised).clicked() {
        actions.push(Action::Online(OnlineAction::EmptyCache));
    }
}
