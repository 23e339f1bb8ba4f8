//! Where a text that does not fit is cut, and what is put in the place of the rest.

use super::isolate::{CLOSE, open_isolates};
use super::shape::{Ink, Request, Shaped, Shaper, arrange};
use super::style::{Direction, Span};
use parley::Layout;

/// Room for a text: at most so many lines of so many points.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub(super) width: f32,
    pub(super) lines: usize,
    /// One line as wide as its text, instead of a paragraph as wide as the room.
    pub(super) shrink: bool,
}

impl Room {
    fn arrange(&self, layout: Layout<Ink>, request: Request<'_>) -> Shaped {
        arrange(layout, request, (!self.shrink).then_some(self.width))
    }

    fn holds(&self, shaped: &Shaped) -> bool {
        // Half a pixel: widths are sums of rounded figures.
        let slack = 0.5 / shaped.pixels_per_point;
        shaped.layout.len() <= self.lines && shaped.widest_line() <= self.width + slack
    }
}

/// Sets a text, `unbroken` as the shaper gives it, in `room`: whole, or as much of its beginning as there is room for and "…".
///
/// The cut falls between grapheme clusters; spaces before it go; isolates still open are closed, so
/// that the "…" stands where the paragraph ends; the direction is that of the whole text. In a
/// room too small for the "…" alone, that is what is set.
pub(super) fn fit(
    shaper: &mut Shaper,
    unbroken: Layout<Ink>,
    request: Request<'_>,
    room: Room,
) -> Shaped {
    let whole = room.arrange(unbroken, request);
    // The shaper gives an empty text the width of a space.
    if request.text.is_empty() || room.lines == usize::MAX || room.holds(&whole) {
        return whole;
    }
    let style = &super::TextStyle {
        direction: if whole.layout.is_rtl() { Direction::Rtl } else { Direction::Ltr },
        ..*request.style
    };
    let mut beginning = |end: usize| {
        let kept = request.text.get(..end).unwrap_or_default().trim_end();
        let mut text = kept.to_owned();
        text.extend(std::iter::repeat_n(CLOSE, open_isolates(kept)));
        text.push('…');
        let spans: Vec<Span> = request
            .spans
            .iter()
            .filter(|span| span.range.start < kept.len())
            .map(|span| {
                let end = if span.range.end < kept.len() { span.range.end } else { text.len() };
                Span { range: span.range.start..end, ..span.clone() }
            })
            .collect();
        let request = Request { text: &text, style, spans: &spans, ..request };
        room.arrange(shaper.unbroken(request), request)
    };
    let cuts = cuts(&whole, room.lines);
    let mut best = beginning(0);
    let (mut fits, mut too_long) = (0, cuts.len());
    while fits + 1 < too_long {
        let middle = usize::midpoint(fits, too_long);
        let shaped = beginning(cuts.get(middle).copied().unwrap_or(0));
        if room.holds(&shaped) {
            (fits, best) = (middle, shaped);
        } else {
            too_long = middle;
        }
    }
    best.cut = true;
    best
}

/// The bytes at which the first `lines` lines may be cut, in order, from 0.
fn cuts(shaped: &Shaped, lines: usize) -> Vec<usize> {
    let mut cuts: Vec<usize> = shaped
        .layout
        .lines()
        .take(lines)
        .flat_map(|line| line.runs())
        .flat_map(|run| run.clusters().map(|cluster| cluster.text_range().end))
        .collect();
    cuts.push(0);
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}
