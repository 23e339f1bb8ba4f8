//! Where the blocks of a text stand on pages: in the column beside the map, then on further pages.

use super::blocks::Block;

/// Room round everything.
pub(super) const MARGIN: f32 = 34.0;
/// Height of the head, and of the foot.
const HEAD: f32 = 62.0;
const FOOT: f32 = 46.0;
/// Width of the column beside the map, and room between.
const COLUMN: f32 = 226.0;
const GAP: f32 = 18.0;
/// Share of an upright page's body that its map has; the words stand below it.
const MAP_ABOVE: f32 = 0.52;

/// A rectangle of the page, in points from its top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Area {
    pub(super) const fn right(self) -> f32 {
        self.left + self.width
    }

    pub(super) const fn bottom(self) -> f32 {
        self.top + self.height
    }
}

/// How a page is divided.
pub(super) struct Frames {
    pub(super) rtl: bool,
    /// Width and height of the page.
    pub(super) page: [f32; 2],
    /// Width of a column of text.
    pub(super) column: f32,
    pub(super) head: Area,
    pub(super) map: Area,
    pub(super) foot: Area,
    /// Where text stands on a page with a map.
    beside: Vec<Area>,
    /// Where it stands on a page without: columns in the order of reading.
    columns: Vec<Area>,
}

impl Frames {
    /// Of a page of this size in a language that is read from right to left, or in another.
    pub(super) fn new(rtl: bool, page: [f32; 2]) -> Self {
        let [width, height] = page;
        let inner = width - 2.0 * MARGIN;
        let head = Area { left: MARGIN, top: MARGIN - 6.0, width: inner, height: HEAD };
        let top = head.bottom() + 10.0;
        let foot_top = height - MARGIN - FOOT + 12.0;
        let body = Area { left: MARGIN, top, width: inner, height: foot_top - 10.0 - top };
        let foot = Area { left: MARGIN, top: foot_top, width: inner, height: FOOT };
        let columns = |count: u8, column: f32, body: Area| -> Vec<Area> {
            let gap = (inner - f32::from(count) * column) / f32::from(count - 1);
            let place = |index: u8| {
                let from = f32::from(index) * (column + gap);
                let left = if rtl { body.right() - from - column } else { body.left + from };
                Area { left, width: column, ..body }
            };
            (0..count).map(place).collect()
        };
        if height > width {
            let column = 0.5 * (inner - GAP);
            let map = Area { height: MAP_ABOVE * body.height, ..body };
            let top = map.bottom() + GAP;
            let below = Area { top, height: body.bottom() - top, ..body };
            let (beside, columns) = (columns(2, column, below), columns(2, column, body));
            return Self { rtl, page, column, head, map, foot, beside, columns };
        }
        let left = if rtl { body.left } else { body.left + COLUMN + GAP };
        let map = Area { left, width: inner - COLUMN - GAP, ..body };
        let columns = columns(3, COLUMN, body);
        let beside = columns.first().copied().into_iter().collect();
        Self { rtl, page, column: COLUMN, head, map, foot, beside, columns }
    }

    fn of_page(&self, first: bool) -> &[Area] {
        if first { &self.beside } else { &self.columns }
    }
}

/// A line of a block, and the column it stands in.
pub(super) struct PlacedLine {
    pub(super) block: usize,
    pub(super) line: usize,
    pub(super) area: Area,
    pub(super) top: f32,
}

/// Blocks and where their lines are, by page.
pub(super) struct Flow {
    pub(super) blocks: Vec<Block>,
    pub(super) pages: Vec<Vec<PlacedLine>>,
}

impl Flow {
    /// Puts the blocks one below the other, the first page's beside a map if `with_map`. Nothing is
    /// left out: what does not fit goes to the next column, and to the next page after the last.
    pub(super) fn new(blocks: Vec<Block>, frames: &Frames, with_map: bool) -> Self {
        let mut pages: Vec<Vec<PlacedLine>> = vec![Vec::new()];
        let mut rooms = frames.of_page(with_map).iter();
        let Some(mut area) = rooms.next().copied() else { return Self { blocks, pages } };
        let mut top = area.top;
        for (index, block) in blocks.iter().enumerate() {
            if top > area.top {
                top += block.above;
            }
            let lines = block.set.lines.iter();
            // A head does not stand alone at the foot of a column.
            let whole: f32 = lines.clone().map(|line| line.height).sum::<f32>() + block.keep;
            let fits_alone = whole <= area.height;
            for (number, line) in block.set.lines.iter().enumerate() {
                let wants =
                    if number == 0 && block.keep > 0.0 && fits_alone { whole } else { line.height };
                if top + wants > area.bottom() && top > area.top {
                    area = rooms.next().copied().unwrap_or_else(|| {
                        pages.push(Vec::new());
                        rooms = frames.of_page(false).iter();
                        rooms.next().copied().unwrap_or(area)
                    });
                    top = area.top;
                }
                if let Some(page) = pages.last_mut() {
                    page.push(PlacedLine { block: index, line: number, area, top });
                }
                top += line.height;
            }
        }
        Self { blocks, pages }
    }
}
