//! What stands on a page that is written in Markdown, as far as the guide's pages use it.

use super::fold::Folded;
use super::isolate;
use crate::geodata::Lang;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::ops::Range;

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its heading of the first level.
    pub title: String,
    /// What stands below, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of the second level.
    Heading(Line),
    /// A paragraph.
    Paragraph(Line),
    /// An item of a list: with its number, or with a dot.
    Item(Option<u64>, Line),
    /// A picture: its file, as the page names it, and what is seen on it.
    Picture {
        /// Such as `pictures/card.webp`.
        file: String,
        /// For those who do not see it, and below it.
        says: String,
    },
}

impl Block {
    /// Its words, unless it is a picture.
    #[must_use]
    pub const fn line(&self) -> Option<&Line> {
        match self {
            Self::Heading(line) | Self::Paragraph(line) | Self::Item(_, line) => Some(line),
            Self::Picture { .. } => None,
        }
    }
}

/// Words, and which of them are more than that. Ranges are bytes of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The words. What runs from left to right in Arabic is isolated.
    pub text: String,
    /// The same as it is looked through.
    pub folded: Folded,
    /// Words that the window shows: `**Places**`.
    pub strong: Vec<Range<usize>>,
    /// Keys, commands and what is typed, between backquotes.
    pub typed: Vec<Range<usize>>,
    /// Words that lead to another page, and its file.
    pub links: Vec<(Range<usize>, String)>,
}

/// Reads a page that is written in `lang`.
///
/// # Errors
/// Names what a page of the guide does not have: a table, HTML, a list in a list.
///
/// ```
/// use sahel_map::geodata::Lang;
/// use sahel_map::i18n::markdown::{Block, parse};
///
/// let page = parse("# Keys\n\nPress `F1` for the **Guide**.\n", Lang::En)?;
/// assert_eq!(page.title, "Keys");
/// let Block::Paragraph(line) = &page.blocks[0] else { panic!() };
/// assert_eq!(line.text, "Press F1 for the Guide.");
/// assert_eq!((&line.typed[0], &line.strong[0]), (&(6..8), &(17..22)));
/// # Ok::<(), String>(())
/// ```
pub fn parse(source: &str, lang: Lang) -> Result<Page, String> {
    let mut reader = Reader::new(lang);
    for (event, at) in Parser::new(source).into_offset_iter() {
        reader.read(event).map_err(|what| {
            let line = source.get(..at.start).unwrap_or_default().lines().count() + 1;
            format!("line {line}: {what} is nothing that a page of the guide has")
        })?;
    }
    Ok(reader.page)
}

/// What has been read so far.
struct Reader {
    lang: Lang,
    page: Page,
    line: Line,
    /// Where the words began that are not yet ended: strong ones, and those of a link.
    strong_from: usize,
    link: Option<(usize, String)>,
    /// The number of the next item, in a list that has numbers.
    number: Option<u64>,
    in_item: bool,
    /// The file of the picture whose words are being read.
    picture: Option<String>,
}

impl Reader {
    fn new(lang: Lang) -> Self {
        Self {
            lang,
            page: Page::default(),
            line: Line::default(),
            strong_from: 0,
            link: None,
            number: None,
            in_item: false,
            picture: None,
        }
    }

    fn read(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                self.line.text.push_str(&text);
                Ok(())
            }
            Event::Code(text) => {
                let from = self.line.text.len();
                self.line.text.push_str(&isolate::figure(self.lang, &text));
                self.line.typed.push(from..self.line.text.len());
                Ok(())
            }
            Event::SoftBreak => {
                self.line.text.push(' ');
                Ok(())
            }
            other => Err(format!("{other:?}")),
        }
    }

    fn start(&mut self, tag: Tag<'_>) -> Result<(), String> {
        match tag {
            Tag::Paragraph | Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. } => {}
            Tag::List(first) if !self.in_item => self.number = first,
            Tag::Item => self.in_item = true,
            Tag::Strong => self.strong_from = self.line.text.len(),
            Tag::Link { dest_url, .. } => {
                self.link = Some((self.line.text.len(), dest_url.into_string()));
            }
            Tag::Image { dest_url, .. } if self.line.text.is_empty() => {
                self.picture = Some(dest_url.into_string());
            }
            other => return Err(format!("{other:?}")),
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), String> {
        match tag {
            TagEnd::Heading(HeadingLevel::H1) => self.page.title = self.take().text,
            TagEnd::Heading(_) => {
                let line = self.take();
                self.page.blocks.push(Block::Heading(line));
            }
            TagEnd::Paragraph if self.in_item => {}
            // Of a picture nothing is left.
            TagEnd::Paragraph if self.line.text.is_empty() => {}
            TagEnd::Paragraph => {
                let line = self.take();
                self.page.blocks.push(Block::Paragraph(line));
            }
            TagEnd::Item => {
                let line = self.take();
                self.page.blocks.push(Block::Item(self.number, line));
                self.number = self.number.map(|number| number + 1);
                self.in_item = false;
            }
            TagEnd::List(_) => self.number = None,
            TagEnd::Strong => self.line.strong.push(self.strong_from..self.line.text.len()),
            TagEnd::Link => {
                let (from, to) = self.link.take().ok_or("a link that does not begin")?;
                self.line.links.push((from..self.line.text.len(), to));
            }
            TagEnd::Image => {
                let file = self.picture.take().ok_or("a picture that does not begin")?;
                let says = self.take().text;
                self.page.blocks.push(Block::Picture { file, says });
            }
            other => return Err(format!("{other:?}")),
        }
        Ok(())
    }

    /// The line that is complete.
    fn take(&mut self) -> Line {
        let mut line = std::mem::take(&mut self.line);
        line.folded = Folded::new(&line.text);
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_pictures_and_links_are_read() {
        let source = "# One\n\n1. Go to [two](02-two.md).\n2. Stop.\n\n![A map](pictures/map.webp)\n\n\
                      ## More\n\n- A dot\n";
        let page = parse(source, Lang::En).unwrap();
        let [first, second, picture, heading, dot] = page.blocks.as_slice() else {
            panic!("{:#?}", page.blocks)
        };
        let Block::Item(Some(1), line) = first else { panic!("{first:?}") };
        assert_eq!(line.links, [(6..9, "02-two.md".to_owned())]);
        assert!(matches!(second, Block::Item(Some(2), _)));
        let Block::Picture { file, says } = picture else { panic!("{picture:?}") };
        assert_eq!((file.as_str(), says.as_str()), ("pictures/map.webp", "A map"));
        assert!(matches!(heading, Block::Heading(line) if line.text == "More"));
        assert!(matches!(dot, Block::Item(None, _)));
    }

    #[test]
    fn what_is_typed_runs_from_left_to_right_in_arabic() {
        let page = parse("# ا\n\nاضغط `Ctrl+K` الآن.\n", Lang::Ar).unwrap();
        let line = page.blocks[0].line().unwrap();
        assert_eq!(&line.text[line.typed[0].clone()], "\u{2066}Ctrl+K\u{2069}");
    }

    #[test]
    fn what_no_page_has_is_told_with_its_line() {
        let told = parse("# One\n\nTwo\n\n> three\n", Lang::En).unwrap_err();
        assert!(told.starts_with("line 5: BlockQuote"), "{told}");
        assert!(parse("# One\n\n<b>two</b>\n", Lang::En).is_err());
    }
}
