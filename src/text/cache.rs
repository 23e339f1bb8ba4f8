//! Which texts of an egui context are already set, and when they must be set again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use egui::{Context, Galley, Id, ViewportId};

use super::galley::{Atlas, Press};
use super::shape::Shaped;
use super::style::{Span, TextStyle};

/// Passes after which a text nobody asked for is forgotten.
const KEPT_PASSES: u64 = 120;
/// Passes between two looks for forgotten texts.
const SWEEP_PASSES: u64 = 30;

/// All that decides how a text looks, apart from the text and its spans: exact, in bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Setting {
    style: [u32; 6],
    flags: [u8; 4],
    room: Option<(u32, usize, bool)>,
    halo: Option<u32>,
    pixels_per_point: u32,
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
        Self {
            style: [
                size.to_bits(),
                line_height.to_bits(),
                weight.to_bits(),
                u32::from_le_bytes(color.to_array()),
                letter_spacing.to_bits(),
                slant_degrees.to_bits(),
            ],
            flags: [align as u8, direction as u8, tabular.into(), balance.into()],
            room: room.map(|(width, lines, shrink)| (width.to_bits(), lines, shrink)),
            halo: halo.map(f32::to_bits),
            pixels_per_point: pixels_per_point.to_bits(),
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

struct Entry {
    spans: Box<[Span]>,
    epoch: u64,
    used: u64,
    set: SetText,
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
    texts: HashMap<Setting, HashMap<Box<str>, Vec<Entry>>>,
    viewports: HashMap<ViewportId, Watch>,
    /// What the galleys of this epoch are made from.
    pub(super) atlas: Atlas,
    /// Counts the atlases.
    epoch: u64,
    /// Counts the passes of all viewports.
    pass: u64,
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
        for texts in self.texts.values_mut() {
            for entries in texts.values_mut() {
                entries.retain(|entry| pass - entry.used < KEPT_PASSES);
            }
            texts.retain(|_, entries| !entries.is_empty());
        }
        self.texts.retain(|_, texts| !texts.is_empty());
        self.viewports.retain(|_, watch| pass - watch.used < KEPT_PASSES);
    }

    /// The text, if it is set and its glyphs are still in the atlas.
    pub(super) fn get(&mut self, setting: &Setting, text: &str, spans: &[Span]) -> Option<SetText> {
        let (epoch, pass) = (self.epoch, self.pass);
        let entries = self.texts.get_mut(setting)?.get_mut(text)?;
        let entry = entries.iter_mut().find(|entry| *entry.spans == *spans)?;
        entry.used = pass;
        (entry.epoch == epoch).then(|| entry.set.clone())
    }

    /// Keeps a text for the passes to come.
    pub(super) fn put(&mut self, setting: Setting, text: &str, spans: &[Span], set: SetText) {
        let (epoch, used) = (self.epoch, self.pass);
        let entries = self.texts.entry(setting).or_default().entry(text.into()).or_default();
        entries.retain(|entry| *entry.spans != *spans);
        entries.push(Entry { spans: spans.into(), epoch, used, set });
    }

    /// How many texts are kept.
    pub(super) fn len(&self) -> usize {
        self.texts.values().flat_map(HashMap::values).map(Vec::len).sum()
    }
}

/// Locks a cache. A thread that panicked while it held the lock left at worst a text out.
pub(super) fn lock(cache: &Mutex<Cache>) -> std::sync::MutexGuard<'_, Cache> {
    cache.lock().unwrap_or_else(PoisonError::into_inner)
}
