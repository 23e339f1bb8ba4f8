//! What holds of the field of coordinates, whatever is typed into it.

use sahel_map::geodata::{Lang, LonLat};
use sahel_map::i18n::Words;
use sahel_map::measure::coordinates::{CoordinateStyle, parse, written};
use sahel_map::measure::geodesic::distance_and_bearing;
use std::sync::LazyLock;

static WORDS: LazyLock<[Words; 3]> = LazyLock::new(|| Lang::ALL.map(Words::new));

pub(crate) fn run(data: &[u8]) -> bool {
    let text = String::from_utf8_lossy(data);
    match parse(&text) {
        Ok(at) => {
            is_written_and_read_again(at);
            true
        }
        Err(error) => {
            for words in &*WORDS {
                let told = words.not_a_position(&text, &error);
                assert!(!told.trim().is_empty() && told.len() < 4_000, "{told}");
            }
            false
        }
    }
}

fn is_written_and_read_again(at: LonLat) {
    assert!((-90.0..=90.0).contains(&at.lat()) && (-180.0..=180.0).contains(&at.lon()), "{at:?}");
    // In metres: what is rounded away.
    for (style, off) in CoordinateStyle::ALL.into_iter().zip([1.0, 3.0, 2.0]) {
        let text = written(at, style);
        let again = parse(&text).unwrap_or_else(|error| panic!("{at:?}: `{text}`: {error}"));
        let moved = distance_and_bearing(at, again).distance.0;
        assert!(moved < off, "{at:?} is written `{text}`, {moved} m off");
    }
}
