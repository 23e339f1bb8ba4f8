//! A finished sheet of the map as a PNG file, without a window.
//!
//! `cargo run --release --example render_picture -- [FILE]`. Needs a graphics driver, but one in
//! software (lavapipe) will do, and no display.
#![allow(clippy::print_stdout, reason = "an example prints")]

use sahel_map::dossier::{Dossier, PlaceId};
use sahel_map::export::{PictureSpec, Progress, render_png};
use sahel_map::geodata::Lang;
use sahel_map::map::MapGeometry;
use sahel_map::state::{Action, AppState, Session, ThemeChoice, World, update};
use std::sync::Arc;

fn main() -> anyhow::Result<()> {
    let file = std::env::args().nth(1).unwrap_or_else(|| "sahel.png".to_owned());

    // What never changes: the ground, the dossier, the distances of its places.
    let world = Arc::new(World::new(Dossier::built_in()?)?);
    let geometry = Arc::new(MapGeometry::new(&world)?);
    // What the reader can change, and one thing that the reader does.
    let session = Session { theme: ThemeChoice::Light, ..Session::in_language(Lang::Fr) };
    let mut state = AppState::new(world, session);
    // The answer is what a window would do now: fly there. A picture looks where its spec says.
    let _effects = update(&mut state, Action::Select(PlaceId::new("kidal")?));

    // The shape of A4 at 100 dots to the inch, and the whole theatre on it.
    let spec = PictureSpec::plate([1169, 827], None);
    let picture = render_png(&state, &geometry, &spec, None, &Progress::silent())?;
    std::fs::write(&file, &picture.png)?;
    println!("{file}: {} bytes", picture.png.len());
    Ok(())
}
