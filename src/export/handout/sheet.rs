//! The pages: head, map, text and foot of each, with the tags that say what is what.

use super::ScenePages;
use super::blocks::{Block, Role, Setter};
use super::flow::{Area, Flow, Frames, PlacedLine};
use super::ink::{self, Faces};
use crate::export::offscreen::DrawError;
use crate::geodata::{GeodataError, Manifest};
use crate::i18n::{Args, Words, key};
use crate::map::theme::Theme;
use crate::state::scene_words::cited;
use crate::state::{AppState, open_tiles};
use crate::text::{Direction, TextStyle, Typeset};
use egui::Color32;
use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size, Transform};
use krilla::image::Image;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, ListNumbering, Node, SpanTag, Tag, TagGroup, TagKind,
    TagTree,
};
use std::num::NonZeroU16;

/// Sizes of a title that are tried until it has at most two lines; then it is cut.
const TITLES: [f32; 4] = [22.0, 18.0, 15.0, 13.0];
/// A disc's radius.
const DISC: f32 = 7.0;

/// What stands on every page.
pub(super) struct PageWords {
    cited: Typeset,
    foot: Vec<Typeset>,
    program: Typeset,
}

impl PageWords {
    /// Set in the language.
    pub(super) fn new(
        setter: &mut Setter<'_>,
        frames: &Frames,
        state: &AppState,
    ) -> Result<Self, GeodataError> {
        let words = setter.words;
        let mut sources = Manifest::embedded()?.credits_with_licences();
        sources.extend(open_tiles(state).map(|info| info.credit().to_owned()));
        let sources = Args::new().text("sources", sources.join(" · "));
        let foot = [
            words.format(key::PLATE_SOURCES, sources),
            words.text(key::DISCLAIMER_BOUNDARIES).into_owned(),
        ];
        let own = direction(frames);
        let small = TextStyle::new(6.6, 9.0).direction(own);
        let program = Args::new()
            .text("name", words.text(key::APP_NAME))
            .text("version", env!("CARGO_PKG_VERSION"));
        let program = words.format(key::PLATE_PROGRAM, program);
        let width = 0.84 * frames.foot.width;
        let cited = cited(&state.world, words);
        Ok(Self {
            cited: setter.set(
                &cited,
                &TextStyle::new(9.0, 13.0).direction(own),
                frames.head.width,
                Some(1),
            ),
            foot: foot.iter().map(|line| setter.set(line, &small, width, None)).collect(),
            program: setter.set(
                &program,
                &small.weight(600.0).direction(Direction::Ltr),
                0.15 * frames.foot.width,
                Some(1),
            ),
        })
    }
}

fn direction(frames: &Frames) -> Direction {
    if frames.rtl { Direction::Rtl } else { Direction::Ltr }
}

/// The pages that were made so far.
pub(super) struct Book<'a> {
    setter: Setter<'a>,
    words: &'a Words,
    theme: &'a Theme,
    scale: f32,
    frames: &'a Frames,
    page_words: &'a PageWords,
    faces: Faces,
    /// How many pages there are in all.
    pub(super) count: usize,
    page: usize,
    /// A bookmark for each scene and the sources.
    pub(super) marks: Vec<(String, XyzDestination)>,
    pub(super) tags: TagTree,
}

impl<'a> Book<'a> {
    pub(super) fn new(
        words: &'a Words,
        theme: &'a Theme,
        scale: f32,
        frames: &'a Frames,
        page_words: &'a PageWords,
    ) -> Self {
        Self {
            setter: Setter::new(words, theme),
            words,
            theme,
            scale,
            frames,
            page_words,
            faces: Faces::default(),
            count: 0,
            page: 0,
            marks: Vec::new(),
            tags: TagTree::new().with_lang(Some(words.lang().code().to_owned())),
        }
    }

    /// The page of a scene, and more where its words need them.
    pub(super) fn scene(
        &mut self,
        document: &mut Document,
        scene: &ScenePages,
    ) -> Result<(), DrawError> {
        self.pages(document, &scene.title, &scene.flow, Some(&scene.picture))
    }

    /// Pages of text alone.
    pub(super) fn text_pages(
        &mut self,
        document: &mut Document,
        title: &str,
        flow: &Flow,
    ) -> Result<(), DrawError> {
        self.pages(document, title, flow, None)
    }

    fn pages(
        &mut self,
        document: &mut Document,
        title: &str,
        flow: &Flow,
        picture: Option<&Vec<u8>>,
    ) -> Result<(), DrawError> {
        let mut section = TagGroup::new(Tag::Section);
        let mut groups = Groups::default();
        self.marks
            .push((title.to_owned(), XyzDestination::new(self.page, Point::from_xy(0.0, 0.0))));
        for (number, lines) in flow.pages.iter().enumerate() {
            self.page += 1;
            let [width, height] = self.frames.page.map(|side| side * self.scale);
            let settings = PageSettings::from_wh(width, height).unwrap_or_default();
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            surface.push_transform(&Transform::from_scale(self.scale, self.scale));
            self.ground(&mut surface);
            let head = self.head(&mut surface, title, number == 0);
            section.children.extend(head);
            if let Some(picture) = picture.filter(|_| number == 0) {
                section.push(self.map(&mut surface, title, picture)?);
            }
            for placed in lines {
                if let Some(block) = flow.blocks.get(placed.block) {
                    self.line(&mut surface, &mut groups, block, placed);
                }
            }
            self.foot(&mut surface);
            surface.pop();
            surface.finish();
            page.finish();
        }
        section.children.extend(groups.finish());
        self.tags.push(section);
        Ok(())
    }

    fn ground(&self, surface: &mut Surface<'_>) {
        let [width, height] = self.frames.page;
        artifact(surface, ArtifactType::Layout);
        let all = ink::rectangle(0.0, 0.0, width, height);
        ink::shape(surface, all, self.theme.ui.raised);
        surface.end_tagged();
    }

    /// Title and what the words are from, over a rule. The head of a further page is no heading.
    fn head(&mut self, surface: &mut Surface<'_>, title: &str, first: bool) -> Option<Node> {
        let (area, ui) = (self.frames.head, &self.theme.ui);
        let own = direction(self.frames);
        let setter = &mut self.setter;
        let mut set = |size: f32, lines| {
            let style = TextStyle::new(size, 1.2 * size).weight(700.0).direction(own);
            setter.set(title, &style, area.width, lines)
        };
        let [.., smallest] = TITLES;
        let size = TITLES.into_iter().find(|size| set(*size, None).lines.len() <= 2);
        let set = set(size.unwrap_or(smallest), Some(2));
        let mut heading =
            first.then(|| TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(title.to_owned()))));
        let rule = area.bottom();
        let cited = &self.page_words.cited;
        let below: f32 = cited.lines.iter().map(|line| line.height).sum();
        let high: f32 = set.lines.iter().map(|line| line.height).sum();
        let mut top = rule - 7.0 - below - high;
        for line in &set.lines {
            match &mut heading {
                Some(heading) => heading.push(span(surface, self.words.lang().code())),
                None => artifact(surface, ArtifactType::Header),
            }
            ink::line(surface, &mut self.faces, line, [area.left, top], ui.text);
            surface.end_tagged();
            top += line.height;
        }
        artifact(surface, ArtifactType::Header);
        for line in &cited.lines {
            ink::line(surface, &mut self.faces, line, [area.left, top], ui.muted);
            top += line.height;
        }
        ink::shape(surface, ink::rectangle(area.left, rule, area.width, 1.2), ui.text);
        surface.end_tagged();
        heading.map(Node::Group)
    }

    fn map(
        &self,
        surface: &mut Surface<'_>,
        title: &str,
        picture: &[u8],
    ) -> Result<TagGroup, DrawError> {
        let area = self.frames.map;
        let image = Image::from_jpeg(picture.to_vec().into(), false);
        let image = image.map_err(DrawError::Unreadable)?;
        let said = self.words.format(key::HANDOUT_MAP_OF, Args::new().text("title", title));
        let said = crate::text::without_isolates(&said);
        let mut figure = TagGroup::new(Tag::Figure(Some(said)));
        figure.push(surface.start_tagged(ContentTag::Other));
        surface.push_transform(&Transform::from_translate(area.left, area.top));
        if let Some(size) = Size::from_wh(area.width, area.height) {
            surface.draw_image(image, size);
        }
        surface.pop();
        surface.end_tagged();
        Ok(figure)
    }

    /// A line of a block with what stands beside it.
    fn line(
        &mut self,
        surface: &mut Surface<'_>,
        groups: &mut Groups,
        block: &Block,
        placed: &PlacedLine,
    ) {
        let PlacedLine { area, top, .. } = *placed;
        let Some(line) = block.set.lines.get(placed.line) else { return };
        let (rtl, ui) = (self.frames.rtl, &self.theme.ui);
        let lang = if block.role == Role::Quote { "ar" } else { self.words.lang().code() };
        let is_first = placed.line == 0;
        if block.role == Role::Quote {
            artifact(surface, ArtifactType::Layout);
            let bar = ink::rectangle(area.right() - 2.5, top, 2.5, line.height);
            ink::shape(surface, bar, ui.accent);
            surface.end_tagged();
        }
        if is_first {
            groups.begin(block);
            if let Role::Callout(number) = block.role {
                let id = self.disc(surface, area, top + 0.5 * line.height, number, lang);
                groups.label(id);
            }
        }
        let indent = match block.role {
            Role::Quote => 0.0,
            _ if rtl => 0.0,
            _ => block.indent,
        };
        groups.push(span(surface, lang));
        ink::line(surface, &mut self.faces, line, [area.left + indent, top], block.color);
        surface.end_tagged();
    }

    /// A callout's number, as it stands on the map.
    fn disc(
        &mut self,
        surface: &mut Surface<'_>,
        area: Area,
        middle: f32,
        number: usize,
        lang: &str,
    ) -> krilla::tagging::Identifier {
        let x = if self.frames.rtl { area.right() - DISC } else { area.left + DISC };
        artifact(surface, ArtifactType::Layout);
        ink::shape(surface, ink::disc([x, middle], DISC), self.theme.ui.accent);
        surface.end_tagged();
        let digits = self.words.numbers().integer(number as i64);
        let style = TextStyle::new(9.0, 12.0).weight(700.0).direction(Direction::Ltr);
        let set = self.setter.set(&digits, &style, 4.0 * DISC, Some(1));
        let id = span(surface, lang);
        if let Some(line) = set.lines.first() {
            // Figures are 0.71 of their size high.
            let top = middle + 0.355 * style.size - line.baseline;
            let at = [x - 0.5 * set.width, top];
            ink::line(surface, &mut self.faces, line, at, self.theme.ui.on_accent);
        }
        surface.end_tagged();
        id
    }

    /// Sources, what borders do not mean, the program and the number of the page.
    fn foot(&mut self, surface: &mut Surface<'_>) {
        let (area, rtl, ui) = (self.frames.foot, self.frames.rtl, &self.theme.ui);
        let args = Args::new().plain("page", self.page as u32).plain("count", self.count as u32);
        let number = self.words.format(key::HANDOUT_PAGE, args);
        let style = TextStyle::new(9.0, 13.0).weight(600.0).direction(Direction::Ltr);
        let number = self.setter.set(&number, &style, 0.15 * area.width, Some(1));
        artifact(surface, ArtifactType::Footer);
        ink::shape(surface, ink::rectangle(area.left, area.top, area.width, 0.6), ui.hairline);
        let from = if rtl { area.left + 0.16 * area.width } else { area.left };
        let mut top = area.top + 6.0;
        for line in self.page_words.foot.iter().flat_map(|set| &set.lines) {
            ink::line(surface, &mut self.faces, line, [from, top], ui.muted);
            top += line.height;
        }
        let mut top = area.top + 6.0;
        let mut at_end = |set: &Typeset, color: Color32, surface: &mut Surface<'_>| {
            let left = ink::at_end(set, rtl, area.left, area.right());
            for line in &set.lines {
                ink::line(surface, &mut self.faces, line, [left, top], color);
                top += line.height;
            }
        };
        at_end(&self.page_words.program, ui.muted, surface);
        surface.end_tagged();
        artifact(surface, ArtifactType::PageNumber);
        at_end(&number, ui.text, surface);
        surface.end_tagged();
    }
}

fn artifact(surface: &mut Surface<'_>, kind: ArtifactType) {
    // What is an artifact belongs to no tag.
    let _ = surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
}

fn span(surface: &mut Surface<'_>, lang: &str) -> krilla::tagging::Identifier {
    surface.start_tagged(ContentTag::Span(SpanTag::empty().with_lang(Some(lang))))
}

/// The tags of a section's text, in the order of reading.
#[derive(Default)]
struct Groups {
    done: Vec<Node>,
    open: Option<TagGroup>,
    /// The items of the callouts, each with its label.
    items: Vec<(Option<krilla::tagging::Identifier>, TagGroup)>,
    in_list: bool,
}

impl Groups {
    /// A block begins.
    fn begin(&mut self, block: &Block) {
        self.close();
        let text = Some(block.text.clone());
        let kind: TagKind = match block.role {
            Role::Head => Tag::Hn(NonZeroU16::MIN.saturating_add(1), text).into(),
            Role::Quote => Tag::P.with_lang(Some("ar".to_owned())).with_actual_text(text).into(),
            Role::Paragraph | Role::Callout(_) | Role::Note => Tag::P.with_actual_text(text).into(),
        };
        match block.role {
            Role::Callout(_) => {
                self.items.push((None, TagGroup::new(Tag::LBody)));
                self.in_list = true;
            }
            Role::Note => {}
            _ => self.in_list = false,
        }
        self.open = Some(TagGroup::new(kind));
    }

    /// The number of the callout that has begun.
    fn label(&mut self, id: krilla::tagging::Identifier) {
        if let Some((label, _)) = self.items.last_mut() {
            *label = Some(id);
        }
    }

    /// A line of the block that has begun.
    fn push(&mut self, id: krilla::tagging::Identifier) {
        if let Some(open) = &mut self.open {
            open.push(id);
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        match self.items.last_mut().filter(|_| self.in_list) {
            Some((_, body)) => body.push(open),
            None => self.done.push(Node::Group(open)),
        }
    }

    fn finish(mut self) -> Vec<Node> {
        self.close();
        if !self.items.is_empty() {
            let mut list = TagGroup::new(Tag::L(ListNumbering::Decimal));
            for (label, body) in self.items {
                let mut item = TagGroup::new(Tag::LI);
                if let Some(label) = label {
                    let mut tag = TagGroup::new(Tag::Lbl);
                    tag.push(label);
                    item.push(tag);
                }
                item.push(body);
                list.push(item);
            }
            self.done.push(Node::Group(list));
        }
        self.done
    }
}
