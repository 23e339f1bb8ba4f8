//! What is said of a scene, in the reader's language: on screen, in a picture and on paper.

use super::World;
use crate::dossier::{Callout, CalloutAt, Event, Scene, When};
use crate::geodata::Lang;
use crate::i18n::{Args, Words, key};

/// The words of a scene.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneWords {
    /// The message; none where it stands elsewhere.
    pub title: Option<String>,
    /// What is said to it.
    pub text: Option<String>,
    /// The events' dates.
    pub dates: Vec<Dated>,
    /// The words of the article.
    pub quote: Option<Quoted>,
    /// Titles and notes of the callouts, in order.
    pub callouts: Vec<(String, Option<String>)>,
}

/// A date and on whose word it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The event.
    pub event: String,
    /// By the article, or that it gives none.
    pub article: String,
    /// By public knowledge, where that is known.
    pub context: Option<String>,
}

/// Words of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// "¶8".
    pub mark: String,
    /// The Arabic.
    pub arabic: String,
    /// Our translation, marked as ours; none for a reader of Arabic.
    pub translation: Option<String>,
    /// Whether the article itself only reports this.
    pub reported: bool,
}

impl SceneWords {
    /// The words of `scene` in the language of `words`.
    #[must_use]
    pub fn new(world: &World, scene: &Scene, words: &Words) -> Self {
        let lang = words.lang();
        let events = scene.events.iter().filter_map(|id| world.dossier.event(id));
        Self {
            title: Some(title(scene, words)),
            text: scene.text.as_ref().map(|text| text.or_other(lang).to_owned()),
            dates: events.map(|event| dated(world, event, words)).collect(),
            quote: quoted(world, scene, words),
            callouts: scene
                .callouts
                .iter()
                .map(|c| {
                    let note = c.note.as_ref().map(|note| note.or_other(lang).to_owned());
                    (callout_title(c, words), note)
                })
                .collect(),
        }
    }
}

/// The title of a scene in the reader's language, or else in the one that it was written in.
#[must_use]
pub fn title(scene: &Scene, words: &Words) -> String {
    match scene.title.or_other(words.lang()) {
        "" => words.text(key::SCENES_UNTITLED).into_owned(),
        title => title.to_owned(),
    }
}

/// The title of a callout, likewise; where there is none, its position.
#[must_use]
pub fn callout_title(callout: &Callout, words: &Words) -> String {
    match (callout.title.or_other(words.lang()), &callout.at) {
        ("", CalloutAt::Spot(at)) => words.coordinates(*at),
        ("", CalloutAt::Place(id)) => id.to_string(),
        (title, _) => title.to_owned(),
    }
}

/// "كابوس بوتين … · Amnay, January 2025": where the article's words come from.
#[must_use]
pub fn cited(world: &World, words: &Words) -> String {
    let article = &world.dossier.article;
    let args = Args::new()
        .text("title", article.title.as_str())
        .text("publication", article.source.get(words.lang()))
        .text("date", date(world, &article.written, words));
    words.format(key::ARTICLE_CITED, args)
}

/// A date, in which the event that it is after is named.
#[must_use]
pub fn date(world: &World, when: &When, words: &Words) -> String {
    let title = |id: &_| world.dossier.event(id).map(|e| e.title.get(words.lang()).to_owned());
    words.date(when, title)
}

fn dated(world: &World, event: &Event, words: &Words) -> Dated {
    let article = match &event.when_article {
        Some(when) => date(world, when, words),
        None => words.text(key::DATE_NONE).into_owned(),
    };
    let known: Vec<String> = event.when_context.iter().map(|w| date(world, w, words)).collect();
    let context = (!known.is_empty()).then(|| known.join(&words.text(key::LIST_COMMA)));
    Dated { event: event.title.get(words.lang()).to_owned(), article, context }
}

fn quoted(world: &World, scene: &Scene, words: &Words) -> Option<Quoted> {
    let excerpt = world.dossier.excerpts.iter().find(|e| scene.excerpt.as_ref() == Some(&e.id))?;
    let lang = words.lang();
    let (arabic, translation) = if let Some(quote) = &scene.quote {
        let cut = |words: &String| format!("…{words}…");
        let translation = match lang {
            Lang::Ar => None,
            Lang::Fr => Some(&quote.fr),
            Lang::En => Some(&quote.en),
        };
        (cut(&quote.ar), translation.map(cut))
    } else {
        (excerpt.text(), excerpt.text_in(lang).filter(|_| lang != Lang::Ar))
    };
    let marked = |text: String| {
        let mark = words.text(key::TRANSLATION_MARK);
        words.format(key::QUOTE_TRANSLATED, Args::new().text("quote", text).text("mark", mark))
    };
    Some(Quoted {
        mark: words.format(key::PARAGRAPH_MARK, Args::new().plain("paragraph", excerpt.paragraph)),
        arabic,
        translation: translation.map(marked),
        reported: excerpt.reported,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;

    #[test]
    fn every_scene_has_its_words_in_each_language_and_its_quote_is_verbatim() {
        let world = World::new(Dossier::built_in().unwrap()).unwrap();
        assert_eq!(world.dossier.scenes.len(), 8);
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for scene in &world.dossier.scenes {
                let said = SceneWords::new(&world, scene, &words);
                assert!(said.title.is_some() && said.text.is_some());
                let quote = said.quote.unwrap();
                let excerpt = world.dossier.excerpts.iter().find(|e| {
                    e.text() == quote.arabic || e.find(quote.arabic.trim_matches('…')).is_some()
                });
                assert_eq!(quote.mark, format!("¶{}", excerpt.unwrap().paragraph));
                assert_eq!(quote.translation.is_none(), lang == Lang::Ar);
            }
        }
    }

    #[test]
    fn what_the_article_gives_no_date_for_says_so_beside_what_is_known() {
        let world = World::new(Dossier::built_in().unwrap()).unwrap();
        let kidal = world.dossier.scenes.iter().find(|s| s.id.as_str() == "kidal").unwrap();
        let said = SceneWords::new(&world, kidal, &Words::new(Lang::En));
        assert_eq!(said.dates[0].article, "no date given");
        assert_eq!(said.dates[0].context.as_deref(), Some("14 November 2023"));
    }
}
