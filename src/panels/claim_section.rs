//! A claim of the article, and beside it what can be computed; worded as readings, never as a
//! judgment.

use super::row::{At, Row, text_in};
use super::widgets::{BODY, ChipLook, QUOTATION, chip, chip_width, heading_in, paragraph};
use crate::dossier::{Claim, Place, Reading, Stated};
use crate::geodata::Country;
use crate::i18n::{Args, key};
use crate::map::kit::{Kit, NOTE};
use crate::measure::{LengthUnit, NearestBorder, Uncertainty};
use crate::state::{AppState, selectors};
use egui::{Rect, Sense, Ui, vec2};

/// Height of a bar.
const BAR: f32 = 6.0;

/// Shows one claim.
pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, claim: &Claim) {
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
    match &claim.stated {
        Stated::Distance { amount, to_border_of, .. } => {
            if let Some(checked) = Checked::new(state, claim, *to_border_of) {
                checked.show(ui, state, kit, *amount, &claim.readings());
            }
        }
        Stated::Count { .. } => {
            let key = if claim.reported { key::CLAIM_REPORTED } else { key::CLAIM_NOT_COMPUTABLE };
            paragraph(ui, kit, &kit.words.text(key), &NOTE, kit.theme.ui.muted);
        }
    }
}

/// A stated distance beside the measured one.
struct Checked<'a> {
    place: &'a Place,
    hit: NearestBorder,
    uncertainty: Uncertainty,
    country: Country,
}

impl<'a> Checked<'a> {
    /// Measures from the first of the claim's places that has a point.
    fn new(state: &'a AppState, claim: &Claim, country: Country) -> Option<Self> {
        claim.places.iter().find_map(|id| {
            let place = state.world.dossier.place(id)?;
            let measured = selectors::measured(&state.world, place)?;
            let hit = *measured.borders.iter().find(|h| h.country == country)?;
            let uncertainty = measured.uncertainty(&hit);
            Some(Self { place, hit, uncertainty, country })
        })
    }

    fn show(&self, ui: &mut Ui, state: &AppState, kit: Kit<'_>, amount: f64, readings: &[Reading]) {
        let words = kit.words;
        let lang = words.lang();
        let unit = state.session.unit;
        let figure =
            words.format(key::CLAIM_MILES, Args::new().count("count", amount.round() as usize));
        let longest = readings.iter().map(|r| r.length.0).fold(self.hit.distance.0, f64::max);
        for reading in readings {
            let said = match reading.unit {
                LengthUnit::Nm => words.text(key::CLAIM_IF_NAUTICAL).into_owned(),
                _ => words
                    .format(key::CLAIM_ARTICLE_SAYS, Args::new().text("figure", figure.as_str())),
            };
            let length = words.length(reading.length, unit, 2);
            bar(ui, kit, &said, &length, (reading.length.0 / longest) as f32, false);
        }
        let name = self.place.names.get(lang);
        let country = state.world.country_name(self.country.code(), lang);
        let measured = words.border_figure(self.hit.distance, self.uncertainty, unit);
        let said = words
            .format(key::CLAIM_MEASURED, Args::new().text("place", name).text("country", country));
        bar(ui, kit, &said, &measured.words, (self.hit.distance.0 / longest) as f32, true);
        ui.add_space(8.0);
        let apart =
            |r: &Reading| (r.length.0 - self.hit.distance.0).abs() <= self.uncertainty.total().0;
        let of_town = Args::new().text("place", name).text("distance", measured.distance);
        if readings.iter().any(apart) {
            paragraph(ui, kit, &words.format(key::CLAIM_FITS, of_town), &BODY, kit.theme.ui.good);
            return;
        }
        let heading = BODY.weight(600.0);
        paragraph(ui, kit, &words.text(key::CLAIM_TWO_READINGS), &heading, kit.theme.ui.text);
        ui.add_space(4.0);
        paragraph(ui, kit, &words.format(key::CLAIM_OF_TOWN, of_town), &BODY, kit.theme.ui.text);
        ui.add_space(4.0);
        let inside = self.place.country.map(|code| state.world.country_name(code, lang));
        let of_site =
            Args::new().text("figure", figure).text("country", inside.unwrap_or_default());
        paragraph(ui, kit, &words.format(key::CLAIM_OF_SITE, of_site), &BODY, kit.theme.ui.text);
    }
}

/// A figure with its words over a bar of its share of the longest.
fn bar(ui: &mut Ui, kit: Kit<'_>, words: &str, figure: &str, share: f32, measured: bool) {
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
    ui.painter().rect_filled(filled, 0.5 * BAR, if measured { colors.bad } else { colors.accent });
    ui.add_space(6.0);
}
