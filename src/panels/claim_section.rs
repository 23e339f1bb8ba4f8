//! A claim of the article, and beside it what can be computed; worded as readings, never as a
//! judgment.

use super::row::{At, Row, label_at, text_in};
use super::widgets::{
    BODY, ButtonLook, ChipLook, QUOTATION, button, button_width, chip, chip_width, heading_in,
    paragraph,
};
use crate::dossier::{About, Checked, Claim, Finding, Reading, Subject, Verdict};
use crate::geodata::Country;
use crate::i18n::{Args, key};
use crate::map::icons::{self, Icon};
use crate::map::kit::{Kit, NOTE};
use crate::measure::{LengthUnit, Metres};
use crate::state::{Action, AppState, claim_words};
use egui::{Rect, Role, Sense, Ui, vec2};

/// Height of a bar.
const BAR: f32 = 6.0;

/// Shows one claim.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    claim: &Claim,
    actions: &mut Vec<Action>,
) {
    let mut row = Row::allocate(ui, kit, 28.0);
    let mark =
        kit.words.format(key::PARAGRAPH_MARK, Args::new().plain("paragraph", claim.paragraph));
    let cell = row.end(chip_width(ui, kit, &mark, false).max(40.0));
    chip(ui, kit, cell, &mark, None, ChipLook::Article);
    heading_in(ui, kit, row.rest(), &kit.words.text(key::CLAIMS_HEADING));
    ui.add_space(4.0);
    paragraph(ui, kit, &claim.quote, &QUOTATION, kit.theme.ui.text);
    if let Some(words) = claim.translation.get(kit.words.lang()) {
        let marked = Args::new().text("words", words);
        let marked = kit.words.format(key::TRANSLATION_MARKED, marked);
        paragraph(ui, kit, &marked, &BODY, kit.theme.ui.muted);
    }
    ui.add_space(8.0);
    let Some(checked) = state.world.checked(&claim.id) else { return };
    match &checked.finding {
        Finding::Computed { to_border_of, about } => {
            for about in about {
                verdict(ui, state, kit, about);
            }
            ui.add_space(4.0);
            bars(ui, state, kit, claim, *to_border_of, about);
            what_would_fit(ui, state, kit, checked);
            // Several claims stand in one card.
            ui.push_id(claim.id.as_str(), |ui| show_on_map(ui, state, kit, checked, actions));
        }
        Finding::NotComputed(why) => {
            let words = claim_words::not_computed(kit.words, claim, *why);
            paragraph(ui, kit, &words, &NOTE, kit.theme.ui.muted);
        }
    }
}

/// How one reading of the sentence stands to what was computed: an icon and words.
fn verdict(ui: &mut Ui, state: &AppState, kit: Kit<'_>, about: &About) {
    let any = |verdict| about.readings.iter().any(|checked| checked.verdict == verdict);
    let colors = &kit.theme.ui;
    let (icon, color) = if any(Verdict::Fits) {
        (Icon::Check, colors.good)
    } else if any(Verdict::FitsSomewhere) {
        // Nothing speaks for it yet.
        (Icon::Info, colors.text)
    } else {
        (Icon::Warning, colors.bad)
    };
    let words = claim_words::verdict(kit.words, &state.world, about, state.session.unit);
    let style = BODY.weight(500.0);
    let rich = kit.text.plain(ui.ctx(), &words, &style, Some(ui.available_width() - 26.0));
    let mut row = Row::allocate(ui, kit, rich.galley.size().y.max(20.0));
    let mark = row.start(16.0);
    icons::paint(ui.painter(), icon, mark.with_max_y(mark.top() + 20.0), color, false);
    row.start(10.0);
    label_at(ui, kit, row.rest(), &rich, color, Role::Label);
    ui.add_space(6.0);
}

/// What is stated, in each unit it can mean, over what was measured, on one scale.
fn bars(ui: &mut Ui, state: &AppState, kit: Kit<'_>, claim: &Claim, to: Country, about: &[About]) {
    let (words, unit, lang) = (kit.words, state.session.unit, kit.words.lang());
    let readings = claim.readings();
    let measured: Vec<(&About, Metres)> = about
        .iter()
        .filter_map(|about| match about.subject {
            Subject::Town { hit, .. } => Some((about, hit.distance)),
            Subject::Site { .. } => None,
        })
        .collect();
    let all = readings.iter().map(|r| r.length.0).chain(measured.iter().map(|(_, d)| d.0));
    // Nothing is stated to be no distance at all but 0 itself.
    let longest = all.fold(1.0, f64::max);
    for Reading { unit: said, length } in readings {
        let head = match said {
            LengthUnit::Nm => words.text(key::CLAIM_IF_NAUTICAL).into_owned(),
            LengthUnit::Km | LengthUnit::Mi => {
                let figure = claim_words::stated(words, claim, said);
                words.format(key::CLAIM_ARTICLE_SAYS, Args::new().text("figure", figure))
            }
        };
        let share = (length.0 / longest) as f32;
        bar(ui, kit, &head, &words.length(length, unit, 2), share, kit.theme.ui.accent);
    }
    for (about, distance) in measured {
        let Subject::Town { uncertainty, .. } = about.subject else { continue };
        let figure = words.border_figure(distance, uncertainty, unit);
        let place = state.world.dossier.place(&about.place).map(|place| place.names.get(lang));
        let country = state.world.country_name(to.code(), lang);
        let args = Args::new().text("place", place.unwrap_or_default()).text("country", country);
        let fits = about.readings.iter().any(|checked| checked.verdict == Verdict::Fits);
        let color = if fits { kit.theme.ui.good } else { kit.theme.ui.bad };
        let head = words.format(key::CLAIM_MEASURED, args);
        bar(ui, kit, &head, &figure.words, (distance.0 / longest) as f32, color);
    }
}

/// A figure with its words over a bar of its share of the longest.
fn bar(ui: &mut Ui, kit: Kit<'_>, words: &str, figure: &str, share: f32, color: egui::Color32) {
    let colors = &kit.theme.ui;
    let figure = kit.text.line(ui.ctx(), figure, &BODY.weight(600.0).tabular());
    let room = ui.available_width() - figure.size().x - 8.0;
    let words = kit.text.paragraph(ui.ctx(), words, &NOTE, room, None);
    let mut row = Row::allocate(ui, kit, (words.size().y + 6.0).max(22.0));
    let cell = row.end(figure.size().x);
    row.end(8.0);
    text_in(ui, kit, row.rest(), words, colors.muted, At::Start);
    text_in(ui, kit, cell, figure, colors.text, At::End);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    ui.painter().rect_filled(rect, 0.5 * BAR, colors.hover);
    let length = (share * rect.width()).max(BAR);
    let filled: Rect = Row::new(rect, kit.is_rtl()).start(length);
    ui.painter().rect_filled(filled, 0.5 * BAR, color);
    ui.add_space(6.0);
}

/// The nearest point that would make the claim true, in each unit.
fn what_would_fit(ui: &mut Ui, state: &AppState, kit: Kit<'_>, checked: &Checked) {
    let Some((about, sites)) = checked.sites() else { return };
    ui.add_space(4.0);
    let heading = kit.words.text(key::CLAIM_WHAT_WOULD_FIT);
    paragraph(ui, kit, &heading, &BODY.weight(600.0), kit.theme.ui.text);
    ui.add_space(4.0);
    for (index, (reading, site)) in sites.into_iter().enumerate() {
        let words = claim_words::nearest_site(
            kit.words,
            &state.world,
            about,
            (reading, site),
            state.session.unit,
        );
        let (style, color) =
            if index == 0 { (BODY, kit.theme.ui.text) } else { (NOTE, kit.theme.ui.muted) };
        paragraph(ui, kit, &words, &style, color);
        ui.add_space(4.0);
    }
}

/// Shows the line and the nearest possible point on the map, or takes them off it.
fn show_on_map(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    checked: &Checked,
    actions: &mut Vec<Action>,
) {
    if checked.sites().is_none() {
        return;
    }
    let show = (key::CLAIM_SHOW, Icon::Place, Some(checked.claim.clone()));
    let hide = (key::CLAIM_HIDE, Icon::Close, None);
    let is_shown = state.session.claim.as_ref() == Some(&checked.claim);
    let ((key, icon, claim), (other, ..)) = if is_shown { (hide, show) } else { (show, hide) };
    let words = kit.words.text(key);
    let width = button_width(ui, kit, &words, true).min(ui.available_width());
    ui.add_space(4.0);
    let cell = Row::allocate(ui, kit, 36.0).start(width);
    let response = button(ui, kit, cell, key, Some(icon), ButtonLook::Raised);
    if response.clicked() {
        if response.has_focus() {
            // The keyboard stays on the button that takes this one's place.
            let next = ui.scope_id().with(("button", other));
            ui.memory_mut(|memory| memory.request_focus(next));
        }
        actions.push(Action::ShowClaim(claim));
    }
}
