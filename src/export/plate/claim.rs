//! What a plate says of the claim that its map shows.

use super::column::{Column, LEAST_ROW, SMALL, Section, WORDS};
use crate::dossier::Finding;
use crate::i18n::{Args, key};
use crate::state::claim_words;
use crate::text::Direction;
use egui::{Galley, Rect, pos2};
use std::sync::Arc;

/// Room between two paragraphs.
pub(super) const LINE_GAP: f32 = 6.0;
/// Room beside the article's words.
const INDENT: f32 = 14.0;

impl Column<'_> {
    /// What the article claims, and what was computed of it, where the map shows that; a scene says
    /// it itself.
    pub(super) fn claim(&self, width: f32) -> Option<Section> {
        let Self { ui, state, kit, .. } = *self;
        let claim = state.world.dossier.claim(state.session.claim.as_ref()?)?;
        if state.briefing.is_some() {
            return None;
        }
        let (words, unit) = (kit.words, state.session.unit);
        let mut said = vec![(claim.quote.clone(), true)];
        // Where rows stand close, there is room for the article's words and the verdicts alone.
        let (is_close, is_closest) = (self.row < 26.0, self.row <= LEAST_ROW);
        said.extend(claim.translation.get(words.lang()).filter(|_| !is_close).map(|text| {
            let args = Args::new().text("words", text);
            (words.format(key::TRANSLATION_MARKED, args), false)
        }));
        let checked = state.world.checked(&claim.id)?;
        if let Finding::Computed { about, .. } = &checked.finding {
            let verdicts = about.iter().map(|a| claim_words::verdict(words, &state.world, a, unit));
            said.extend(verdicts.map(|verdict| (verdict, false)));
        }
        if let Some((about, sites)) = checked.sites().filter(|_| !is_closest) {
            let site = |site| claim_words::nearest_site(words, &state.world, about, site, unit);
            said.extend(sites.into_iter().map(|found| (site(found), false)));
        }
        let set = |(text, is_quote): (String, bool)| {
            let style = if is_closest { SMALL } else { WORDS };
            let style = if is_quote { style.direction(Direction::Rtl) } else { style };
            (kit.text.paragraph(ui.ctx(), &text, &style, width - INDENT, None), is_quote)
        };
        Some(Section::Claim(said.into_iter().map(set).collect()))
    }

    pub(super) fn paint_claim(&self, lines: &[(Arc<Galley>, bool)], rect: Rect) {
        let ui = &self.kit.theme.ui;
        let mut top = self.head(rect, &self.kit.words.text(key::CLAIMS_HEADING));
        for (set, is_quote) in lines {
            let size = set.size();
            let left = if *is_quote {
                // The article's words begin at their own side, with a bar, in every language.
                let bar = Rect::from_min_max(
                    pos2(rect.right() - 3.0, top),
                    pos2(rect.right(), top + size.y),
                );
                self.ui.painter().rect_filled(bar, 1.5, ui.accent);
                rect.right() - INDENT - size.x
            } else {
                self.start(rect, 0.0, size.x)
            };
            self.ui.painter().galley(pos2(left, top), set.clone(), ui.text);
            top += size.y + LINE_GAP;
        }
    }
}
