//! Whether characters are drawn in the order that Unicode's own conformance test wants.
//!
//! The levels of its cases are inside the engine; the order on the screen, which follows from them,
//! is what is looked at. A character without a width of its own (a mark, an isolate) has no place
//! there and is left out, and so is what has no level (the sign of an embedding). Which form a bracket takes is `figures.rs`'s
//! question.

use egui::Galley;
use sahel_map::text::{Direction, TextStyle};

use super::{BODY, Screen, drawn};

/// A line of the test.
struct Case {
    text: String,
    style: TextStyle,
    /// Numbers of the characters from left to right.
    order: Vec<usize>,
}

impl Case {
    fn parse(line: &str) -> Self {
        let fields: Vec<&str> = line.split(';').collect();
        let code = |code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        let direction = match fields[1] {
            "0" => Direction::Ltr,
            "1" => Direction::Rtl,
            _ => Direction::Auto,
        };
        Self {
            text: fields[0].split(' ').map(code).collect(),
            style: BODY.direction(direction),
            order: fields[4].split_whitespace().map(|index| index.parse().unwrap()).collect(),
        }
    }

    /// Numbers of the characters that have a place, from left to right: as they should be and as
    /// they are.
    fn orders(&self, galley: &Galley) -> (Vec<usize>, Vec<usize>) {
        let mut seen = drawn(galley, 0);
        seen.retain(|index| self.order.contains(index));
        let expected = self.order.iter().copied().filter(|index| seen.contains(index)).collect();
        (expected, seen)
    }
}

#[test]
fn the_order_is_that_of_the_conformance_test() {
    const FILE: &str = include_str!("../golden/bidi.txt");
    let lines: Vec<&str> = FILE.lines().filter(|line| !line.starts_with('#')).collect();
    let (mut characters, mut seen, mut turned) = (0, 0, 0);
    let screen = Screen::new();
    screen.pass(|engine, ctx| {
        for line in &lines {
            let case = Case::parse(line);
            let galley = engine.line(ctx, &case.text, &case.style);
            assert_eq!(galley.rows[0].glyphs.len(), case.text.chars().count(), "{line}");
            let (expected, found) = case.orders(&galley);
            assert_eq!(found, expected, "{line}");
            characters += case.order.len();
            seen += found.len();
            turned += usize::from(!found.is_sorted());
        }
    });
    assert_eq!(lines.len(), 1520);
    assert!(seen * 100 >= characters * 98, "{seen} of {characters} have a place");
    assert!(turned > lines.len() / 2, "the cases put the order to the test: {turned}");
}

#[test]
fn a_wrong_order_would_be_noticed() {
    let case = Case::parse("0061 0028 05D0 0029;1;1;2 1 1 1;0 1 2 3");
    let (wrong, found) =
        case.orders(&Screen::new().pass(|engine, ctx| engine.line(ctx, &case.text, &case.style)));
    assert_eq!((wrong, found), (vec![0, 1, 2, 3], vec![3, 2, 1, 0]));
}
