//! What the program says, in the language of the reader.

use super::args::Args;
use super::catalogue;
use super::dates::MonthNames;
use super::key::{Key, Sentence};
use super::numbers::{Digits, Numbers};
use super::plural::{Plurals, plural};
use crate::geodata::Lang;
use crate::measure::coordinates::CoordinateStyle;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use unic_langid::LanguageIdentifier;

/// What a reader may choose within a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Usage {
    /// Digits in Arabic.
    pub digits: Digits,
    /// Names of the months in Arabic.
    pub months: MonthNames,
}

/// The words of one language, its numbers, dates and quantities. A clone shares them.
#[derive(Clone)]
pub struct Words {
    shared: Arc<Inner>,
    coordinates: CoordinateStyle,
}

struct Inner {
    lang: Lang,
    usage: Usage,
    bundle: Bundle,
    /// What is said where the language has no word: parsed only when it comes to that.
    english: OnceLock<Bundle>,
    numbers: Numbers,
    plurals: Plurals,
    /// A fault is told once and not at every frame.
    faults: Mutex<Faults>,
}

#[derive(Default)]
struct Faults {
    /// Keys whose fault was logged.
    logged: BTreeSet<String>,
    /// What the reader was not told yet.
    untold: Vec<String>,
}

type Bundle = FluentBundle<FluentResource>;

impl Words {
    /// The words of `lang`, with Western digits and the standard names of the months.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self::with_usage(lang, Usage::default())
    }

    /// The words of `lang` with the reader's own choice of digits and month names.
    #[must_use]
    pub fn with_usage(lang: Lang, usage: Usage) -> Self {
        Self::of_catalogue(lang, usage, catalogue::source(lang))
    }

    /// The words of another catalogue, as Fluent texts. What it lacks is said in English.
    #[must_use]
    pub fn of_catalogue(lang: Lang, usage: Usage, catalogue: &[&str]) -> Self {
        let shared = Arc::new(Inner {
            lang,
            usage,
            bundle: bundle(lang, catalogue),
            english: OnceLock::new(),
            numbers: Numbers::new(lang, usage.digits),
            plurals: Plurals::new(lang),
            faults: Mutex::default(),
        });
        Self { shared, coordinates: CoordinateStyle::default() }
    }

    /// The same words with positions in another style.
    #[must_use]
    pub fn with_coordinates(self, coordinates: CoordinateStyle) -> Self {
        Self { coordinates, ..self }
    }

    /// The style of positions.
    #[must_use]
    pub const fn coordinate_style(&self) -> CoordinateStyle {
        self.coordinates
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.shared.lang
    }

    /// The choices within the language.
    #[must_use]
    pub fn usage(&self) -> Usage {
        self.shared.usage
    }

    /// The numbers of the language.
    #[must_use]
    pub fn numbers(&self) -> &Numbers {
        &self.shared.numbers
    }

    /// The words under `key`, which takes no arguments. A key that is not there is logged once
    /// and said in English, or, where English lacks it too, as the key itself.
    #[must_use]
    pub fn text(&self, key: Key) -> Cow<'_, str> {
        self.say(key.name(), None)
    }

    /// The sentence under `key` filled with `args`. An argument that is missing is logged once
    /// and shows as its variable.
    #[must_use]
    pub fn format(&self, sentence: Sentence, args: Args<'_>) -> String {
        let args = args.written(self.shared.lang, &self.shared.numbers, &self.shared.plurals);
        self.say(sentence.name(), Some(&args)).into_owned()
    }

    fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let inner = &*self.shared;
        match spoken(&inner.bundle, key, args) {
            Spoken::Well(said) => said,
            Spoken::Badly(said, fault) => {
                self.report(key, &fault);
                said
            }
            Spoken::Nothing => {
                self.report(key, "no such key");
                match spoken(
                    inner.english.get_or_init(|| bundle(Lang::En, catalogue::source(Lang::En))),
                    key,
                    args,
                ) {
                    Spoken::Well(said) | Spoken::Badly(said, _) => said,
                    Spoken::Nothing => key.to_owned().into(),
                }
            }
        }
    }

    fn report(&self, key: &str, fault: &str) {
        let mut faults = self.shared.faults.lock().unwrap_or_else(PoisonError::into_inner);
        if faults.logged.insert(key.to_owned()) {
            // A notice of its own tells it: see `untold_fault`.
            tracing::warn!(target: "sahel_map::told", lang = self.shared.lang.code(), key, fault, "word catalogue");
            faults.untold.push(format!("{key}: {fault}"));
        }
    }

    /// A fault of the catalogue that was met and that this has not told yet.
    #[must_use]
    pub fn untold_fault(&self) -> Option<String> {
        self.shared.faults.lock().unwrap_or_else(PoisonError::into_inner).untold.pop()
    }
}

/// What a catalogue answers to a key.
enum Spoken<'a> {
    Well(Cow<'a, str>),
    /// With a variable or a function that it did not get, and which.
    Badly(Cow<'a, str>, String),
    Nothing,
}

fn spoken<'a>(bundle: &'a Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> Spoken<'a> {
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return Spoken::Nothing;
    };
    let mut faults = Vec::new();
    let said = bundle.format_pattern(pattern, args, &mut faults);
    if faults.is_empty() {
        Spoken::Well(said)
    } else {
        Spoken::Badly(said, faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    }
}

/// A language's catalogue. What does not parse is left out and logged; the tests let none pass.
fn bundle(lang: Lang, catalogue: &[&str]) -> Bundle {
    let language: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    if let Err(error) = bundle.add_function("PLURAL", plural) {
        tracing::error!(%error, "word catalogue: PLURAL");
    }
    for source in catalogue {
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(good, errors)| {
                tracing::error!(lang = lang.code(), ?errors, "word catalogue does not parse");
                good
            });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(lang = lang.code(), ?errors, "word catalogue: keys given twice");
        }
    }
    bundle
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("lang", &self.shared.lang)
            .field("usage", &self.shared.usage)
            .field("coordinates", &self.coordinates)
            .finish()
    }
}

/// Two are equal when they say the same.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        let says = |words: &Self| (words.lang(), words.usage(), words.coordinates);
        says(self) == says(other)
    }
}

impl Eq for Words {}
