//! How a line or a paragraph of Arabic, French or English is set on the screen.
//!
//! egui 0.37 joins Arabic letters but knows no bidirectional text: it shows "12" as "21" in an
//! Arabic sentence and the lines of a paragraph from bottom to top. So every visible string of the
//! program goes through [`TextEngine`], which shapes with `parley` and hands egui a finished
//! [`egui::Galley`] whose glyphs live in egui's own font atlas. A galley can be painted, put in a
//! button or rotated like any other, and its `text()` is the logical text, for the accessibility
//! tree.
//!
//! ```
//! use sahel_map::text::{Direction, TextEngine, TextStyle, label, ltr};
//!
//! let engine = TextEngine::new();
//! let ctx = egui::Context::default();
//! engine.install(&ctx); // once, before the first pass
//! let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
//!     engine.begin_pass(ui.ctx()); // first thing in a pass
//!     let body = TextStyle::new(14.0, 24.0).direction(Direction::Rtl);
//!     let text = format!("تبعد كيدال {} عن الحدود", ltr("195.9 km"));
//!     let galley = engine.paragraph(ui.ctx(), &text, &body, 360.0, None);
//!     let color = ui.visuals().text_color();
//!     label(ui, galley, color);
//! });
//! output.textures_delta.clear(); // egui insists that somebody takes the atlas
//! ```
//!
//! Galleys are cached by their full content; ask for one each pass rather than keep it: the
//! glyphs of a kept galley move when egui clears its atlas. Every call must be made within a pass.
//!
//! In Arabic text a figure with a sign or a unit, a date and a coordinate must be wrapped by
//! [`ltr`], and a name in another script by [`isolate`].

mod cache;
mod caret;
pub mod edit;
mod ellipsis;
mod engine;
mod fonts;
mod galley;
mod glyphs;
mod halo;
mod isolate;
mod label;
mod passage;
mod rich;
mod selectable;
mod selection;
mod shape;
mod spaces;
mod style;
mod typeset;

pub use engine::TextEngine;
pub use halo::Haloed;
pub use isolate::{isolate, ltr, without_isolates};
pub use label::{label, optical_center};
pub use passage::{Mark, Passage, PassageColors, PassageResponse};
pub use rich::Rich;
pub use selectable::selectable;
pub use style::{Align, Direction, RichText, Span, TextStyle};
pub use typeset::{Face, GlyphRun, Typeset, TypesetGlyph, TypesetLine, Typesetter};
