//! Which pages the user's guide has, in every language: `assets/guide/{ar,fr,en}/*.md`.

use super::markdown::{Block, Page, parse};
use crate::geodata::Lang;
use std::ops::Range;
use std::sync::LazyLock;

/// Names the pages once, so that the three languages cannot have different ones.
macro_rules! pages {
    ($($name:literal),+ $(,)?) => {
        /// The pages' files without `.md`, in the order of reading.
        pub const NAMES: &[&str] = &[$($name),+];

        const AR: &[&str] = &[$(include_str!(concat!("../../assets/guide/ar/", $name, ".md"))),+];
        const FR: &[&str] = &[$(include_str!(concat!("../../assets/guide/fr/", $name, ".md"))),+];
        const EN: &[&str] = &[$(include_str!(concat!("../../assets/guide/en/", $name, ".md"))),+];
    };
}

pages!(
    "01-start",
    "02-map",
    "03-places",
    "04-claims",
    "05-distances",
    "06-measuring",
    "07-search",
    "08-layers",
    "09-briefing",
    "10-scenes",
    "11-saving",
    "12-settings",
    "13-privacy",
    "14-online-tiles",
    "15-keyboard",
    "16-limits",
);

/// The pages in `lang`, in the order of [`NAMES`]; read once.
#[must_use]
pub fn pages(lang: Lang) -> &'static [Page] {
    static PAGES: [LazyLock<Vec<Page>>; 3] = [
        LazyLock::new(|| read(AR, Lang::Ar)),
        LazyLock::new(|| read(FR, Lang::Fr)),
        LazyLock::new(|| read(EN, Lang::En)),
    ];
    let [ar, fr, en] = &PAGES;
    match lang {
        Lang::Ar => ar,
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A page that cannot be read is an empty one; the tests find it.
fn read(sources: &[&str], lang: Lang) -> Vec<Page> {
    let read = |(name, source): (&&str, &&str)| {
        parse(source, lang).unwrap_or_else(|problem| {
            tracing::error!(page = name, lang = lang.code(), problem, "a page of the guide");
            Page { title: (*name).to_owned(), blocks: Vec::new() }
        })
    };
    NAMES.iter().zip(sources).map(read).collect()
}

/// The number of the page that a link leads to: `04-claims.md`.
#[must_use]
pub fn target(link: &str) -> Option<usize> {
    let name = link.strip_suffix(".md")?;
    NAMES.iter().position(|page| *page == name)
}

/// Where the blocks of a page say `query`: of each its bytes, none while nothing is looked for.
/// Blind to spelling as the find in the article is.
#[must_use]
pub fn hits(page: &Page, query: &str) -> Vec<Vec<Range<usize>>> {
    let of = |block: &Block| {
        let line = block.line();
        line.map(|line| line.folded.find_all(query.trim())).unwrap_or_default()
    };
    page.blocks.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// What a page is made of, without its words.
    fn bones(page: &Page) -> Vec<String> {
        let links = |block: &Block| -> BTreeSet<String> {
            let links = block.line().into_iter().flat_map(|line| &line.links);
            links.map(|(_, to)| to.clone()).collect()
        };
        let bone = |block: &Block| match block {
            Block::Heading(_) => "heading".to_owned(),
            Block::Paragraph(_) => format!("paragraph {:?}", links(block)),
            Block::Item(number, _) => format!("item {number:?} {:?}", links(block)),
            Block::Picture { file, .. } => file.clone(),
        };
        page.blocks.iter().map(bone).collect()
    }

    #[test]
    fn every_page_is_read_and_is_built_alike_in_all_languages() {
        for (lang, sources) in [(Lang::Ar, AR), (Lang::Fr, FR), (Lang::En, EN)] {
            for (name, source) in NAMES.iter().zip(sources) {
                let page = parse(source, lang);
                let page =
                    page.unwrap_or_else(|problem| panic!("{}/{name}: {problem}", lang.code()));
                assert!(!page.title.is_empty() && page.blocks.len() > 1, "{}/{name}", lang.code());
            }
        }
        for (index, name) in NAMES.iter().enumerate() {
            let [english, french, arabic] =
                [Lang::En, Lang::Fr, Lang::Ar].map(|lang| bones(&pages(lang)[index]));
            assert_eq!(english, french, "fr/{name}");
            assert_eq!(english, arabic, "ar/{name}");
        }
    }

    #[test]
    fn the_folders_hold_the_pages_and_no_others() {
        for lang in Lang::ALL {
            let folder =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide").join(lang.code());
            let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            let mut names: Vec<String> = files
                .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
                .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
                .collect();
            names.sort();
            assert_eq!(names, NAMES);
        }
    }

    #[test]
    fn links_lead_to_pages() {
        for block in Lang::ALL.iter().flat_map(|lang| pages(*lang)).flat_map(|page| &page.blocks) {
            for (_, to) in block.line().into_iter().flat_map(|line| &line.links) {
                assert!(target(to).is_some(), "`{to}` is no page");
            }
        }
        assert_eq!(target("05-distances.md"), Some(4));
        assert_eq!(target("https://example.org"), None);
    }

    /// Titles and words, without what is typed.
    fn words(lang: Lang) -> Vec<String> {
        let mut all = Vec::new();
        for page in pages(lang) {
            all.push(page.title.clone());
            for block in &page.blocks {
                match block {
                    Block::Picture { says, .. } => all.push(says.clone()),
                    block => all.extend(block.line().map(|line| {
                        let mut text = line.text.clone();
                        for range in line.typed.iter().rev() {
                            text.replace_range(range.clone(), "");
                        }
                        text
                    })),
                }
            }
        }
        all
    }

    #[test]
    fn each_language_is_written_as_it_is_printed() {
        for words in words(Lang::Fr) {
            for sign in [" :", " ;", " ?", " !", "« ", " »", " %", "'"] {
                assert!(!words.contains(sign), "`{sign}` in: {words}");
            }
        }
        for words in words(Lang::Ar) {
            assert!(words.contains(|c| ('\u{0621}'..='\u{064A}').contains(&c)), "{words}");
            for sign in [",", ";", "?"] {
                assert!(!words.contains(sign), "`{sign}` in: {words}");
            }
        }
        for words in words(Lang::En) {
            assert!(!words.contains(['\'', '"']), "{words}");
        }
    }

    #[test]
    fn what_is_looked_for_is_found_in_any_spelling() {
        let of = |lang, query: &str| {
            let found = |page: &Page| hits(page, query).iter().any(|ranges| !ranges.is_empty());
            NAMES
                .iter()
                .zip(pages(lang))
                .filter(|(_, page)| found(page))
                .map(|(name, _)| *name)
                .collect::<Vec<_>>()
        };
        assert!(of(Lang::En, "MGRS").contains(&"07-search"));
        assert!(of(Lang::Fr, "epingles").contains(&"02-map"));
        assert!(of(Lang::Ar, "الادعاءات").contains(&"03-places"));
        assert!(of(Lang::En, "zebra").is_empty() && of(Lang::En, " ").is_empty());
    }
}
