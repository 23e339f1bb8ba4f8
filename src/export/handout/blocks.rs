//! What is said of a scene and on the last page, set block by block.

use super::flow::{Flow, Frames};
use crate::i18n::{Args, Words, key};
use crate::map::theme::Theme;
use crate::state::scene_words::{Dated, SceneWords};
use crate::text::{Direction, TextStyle, Typeset, Typesetter};
use egui::Color32;

/// Sizes that are tried until a scene's words stand beside its map.
const SIZES: [f32; 5] = [1.0, 0.93, 0.87, 0.81, 0.75];
/// From the reader's side to the words beside a disc.
const BESIDE_DISC: f32 = 20.0;
/// From the right to the words beside the bar of a quotation.
const BESIDE_BAR: f32 = 10.0;

/// What a block is to a reader who hears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Head,
    Paragraph,
    /// The article's words, in Arabic.
    Quote,
    /// A callout's title, which begins an item of the list.
    Callout(usize),
    /// What goes with it.
    Note,
}

/// A paragraph that is set.
pub(super) struct Block {
    pub(super) set: Typeset,
    /// What it says, without the signs that only steer its order.
    pub(super) text: String,
    pub(super) color: Color32,
    pub(super) indent: f32,
    pub(super) above: f32,
    /// Room for what must stand below it in the same column.
    pub(super) keep: f32,
    pub(super) role: Role,
}

/// Sets words in the language and the colours of a handout.
pub(super) struct Setter<'a> {
    pub(super) words: &'a Words,
    theme: &'a Theme,
    typesetter: Typesetter,
}

impl<'a> Setter<'a> {
    pub(super) fn new(words: &'a Words, theme: &'a Theme) -> Self {
        Self { words, theme, typesetter: Typesetter::new() }
    }

    /// `text` in at most so many lines of so many points.
    pub(super) fn set(
        &mut self,
        text: &str,
        style: &TextStyle,
        width: f32,
        lines: Option<usize>,
    ) -> Typeset {
        self.typesetter.set(text, style, width, lines)
    }

    /// What is said of a scene, as large as it stands beside the map.
    pub(super) fn scene(&mut self, frames: &Frames, said: &SceneWords) -> Flow {
        let mut flow = Flow::new(self.said(said, frames, 1.0), frames, true);
        for size in SIZES.into_iter().skip(1) {
            if flow.pages.len() == 1 {
                break;
            }
            flow = Flow::new(self.said(said, frames, size), frames, true);
        }
        flow
    }

    /// The last page: heads and what is under them.
    pub(super) fn sources(&mut self, frames: &Frames, parts: &[(String, Vec<String>)]) -> Flow {
        let ui = &self.theme.ui;
        let (text, muted) = (ui.text, ui.muted);
        let mut pile = Pile { setter: self, size: 1.0, column: frames.column, blocks: Vec::new() };
        for (head, paragraphs) in parts {
            pile.add(head, pile.style(11.5, 16.0, 700.0), text, 14.0, Role::Head);
            for words in paragraphs {
                pile.add(words, pile.style(9.5, 14.0, 400.0), muted, 4.0, Role::Paragraph);
            }
        }
        let blocks = pile.blocks;
        Flow::new(blocks, frames, false)
    }

    fn said(&mut self, said: &SceneWords, frames: &Frames, size: f32) -> Vec<Block> {
        let (words, ui) = (self.words, &self.theme.ui);
        let (text, muted, accent) = (ui.text, ui.muted, ui.accent);
        let mut pile = Pile { setter: self, size, column: frames.column, blocks: Vec::new() };
        let body = pile.style(11.5, 17.0, 400.0);
        let small = pile.style(9.5, 14.0, 400.0);
        if let Some(said) = &said.text {
            pile.add(said, body, text, 0.0, Role::Paragraph);
        }
        for dated in &said.dates {
            pile.add(&dated.event, small.weight(600.0), text, 9.0, Role::Paragraph);
            for line in date_lines(words, dated) {
                pile.add(&line, small, muted, 1.0, Role::Paragraph);
            }
        }
        if let Some(quote) = &said.quote {
            let reported = words.text(key::BASIS_REPORTED_HINT);
            let head =
                words.format(key::HANDOUT_QUOTE, Args::new().text("mark", quote.mark.as_str()));
            let head = if quote.reported { format!("{head} {reported}") } else { head };
            pile.add(&head, small.weight(600.0), accent, 13.0, Role::Head);
            let arabic = pile.style(12.0, 21.0, 400.0);
            pile.add(&quote.arabic, arabic, text, 4.0, Role::Quote);
            if let Some(translation) = &quote.translation {
                pile.add(translation, small, muted, 6.0, Role::Paragraph);
            }
        }
        for (index, (title, note)) in said.callouts.iter().enumerate() {
            let above = if index == 0 { 15.0 } else { 7.0 };
            let style = pile.style(10.5, 15.0, 600.0);
            pile.add(title, style, text, above, Role::Callout(index + 1));
            if let Some(note) = note {
                pile.add(note, small, muted, 0.0, Role::Note);
            }
        }
        pile.blocks
    }
}

/// Blocks that are piled up.
struct Pile<'s, 'a> {
    setter: &'s mut Setter<'a>,
    size: f32,
    column: f32,
    blocks: Vec<Block>,
}

impl Pile<'_, '_> {
    fn style(&self, font: f32, line: f32, weight: f32) -> TextStyle {
        TextStyle::new(font * self.size, line * self.size).weight(weight)
    }

    fn add(&mut self, words: &str, style: TextStyle, color: Color32, above: f32, role: Role) {
        let indent = match role {
            Role::Quote => BESIDE_BAR,
            Role::Callout(_) | Role::Note => BESIDE_DISC,
            Role::Head | Role::Paragraph => 0.0,
        };
        let keep = match role {
            Role::Head | Role::Callout(_) => 2.0 * style.line_height,
            _ => 0.0,
        };
        let style = style.direction(direction_of(words, role, self.setter.words.lang().is_rtl()));
        let set = self.setter.set(words, &style, self.column - indent, None);
        let text = crate::text::without_isolates(words);
        let above = above * self.size;
        self.blocks.push(Block { set, text, color, indent, above, keep, role });
    }
}

/// A paragraph begins where its language does, whatever its first word is in; in Arabic, a line
/// without a word of Arabic is a foreign one.
fn direction_of(words: &str, role: Role, rtl: bool) -> Direction {
    if role == Role::Quote {
        Direction::Rtl
    } else if !rtl {
        Direction::Ltr
    } else if words.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c)) {
        Direction::Rtl
    } else {
        Direction::Auto
    }
}

/// The dates of an event, each with on whose word it is.
fn date_lines(words: &Words, dated: &Dated) -> Vec<String> {
    let line = |by, date: &str| {
        let args = Args::new().text("by", words.text(by)).text("date", date);
        words.format(key::HANDOUT_DATE, args)
    };
    let mut lines = vec![line(key::BRIEFING_BY_ARTICLE, &dated.article)];
    lines.extend(dated.context.as_ref().map(|date| line(key::BASIS_CONTEXT, date)));
    lines
}
