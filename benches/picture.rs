//! What a plate costs, and which share of that is its file.
//!
//! `cargo bench --bench picture` draws the fifth scene in 4K and as A3 at 300 dpi, as pixels and as
//! PNG in turn, so that what else the machine does falls on both. The file may be a tenth of it.
#![allow(clippy::expect_used, clippy::print_stdout, reason = "a bench prints, and needs a world")]

use sahel_map::dossier::Dossier;
use sahel_map::export::{PictureSpec, Progress, render_pixels, render_png};
use sahel_map::geodata::Lang;
use sahel_map::map::MapGeometry;
use sahel_map::state::{Action, AppState, BriefingAction, Session, World, update};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn main() {
    let world = Arc::new(
        World::new(Dossier::built_in().expect("the built-in dossier")).expect("the world"),
    );
    let geometry = Arc::new(MapGeometry::new(&world).expect("its geometry"));
    let mut state = AppState::new(world, Session::in_language(Lang::En));
    update(&mut state, Action::Briefing(BriefingAction::Start));
    update(&mut state, Action::Briefing(BriefingAction::Show(4)));
    // `cargo test --benches` only asks whether it runs.
    let is_test = std::env::args().any(|argument| argument == "--test");
    let sheets = [("4K", [3840, 2160]), ("A3 at 300 dpi", [4961, 3508])];
    let sheets = if is_test { vec![("small", [640, 360])] } else { sheets.to_vec() };
    for (name, size) in sheets {
        let spec = PictureSpec::plate(size, None);
        let mut times: [Vec<Duration>; 2] = [Vec::new(), Vec::new()];
        let mut bytes = 0;
        for _ in 0..if is_test { 1 } else { 5 } {
            let start = Instant::now();
            render_pixels(&state, &geometry, &spec, None, &Progress::silent()).expect("pixels");
            times[0].push(start.elapsed());
            let start = Instant::now();
            let made = render_png(&state, &geometry, &spec, None, &Progress::silent());
            bytes = made.expect("a picture").png.len();
            times[1].push(start.elapsed());
        }
        let [drawn, written] = times.map(|mut times| {
            times.sort_unstable();
            times.get(times.len() / 2).map_or(0.0, Duration::as_secs_f64)
        });
        println!(
            "{name:<14} pixels {:5.0} ms   with the file {:5.0} ms ({:+.0} %)   {:.1} MB",
            1e3 * drawn,
            1e3 * written,
            1e2 * (written - drawn) / written,
            bytes as f64 / 1e6,
        );
    }
}
