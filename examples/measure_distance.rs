//! How far a position is from the four borders: from a text to words, with what is uncertain.
//!
//! `cargo run --example measure_distance -- "18 26 36 N 1 24 33 E" [ar|fr|en]`
#![allow(clippy::print_stdout, reason = "an example prints")]

use sahel_map::geodata::{Borders, Lang};
use sahel_map::i18n::Words;
use sahel_map::measure::{BorderIndexes, LengthUnit, Metres, Uncertainty, coordinates};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let position = arguments.next().unwrap_or_else(|| "18.44345, 1.40921".to_owned());
    let lang = match arguments.next().as_deref() {
        Some("ar") => Lang::Ar,
        Some("fr") => Lang::Fr,
        _ => Lang::En,
    };

    // Whatever people write: degrees, minutes and seconds, MGRS, in three languages.
    let at = coordinates::parse(&position)?;
    // The border lines are in the program; an index over them takes some 10 ms, a distance 0.01.
    let borders = Borders::embedded()?;
    let indexes = BorderIndexes::build(&borders)?;
    let words = Words::new(lang);

    println!("{}", words.coordinates(at));
    for hit in indexes.all(at) {
        // What the line is off, and the place: a town is taken to be a kilometre large.
        let uncertainty = Uncertainty::of(&hit, Metres(1000.0));
        // Rounded to what that allows; where the distance is smaller, the side is not certain.
        let figure = words.border_figure(hit.distance, uncertainty, LengthUnit::Km);
        println!(
            "{:?}: {} ({}), {}, {}",
            hit.country,
            figure.distance,
            words.uncertainty(uncertainty.total(), LengthUnit::Km),
            words.bearing(hit.bearing),
            if hit.inside { "inside" } else { "outside" },
        );
    }
    Ok(())
}
