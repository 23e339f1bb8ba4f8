//! A page of the guide as it is set: headings, paragraphs, lists, and pictures between them.

use super::guide_pictures;
use super::quotation::Found;
use super::reading::seek;
use super::row::{At, Row, paint_text, passage_colors};
use super::widgets::BODY;
use crate::geodata::Lang;
use crate::i18n::guide::{hits, target};
use crate::i18n::markdown::{Block, Line, Page};
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, Dialog, ReadAction};
use crate::text::{Direction, Mark, Passage, RichText, TextStyle, selectable};
use egui::{Id, Rect, Role, Ui};
use std::ops::Range;

/// Widest that the words run: some eighty letters.
const MEASURE: f32 = 600.0;
/// Room for the dot or the number of an item.
const MARGIN: f32 = 24.0;

/// Shows the page with this number, with what is looked for marked in it.
pub(super) fn show(
    ui: &mut Ui,
    kit: Kit<'_>,
    (number, page): (usize, &Page),
    query: &str,
    actions: &mut Vec<Action>,
) {
    let lang = kit.words.lang();
    selectable(ui, Id::unique(("guide", lang, number)), |ui| {
        let title = style(lang, TextStyle::new(20.0, 32.0).weight(700.0).balanced());
        let setting = Setting { kit, style: title, role: Role::Heading, found: Found::default() };
        let line = Line { text: page.title.clone(), ..Line::default() };
        setting.show(ui, &line, MEASURE, actions);
        ui.add_space(8.0);
        let mut first_hit = None;
        for (block, ranges) in page.blocks.iter().zip(hits(page, query)) {
            let found = Found { ranges, current: None };
            let seen = show_block(ui, kit, (number, block), &found, actions);
            first_hit = first_hit.or(seen);
        }
        seek(ui, &(number, query.trim().to_owned()), first_hit);
    });
}

/// Shows a block of the page with this number; says where the first hit in it is seen.
fn show_block(
    ui: &mut Ui,
    kit: Kit<'_>,
    (number, block): (usize, &Block),
    found: &Found,
    actions: &mut Vec<Action>,
) -> Option<Rect> {
    let lang = kit.words.lang();
    let arabic = TextStyle::new(14.0, 24.0);
    let body = style(lang, if lang == Lang::Ar { arabic } else { BODY });
    let width = ui.available_width().min(MEASURE);
    let set = |style, role| Setting { kit, style, role, found: found.clone() };
    match block {
        Block::Heading(line) => {
            ui.add_space(12.0);
            let heading = style(lang, TextStyle::new(16.0, 24.0).weight(600.0));
            let seen = set(heading, Role::Heading).show(ui, line, width, actions);
            ui.add_space(4.0);
            seen
        }
        Block::Paragraph(line) => {
            let seen = set(body, Role::Paragraph).show(ui, line, width, actions);
            ui.add_space(12.0);
            seen
        }
        Block::Item(mark, line) => {
            let setting = set(body, Role::ListItem);
            let seen = setting.item(ui, *mark, line, width, actions);
            ui.add_space(8.0);
            seen
        }
        Block::Picture { file, says } => {
            ui.add_space(4.0);
            guide_pictures::show(ui, kit, number, file, says);
            ui.add_space(4.0);
            let line = Line { text: says.clone(), ..Line::default() };
            let mut caption = set(style(lang, NOTE), Role::Caption);
            caption.found = Found::default();
            caption.show(ui, &line, width, actions);
            ui.add_space(16.0);
            None
        }
    }
}

/// The side on which the paragraphs of a language begin, whatever their first word is.
fn style(lang: Lang, style: TextStyle) -> TextStyle {
    style.direction(Direction::of(lang))
}

/// How words are set.
struct Setting<'a> {
    kit: Kit<'a>,
    style: TextStyle,
    role: Role,
    found: Found,
}

impl Setting<'_> {
    /// Shows the words where the next widget goes, on the reader's side; says where the first hit in
    /// them is seen.
    fn show(
        &self,
        ui: &mut Ui,
        line: &Line,
        width: f32,
        actions: &mut Vec<Action>,
    ) -> Option<Rect> {
        self.beside(ui, line, 0.0, width, actions).1
    }

    /// Shows an item of a list.
    fn item(
        &self,
        ui: &mut Ui,
        mark: Option<u64>,
        line: &Line,
        width: f32,
        actions: &mut Vec<Action>,
    ) -> Option<Rect> {
        let kit = self.kit;
        let (margin, seen) = self.beside(ui, line, MARGIN, width - MARGIN, actions);
        let first_line = margin.with_max_y(margin.top() + self.style.line_height);
        let colors = &kit.theme.ui;
        if let Some(number) = mark {
            let number = kit.words.numbers().plain(number as i64);
            let galley = kit.text.line(ui.ctx(), &number, &self.style.weight(600.0).tabular());
            let mut row = Row::new(first_line, kit.is_rtl());
            row.end(8.0);
            paint_text(ui, kit, row.rest(), galley, colors.accent, At::Start);
        } else {
            let mut row = Row::new(first_line, kit.is_rtl());
            row.start(4.0);
            let dot = row.start(4.0).center();
            ui.painter().circle_filled(dot, 2.0, colors.muted);
        }
        seen
    }

    /// Shows the words with a margin on the reader's side. Says where that is, and the first hit.
    fn beside(
        &self,
        ui: &mut Ui,
        line: &Line,
        margin: f32,
        width: f32,
        actions: &mut Vec<Action>,
    ) -> (Rect, Option<Rect>) {
        let kit = self.kit;
        let colors = &kit.theme.ui;
        let is_caption = self.role == Role::Caption;
        let ink = if is_caption { colors.muted } else { colors.text };
        let rich = line.strong.iter().fold(RichText::new(line.text.as_str()), |rich, range| {
            rich.weighted(range.clone(), 600.0)
        });
        let rich = self.found.colored(rich, kit);
        let rich = kit.text.rich(ui.ctx(), &rich, &self.style, Some(width));
        let mut row = Row::allocate(ui, kit, rich.galley.size().y);
        let margin = row.start(margin);
        let rect = row.start(width);
        // A set text is as wide as its longest line.
        let x = if kit.is_rtl() { rect.right() - rich.galley.size().x } else { rect.left() };
        let rect = Rect::from_min_size(egui::pos2(x, rect.top()), rich.galley.size());
        let typed = line.typed.iter().map(|range| Mark::new(range.clone(), colors.selected_row));
        let marks: Vec<Mark> = typed.chain(self.found.marks(kit)).collect();
        let links: Vec<(Range<usize>, usize)> = line
            .links
            .iter()
            .filter_map(|(range, file)| Some((range.clone(), target(file)?)))
            .collect();
        let ranges: Vec<Range<usize>> = links.iter().map(|(range, _)| range.clone()).collect();
        let shown = Passage::new(&rich).role(self.role).marks(&marks).links(&ranges).show_at(
            ui,
            rect,
            &passage_colors(kit, ink),
        );
        if let Some((_, page)) = shown.clicked.and_then(|link| links.get(link)) {
            actions.push(Action::Read(Dialog::Guide, ReadAction::Turn(*page)));
        }
        let hit = self.found.ranges.first();
        let seen = hit.and_then(|range| rich.rects(range.clone()).into_iter().reduce(Rect::union));
        (margin, seen.map(|seen| seen.translate(rect.min.to_vec2())))
    }
}
