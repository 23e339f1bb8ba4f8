//! The find in the article: what is looked for, where it is said, and which hit is meant.

use super::{AppState, ArticleView, saving, selectors};
use crate::geodata::Lang;
use crate::i18n::fold;
use std::ops::Range;

/// Characters that are looked for at most: more than any sentence has.
pub const LONGEST: usize = 1024;

/// What is looked for in the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// What was typed.
    pub query: String,
    /// The number of the hit that is meant, from 0; the hits are [`hits`].
    pub current: usize,
    /// The number of the request to type in its field.
    pub field_request: u32,
    /// The number of the request to bring the hit into sight.
    pub hit_request: u32,
}

/// What the reader does in the find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindAction {
    /// Open it, in the article's tab.
    Open,
    /// Close it and forget what was looked for.
    Close,
    /// What is in the field now.
    Type(String),
    /// Go so many hits on, round the end; back where negative.
    Step(i32),
}

/// A part of the article that has words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The title.
    Title,
    /// The excerpt with this index in the dossier.
    Excerpt(usize),
}

/// Where the article says what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which part.
    pub part: Part,
    /// In the original (Arabic) or in which translation of it.
    pub lang: Lang,
    /// Bytes of that text.
    pub range: Range<usize>,
}

/// Does what the reader asks of the find.
pub(super) fn act(state: &mut AppState, action: FindAction) {
    match action {
        FindAction::Open => {
            saving::close_dialog(state);
            let field_request = state.new_request();
            state.find.get_or_insert_default().field_request = field_request;
        }
        FindAction::Close => state.find = None,
        FindAction::Type(query) => {
            let query = query.chars().take(LONGEST).collect();
            let hit_request = state.new_request();
            let find = state.find.get_or_insert_default();
            *find = Find { query, current: 0, hit_request, ..*find };
            // What only the other language says is shown beside the one that is read.
            if hits(state).is_empty() {
                let before = state.session.clone();
                state.session.article = ArticleView::Both;
                if hits(state).is_empty() {
                    state.session = before;
                } else {
                    state.record(before);
                }
            }
        }
        FindAction::Step(step) => {
            let count = hits(state).len();
            let hit_request = state.new_request();
            if let Some(find) = &mut state.find
                && count > 0
            {
                // What is shown may have changed since: there may be fewer hits than before.
                let current = find.current.min(count - 1) as i64;
                find.hit_request = hit_request;
                find.current = (current + i64::from(step)).rem_euclid(count as i64) as usize;
            }
        }
    }
}

/// Where what is shown of the article says what is looked for, in the order of reading: blind to
/// harakat, tatweel, the forms of alef, ya and ta marbuta, accents and case. None while nothing is
/// looked for.
#[must_use]
pub fn hits(state: &AppState) -> Vec<Hit> {
    let query = state.find.as_ref().map_or("", |find| find.query.trim());
    if query.is_empty() {
        return Vec::new();
    }
    let dossier = &state.world.dossier;
    let parts = (0..dossier.excerpts.len()).map(Part::Excerpt);
    let parts = std::iter::once(Part::Title).chain(parts);
    let langs = selectors::article_languages(&state.session);
    let texts = parts.flat_map(|part| langs.iter().map(move |lang| (part, *lang)));
    let hits = texts.flat_map(|(part, lang)| {
        let text = match part {
            Part::Title => dossier.article.title_in(lang).map(ToOwned::to_owned),
            Part::Excerpt(index) => dossier.excerpts.get(index).and_then(|e| e.text_in(lang)),
        };
        let ranges = text.map_or_else(Vec::new, |text| fold::find_all(&text, query));
        ranges.into_iter().map(move |range| Hit { part, lang, range })
    });
    hits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;
    use crate::state::{Action, Session, TranslationChoice, World, update};
    use std::sync::{Arc, LazyLock};

    static WORLD: LazyLock<Arc<World>> =
        LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));

    fn looking_for(query: &str, article: ArticleView) -> AppState {
        let session = Session { article, ..Session::in_language(Lang::En) };
        let mut state = AppState::new(WORLD.clone(), session);
        update(&mut state, Action::Find(FindAction::Open));
        update(&mut state, Action::Find(FindAction::Type(query.to_owned())));
        state
    }

    fn said(state: &AppState) -> Vec<String> {
        let dossier = &state.world.dossier;
        let words = |hit: Hit| match hit.part {
            Part::Title => dossier.article.title_in(hit.lang).unwrap()[hit.range].to_owned(),
            Part::Excerpt(index) => {
                dossier.excerpts[index].text_in(hit.lang).unwrap()[hit.range].to_owned()
            }
        };
        hits(state).into_iter().map(words).collect()
    }

    #[test]
    fn spelling_does_not_hide_a_word() {
        // The article has "أولاً", "ميلاً" and "الاستراتيجية".
        for (query, found) in
            [("اولا", "أولاً"), ("مِيلاً", "ميلاً"), ("الإستراتيجيه", "الاستراتيجية"), ("كيــدال", "كيدال")]
        {
            let said = said(&looking_for(query, ArticleView::Original));
            assert!(said.contains(&found.to_owned()), "{query}: {said:?}");
        }
        let mut state = looking_for("ALGERIE", ArticleView::Translation);
        update(&mut state, Action::SetTranslation(TranslationChoice::Fr));
        assert!(said(&state).contains(&"Algérie".to_owned()), "{:?}", said(&state));
    }

    #[test]
    fn what_only_the_other_language_says_is_shown_beside_it() {
        let article = |query, view| looking_for(query, view).session.article;
        for (query, view) in [("Kidal", ArticleView::Original), ("كيدال", ArticleView::Translation)]
        {
            assert_eq!(article(query, view), ArticleView::Both, "{query}");
            assert!(!hits(&looking_for(query, view)).is_empty(), "{query}");
            assert_eq!(article("xyzzy", view), view, "it is nowhere");
        }
        assert_eq!(article("كيدال", ArticleView::Original), ArticleView::Original);
        let both = looking_for("Wagner", ArticleView::Both);
        assert!(hits(&both).iter().all(|hit| hit.lang == Lang::En));
        let title = looking_for("كابوس", ArticleView::Both);
        assert_eq!(hits(&title).first().map(|hit| hit.part), Some(Part::Title));
    }

    #[test]
    fn steps_go_round_and_a_new_word_begins_at_the_first() {
        let mut state = looking_for("فاغنر", ArticleView::Original);
        let count = hits(&state).len();
        assert!(count > 3, "{count}");
        let current = |state: &AppState| state.find.as_ref().unwrap().current;
        update(&mut state, Action::Find(FindAction::Step(-1)));
        assert_eq!(current(&state), count - 1);
        update(&mut state, Action::Find(FindAction::Step(1)));
        assert_eq!(current(&state), 0);
        update(&mut state, Action::Find(FindAction::Step(2)));
        update(&mut state, Action::Find(FindAction::Type("كيدال".to_owned())));
        assert_eq!(current(&state), 0);
        update(&mut state, Action::Find(FindAction::Type("xyz".to_owned())));
        update(&mut state, Action::Find(FindAction::Step(1)));
        assert_eq!((current(&state), hits(&state)), (0, Vec::new()));
        update(&mut state, Action::Find(FindAction::Close));
        assert_eq!(state.find, None);
    }

    #[test]
    fn a_paste_without_end_is_cut() {
        let state = looking_for(&"ك\u{2067}".repeat(1_000_000), ArticleView::Original);
        assert_eq!(state.find.as_ref().unwrap().query.chars().count(), LONGEST);
        assert_eq!(hits(&state), []);
    }
}
