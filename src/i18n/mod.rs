//! How the program speaks: words, numbers, dates and quantities in Arabic, French and English.
//!
//! [`Words`] is the one thing the rest of the program holds. It is cheap to clone, shared between
//! threads, and made anew when the reader changes the language, the digits or the month names.
//!
//! ```
//! use sahel_map::geodata::Lang;
//! use sahel_map::i18n::{Args, Words, key};
//!
//! let words = Words::new(Lang::En);
//! assert_eq!(words.text(key::PANEL_PLACES), "Places");
//! assert_eq!(words.format(key::PLACES_COUNT, Args::new().count("count", 1)), "1 place");
//! ```
//!
//! # Direction
//! Fluent would wrap every argument in a first-strong isolate (U+2068..U+2069). That is switched
//! off: an isolate is set only where the argument runs against the language of the sentence (see
//! [`isolate`]), so that text that needs none holds none, and copies clean. In Arabic a figure
//! with its sign (`067°`, `±1.3`, `-4`) is one left-to-right isolate (U+2066..U+2069), or the sign
//! lands on the wrong side of it. Figures and their units are held together by a no-break space
//! (U+00A0).

mod args;
mod catalogue;
mod dates;
pub mod fold;
pub mod guide;
pub mod isolate;
pub mod key;
pub mod markdown;
mod numbers;
mod plural;
mod positions;
mod quantities;
mod system;
mod words;

pub use args::Args;
pub use catalogue::{FILES, source};
pub use dates::MonthNames;
pub use key::{Key, Sentence};
pub use numbers::{Digits, Numbers};
pub use quantities::{BorderFigure, compass_key};
pub use system::system_language;
pub use words::{Usage, Words};
