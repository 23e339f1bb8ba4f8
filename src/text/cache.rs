//! Which texts of an egui context are already set, and when they must be set again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use egui::{Context, Galley, Id, ViewportId};
use parley::Layout;

use super::galley::{Atlas, Press};
use super::shape::{Ink, Shaped};
use super::style::{Align, Span, TextStyle};

/// Passes after which a text nobody asked for is forgotten.
const KEPT_PASSES: u64 = 120;
/// Passes between two looks for forgotten texts.
const SWEEP_PASSES: u64 = 30;

/// Passes after which a wrapped text is forgotten that was set anew in another width: while a panel
/// is dragged wider, each pass has a width of its own.
const KEPT_WIDTHS: u64 = 4;

/// All that decides which glyphs a text has and how wide they are, apart from the text and its
/// spans: exact, in bits.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Glyphs {
    lengths: [u32; 5],
    color: [u8; 4],
    flags: [u8; 2],
}

/// All that decides how a text looks, apart from the text and its spans.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Setting {
    pub(super) glyphs: Glyphs,
    align: Align,
    balance: bool,
    slant_degrees: u32,
    room: Option<(u32, usize, bool)>,
    halo: Option<u32>,
}

impl Setting {
    /// `room` is a width, a number of lines and whether the width shrinks to the text.
    pub(super) fn new(
        style: &TextStyle,
        room: Option<(f32, usize, bool)>,
        halo: Option<f32>,
        pixels_per_point: f32,
    ) -> Self {
        let TextStyle {
            size,
            line_height,
            weight,
            color,
            align,
            direction,
            letter_spacing,
            slant_degrees,
            tabular,
            balance,
        } = *style;
        let lengths = [size, line_height, weight, letter_spacing, pixels_per_point];
        Self {
            glyphs: Glyphs {
                lengths: lengths.map(f32::to_bits),
                color: color.to_array(),
                flags: [direction as u8, tabular.into()],
            },
            align,
            balance,
            slant_degrees: slant_degrees.to_bits(),
            room: room.map(|(width, lines, shrink)| (width.to_bits(), lines, shrink)),
            halo: halo.map(f32::to_bits),
        }
    }
}

/// A text that is set.
#[derive(Clone)]
pub(super) struct SetText {
    pub(super) fill: Arc<Galley>,
    pub(super) halo: Option<Arc<Galley>>,
    /// Kept for those who ask where words are; the galleys do not need it.
    pub(super) shaped: Option<Arc<Shaped>>,
}

struct Entry<K, V> {
    key: K,
    spans: Box<[Span]>,
    used: u64,
    value: V,
}

/// What is known of a text.
#[derive(Default)]
struct Known {
    /// Its galleys, each with the epoch that it is valid in.
    set: Vec<Entry<Setting, (u64, SetText)>>,
    /// Its glyphs not broken into lines, if it is a text that is wrapped.
    unbroken: Vec<Entry<Glyphs, Arc<Layout<Ink>>>>,
}

/// How a viewport tells that the atlas was cleared.
struct Watch {
    /// Number of the viewport's pass that was seen last.
    seen: u64,
    /// [`Cache::pass`] at that time.
    used: u64,
    /// A galley of egui's own that lives as long as the atlas does: egui forgets all its galleys
    /// exactly when it clears the atlas.
    sentinel: Arc<Galley>,
}

/// The set texts of one context.
#[derive(Default)]
pub(super) struct Cache {
    texts: HashMap<Box<str>, Known>,
    viewports: HashMap<ViewportId, Watch>,
    /// What the galleys of this epoch are made from.
    pub(super) atlas: Atlas,
    /// Counts the atlases.
    epoch: u64,
    /// Counts the passes of all viewports.
    pass: u64,
    /// Counts the texts that were set.
    made: u64,
    installed: bool,
}

impl Cache {
    /// The cache that lives in `ctx`.
    pub(super) fn of(ctx: &Context, id: Id) -> Arc<Mutex<Self>> {
        ctx.data_mut(|data| Arc::clone(data.get_temp_mut_or_default::<Arc<Mutex<Self>>>(id)))
    }

    /// Gives `ctx` the fonts and the rasterizer, once.
    pub(super) fn install(&mut self, ctx: &Context, press: &Press) {
        if !std::mem::replace(&mut self.installed, true) {
            press.install(ctx);
        }
    }

    /// Notices a new pass, and in it a new atlas. Costs next to nothing the second time in a pass.
    pub(super) fn begin_pass(&mut self, ctx: &Context, press: &Press) {
        let (viewport, number) = (ctx.viewport_id(), ctx.cumulative_pass_nr());
        if self.viewports.get(&viewport).is_some_and(|watch| watch.seen == number) {
            return;
        }
        self.install(ctx, press);
        self.pass += 1;
        let sentinel = press.sentinel(ctx);
        let watch = Watch { seen: number, used: self.pass, sentinel: Arc::clone(&sentinel) };
        let old = self.viewports.insert(viewport, watch);
        if old.is_none_or(|old| !Arc::ptr_eq(&old.sentinel, &sentinel)) {
            self.epoch += 1;
            self.atlas = Atlas::default();
        }
        if self.pass.is_multiple_of(SWEEP_PASSES) {
            self.sweep();
        }
    }

    fn sweep(&mut self) {
        let pass = self.pass;
        self.texts.retain(|_, known| {
            known.set.retain(|entry| pass - entry.used < KEPT_PASSES);
            known.unbroken.retain(|entry| pass - entry.used < KEPT_PASSES);
            !(known.set.is_empty() && known.unbroken.is_empty())
        });
        self.viewports.retain(|_, watch| pass - watch.used < KEPT_PASSES);
    }

    /// The text, if it is set and its glyphs are still in the atlas.
    pub(super) fn get(&mut self, setting: &Setting, text: &str, spans: &[Span]) -> Option<SetText> {
        let (epoch, pass) = (self.epoch, self.pass);
        let known = self.texts.get_mut(text)?;
        for glyphs in &mut known.unbroken {
            if glyphs.key == setting.glyphs && *glyphs.spans == *spans {
                glyphs.used = pass;
            }
        }
        let entry = find(&mut known.set, setting, spans)?;
        entry.used = pass;
        let (of, set) = &entry.value;
        (*of == epoch).then(|| set.clone())
    }

    /// Keeps a text for the passes to come.
    pub(super) fn put(&mut self, setting: Setting, text: &str, spans: &[Span], set: SetText) {
        self.made += 1;
        let (epoch, used) = (self.epoch, self.pass);
        let entries = &mut self.texts.entry(text.into()).or_default().set;
        entries.retain(|entry| {
            let same_glyphs = entry.key.glyphs == setting.glyphs && *entry.spans == *spans;
            let old_width = entry.key.room.is_some() && used - entry.used >= KEPT_WIDTHS;
            !same_glyphs || entry.key != setting && !old_width
        });
        let value = (epoch, set);
        entries.push(Entry { key: setting, spans: spans.into(), used, value });
    }

    /// The glyphs of a text in any width, if they were kept.
    pub(super) fn unbroken(
        &mut self,
        glyphs: &Glyphs,
        text: &str,
        spans: &[Span],
    ) -> Option<Arc<Layout<Ink>>> {
        let entry = find(&mut self.texts.get_mut(text)?.unbroken, glyphs, spans)?;
        Some(Arc::clone(&entry.value))
    }

    /// Keeps the glyphs of a text for other widths.
    pub(super) fn put_unbroken(
        &mut self,
        glyphs: Glyphs,
        text: &str,
        spans: &[Span],
        layout: Layout<Ink>,
    ) {
        let used = self.pass;
        let entries = &mut self.texts.entry(text.into()).or_default().unbroken;
        let value = Arc::new(layout);
        entries.push(Entry { key: glyphs, spans: spans.into(), used, value });
    }

    /// How many texts were set since the beginning.
    pub(super) const fn made(&self) -> u64 {
        self.made
    }

    /// How many texts are kept.
    pub(super) fn len(&self) -> usize {
        self.texts.values().map(|known| known.set.len()).sum()
    }
}

fn find<'a, K: PartialEq, V>(
    entries: &'a mut [Entry<K, V>],
    key: &K,
    spans: &[Span],
) -> Option<&'a mut Entry<K, V>> {
    entries.iter_mut().find(|entry| entry.key == *key && *entry.spans == *spans)
}

/// Locks a cache. A thread that panicked while it held the lock left at worst a text out.
pub(super) fn lock(cache: &Mutex<Cache>) -> std::sync::MutexGuard<'_, Cache> {
    cache.lock().unwrap_or_else(PoisonError::into_inner)
}
