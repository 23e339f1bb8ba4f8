//! How the rest of the program asks for text.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use egui::{Context, FontFamily, Galley, Id};
use parley::Layout;

use super::cache::{Cache, Glyphs, SetText, Setting, lock};
use super::ellipsis::{self, Room};
use super::fonts::{EMBEDDED, FontFile};
use super::galley::{Impression, Press};
use super::glyphs::Bank;
use super::halo::Haloed;
use super::rich::Rich;
use super::shape::{Request, Shaper};
use super::style::{RichText, Span, TextStyle};

/// A text longer than this, in bytes, is set up to there: some 15,000 words, of which the reader
/// sees few at a time, while the time that setting takes grows with every one of them.
const LONGEST: usize = 100_000;

/// What stands for the rest of it.
const ELLIPSIS: &str = "…";

/// Sets text. A cheap handle: clone it freely.
///
/// One engine may be installed in several contexts (the window, an offscreen picture), and
/// several engines in one context.
#[derive(Clone)]
pub struct TextEngine {
    inner: Arc<Inner>,
}

struct Inner {
    shaper: Mutex<Shaper>,
    press: Press,
    /// Under which each context keeps the texts this engine set for it.
    id: Id,
}

impl Default for TextEngine {
    fn default() -> Self {
        Self::new()
    }
}

impl TextEngine {
    /// An engine with the embedded fonts.
    #[must_use]
    pub fn new() -> Self {
        Self::with_fonts(&EMBEDDED)
    }

    /// An engine with other fonts, of which those that cannot be read are left out.
    pub(super) fn with_fonts(fonts: &'static [FontFile]) -> Self {
        static ENGINES: AtomicU64 = AtomicU64::new(0);
        let name = format!("sahel-map text {}", ENGINES.fetch_add(1, Ordering::Relaxed));
        let id = Id::unique(&name);
        let press = Press {
            family: FontFamily::Name(name.into()),
            bank: Arc::new(Mutex::new(Bank::default())),
            fonts,
        };
        Self { inner: Arc::new(Inner { shaper: Mutex::new(Shaper::new(fonts)), press, id }) }
    }

    /// Makes `ctx` able to show this engine's text. Call it before the first pass.
    ///
    /// It gives egui's own layout the same font too, so that egui runs without the fonts it
    /// usually brings; but nothing is to be shown through that layout.
    ///
    /// Where there is no chance to call it in time, the first [`Self::begin_pass`] does the same,
    /// provided that egui laid out no text before it in that pass.
    pub fn install(&self, ctx: &Context) {
        lock(&Cache::of(ctx, self.inner.id)).install(ctx, &self.inner.press);
    }

    /// Notices that egui cleared its font atlas, after which every galley is built anew.
    ///
    /// Call it once a pass. (Every other call notices too if it is the first of a pass; this one
    /// keeps the atlas under watch in passes without text.)
    pub fn begin_pass(&self, ctx: &Context) {
        lock(&Cache::of(ctx, self.inner.id)).begin_pass(ctx, &self.inner.press);
    }

    /// `text` in one line, or one for each newline.
    ///
    /// Here as everywhere, of a text of more than 100,000 bytes the beginning is set, and "…".
    #[must_use]
    pub fn line(&self, ctx: &Context, text: &str, style: &TextStyle) -> Arc<Galley> {
        self.set(ctx, &Order { text, style, spans: &[], room: None, halo: None, keep: false }).fill
    }

    /// `text` wrapped to `width` points and aligned in it.
    ///
    /// With `max_lines`, what does not fit is replaced by "…". [`Galley::text`] stays whole.
    #[must_use]
    pub fn paragraph(
        &self,
        ctx: &Context,
        text: &str,
        style: &TextStyle,
        width: f32,
        max_lines: Option<usize>,
    ) -> Arc<Galley> {
        let room = Room { width, lines: max_lines.unwrap_or(usize::MAX), shrink: false };
        let room = Some(room);
        self.set(ctx, &Order { text, style, spans: &[], room, halo: None, keep: false }).fill
    }

    /// `text` in one line of at most `max_width` points, its end replaced by "…" if need be.
    ///
    /// The galley is as wide as what is seen; [`Galley::text`] stays whole.
    #[must_use]
    pub fn ellipsized(
        &self,
        ctx: &Context,
        text: &str,
        style: &TextStyle,
        max_width: f32,
    ) -> Arc<Galley> {
        let room = Some(Room { width: max_width, lines: 1, shrink: true });
        self.set(ctx, &Order { text, style, spans: &[], room, halo: None, keep: false }).fill
    }

    /// `rich` with its coloured, bolder or larger parts; wrapped if there is a `width`.
    #[must_use]
    pub fn rich(
        &self,
        ctx: &Context,
        rich: &RichText,
        style: &TextStyle,
        width: Option<f32>,
    ) -> Rich {
        let room = width.map(|width| Room { width, lines: usize::MAX, shrink: false });
        let RichText { text, spans } = rich;
        let set = self.set(ctx, &Order { text, style, spans, room, halo: None, keep: true });
        Rich::new(set.fill, set.shaped)
    }

    /// `text` whose parts can be found again, all of one look; wrapped if there is a `width`.
    #[must_use]
    pub fn plain(&self, ctx: &Context, text: &str, style: &TextStyle, width: Option<f32>) -> Rich {
        let room = width.map(|width| Room { width, lines: usize::MAX, shrink: false });
        let set = self.set(ctx, &Order { text, style, spans: &[], room, halo: None, keep: true });
        Rich::new(set.fill, set.shaped)
    }

    /// `text` for a busy ground, with a halo of `halo_width` points round its letters; wrapped if
    /// there is a `width`.
    #[must_use]
    pub fn halo(
        &self,
        ctx: &Context,
        text: &str,
        style: &TextStyle,
        halo_width: f32,
        width: Option<f32>,
    ) -> Haloed {
        let room = width.map(|width| Room { width, lines: usize::MAX, shrink: false });
        let halo = Some(halo_width);
        let set = self.set(ctx, &Order { text, style, spans: &[], room, halo, keep: false });
        Haloed { halo: set.halo.unwrap_or_else(|| Arc::clone(&set.fill)), fill: set.fill }
    }

    /// How many texts are kept for `ctx`.
    #[must_use]
    pub fn cached_texts(&self, ctx: &Context) -> usize {
        lock(&Cache::of(ctx, self.inner.id)).len()
    }

    /// How many texts were set for `ctx` since the beginning: a frame that shows what the one before
    /// it showed adds none.
    #[must_use]
    pub fn texts_made(&self, ctx: &Context) -> u64 {
        lock(&Cache::of(ctx, self.inner.id)).made()
    }

    /// Lends the shaper to an editor of text. Nothing may be shown meanwhile.
    pub(super) fn with_shaper<R>(&self, f: impl FnOnce(&mut Shaper) -> R) -> R {
        f(&mut self.inner.shaper.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn set(&self, ctx: &Context, order: &Order<'_>) -> SetText {
        if order.text.len() > LONGEST {
            let end = order.text.floor_char_boundary(LONGEST - ELLIPSIS.len());
            let beginning = order.text.get(..end).unwrap_or_default();
            return self.set(ctx, &Order { text: &format!("{beginning}{ELLIPSIS}"), ..*order });
        }
        let pixels_per_point = ctx.pixels_per_point();
        let room = order.room.map(|room| (room.width, room.lines, room.shrink));
        let setting = Setting::new(order.style, room, order.halo, pixels_per_point);
        let cache = Cache::of(ctx, self.inner.id);
        let mut cache = lock(&cache);
        cache.begin_pass(ctx, &self.inner.press);
        if let Some(set) = cache.get(&setting, order.text, order.spans)
            && (set.shaped.is_some() || !order.keep)
        {
            return set;
        }
        let set = self.build(ctx, &mut cache, order, &setting.glyphs, pixels_per_point);
        cache.put(setting, order.text, order.spans, set.clone());
        set
    }

    fn build(
        &self,
        ctx: &Context,
        cache: &mut Cache,
        order: &Order<'_>,
        glyphs: &Glyphs,
        pixels_per_point: f32,
    ) -> SetText {
        let Order { text, style, spans, room, halo, keep } = *order;
        let request = Request { text, style, spans, pixels_per_point };
        let shaped = {
            let shaper = &self.inner.shaper;
            let mut shaper = shaper.lock().unwrap_or_else(PoisonError::into_inner);
            match (room, cache.unbroken(glyphs, text, spans)) {
                (None, _) => shaper.shape(request, None),
                (Some(room), Some(known)) => {
                    ellipsis::fit(&mut shaper, Layout::clone(&known), request, room)
                }
                (Some(room), None) => {
                    let unbroken = shaper.unbroken(request);
                    cache.put_unbroken(*glyphs, text, spans, unbroken.clone());
                    ellipsis::fit(&mut shaper, unbroken, request, room)
                }
            }
        };
        let atlas = &mut cache.atlas;
        let mut print = |halo| {
            let (size, slant_degrees) = (style.size, style.slant_degrees);
            let impression = Impression { text, size, slant_degrees, halo };
            self.inner.press.galley(ctx, atlas, &shaped, &impression)
        };
        let (fill, halo) = (print(None), halo.map(|halo| print(Some(halo))));
        SetText { fill, halo, shaped: keep.then(|| Arc::new(shaped)) }
    }
}

/// What was asked for.
#[derive(Clone, Copy)]
struct Order<'a> {
    text: &'a str,
    style: &'a TextStyle,
    spans: &'a [Span],
    room: Option<Room>,
    halo: Option<f32>,
    /// Whether the places of the words are asked for as well.
    keep: bool,
}
