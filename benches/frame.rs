//! What a frame of the whole window costs on the processor while the map is panned and zoomed.
//!
//! `cargo bench --bench frame` prints the median and the 99th percentile of running the
//! interface and of turning it into triangles, at 1920 x 1080, and where the time goes. The
//! budget is 2 ms and 6 ms.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench prints, and has nothing to measure without a world"
)]

use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput,
    Rect, TouchPhase, pos2, vec2,
};
use sahel_map::dossier::{Dossier, PlaceId};
use sahel_map::geodata::Lang;
use sahel_map::map::{Decoding, MapGeometry, MapPainter};
use sahel_map::shell::Window;
use sahel_map::state::{AppState, PanelTab, Session, World};
use sahel_map::text::TextEngine;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Frames of one measured round.
const FRAMES: u32 = 600;
/// The screen in points.
const SCREEN: Rect = Rect { min: Pos2::ZERO, max: pos2(1920.0, 1080.0) };

/// What a frame took.
#[derive(Clone, Copy)]
struct Frame {
    run: Duration,
    tessellate: Duration,
    /// The zoom of the map at its end.
    zoom: f64,
}

impl Frame {
    fn total(self) -> Duration {
        self.run + self.tessellate
    }
}

/// What the reader's hand does in frame `frame`: drags the map about for half of the time, then
/// turns the wheel in and out over it.
fn hand(frame: u32) -> Vec<Event> {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let wheel = |notches: f32| Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, notches),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    };
    let half = FRAMES / 2;
    let turn = std::f32::consts::TAU * (frame % half) as f32 / half as f32;
    let at = pos2(1150.0, 560.0) + vec2(300.0 * turn.cos(), 220.0 * (2.0 * turn).sin());
    let mut events = vec![Event::PointerMoved(at)];
    if frame == 0 {
        events.push(button(at, true));
    } else if frame == half - 1 {
        events.push(button(at, false));
    } else if frame > half && frame.is_multiple_of(8) {
        events.push(wheel(if frame < half + half / 2 { 1.0 } else { -1.0 }));
    }
    events
}

/// Runs one round of frames from the time `began`, in seconds.
fn round(ctx: &Context, window: &mut Window, began: f64) -> Vec<Frame> {
    (0..FRAMES)
        .map(|frame| {
            let input = RawInput {
                screen_rect: Some(SCREEN),
                time: Some(began + f64::from(frame) / 60.0),
                events: hand(frame),
                ..Default::default()
            };
            let start = Instant::now();
            let mut output = ctx.run_ui(input, |ui| {
                window.show(ui);
            });
            let run = start.elapsed();
            let start = Instant::now();
            let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
            let tessellate = start.elapsed();
            output.textures_delta.clear();
            drop(primitives);
            let zoom = window.last_view().map_or(0.0, |view| view.camera.zoom);
            Frame { run, tessellate, zoom }
        })
        .collect()
}

/// The value below which `share` of the frames are, in milliseconds.
fn percentile(frames: &[Frame], share: f64, part: impl Fn(Frame) -> Duration) -> f64 {
    let mut times: Vec<Duration> = frames.iter().map(|frame| part(*frame)).collect();
    times.sort_unstable();
    let rank = ((times.len() - 1) as f64 * share).round() as usize;
    times[rank].as_secs_f64() * 1e3
}

fn print(name: &str, frames: &[Frame]) {
    let of = |share, part: fn(Frame) -> Duration| percentile(frames, share, part);
    let zooms = frames.iter().map(|frame| frame.zoom);
    let (least, most) = (zooms.clone().fold(f64::MAX, f64::min), zooms.fold(0.0, f64::max));
    println!(
        "{name:<14} zoom {least:.1}..{most:.1}   median {:6.3} ms (run {:.3}, tessellate {:.3})   99 % {:6.3} ms   worst {:6.3} ms",
        of(0.5, Frame::total),
        of(0.5, |frame| frame.run),
        of(0.5, |frame| frame.tessellate),
        of(0.99, Frame::total),
        of(1.0, Frame::total),
    );
}

fn main() {
    let world = Arc::new(
        World::new(Dossier::built_in().expect("the built-in dossier")).expect("the world"),
    );
    let geometry = Arc::new(MapGeometry::new(&world).expect("its geometry"));
    // `cargo test --benches` only asks whether it runs.
    let rounds = if std::env::args().any(|argument| argument == "--test") { 1 } else { 3 };
    for (name, lang) in [("English, Kidal's card", Lang::En), ("Arabic, Kidal's card", Lang::Ar)] {
        let ctx = Context::default();
        let session = Session {
            selected: Some(PlaceId::new("kidal").expect("an id")),
            tab: PanelTab::Card,
            ..Session::in_language(lang)
        };
        let state = AppState::new(world.clone(), session);
        let painter = MapPainter::new(geometry.clone(), Decoding::Background, Arc::new(|| {}));
        let mut window = Window::new(state, TextEngine::new(), painter).expect("the theme");
        window.style(&ctx);
        println!("{name}");
        for number in 0..rounds {
            let frames = round(&ctx, &mut window, f64::from(number) * 20.0);
            let (panning, zooming) = frames.split_at(FRAMES as usize / 2);
            print(if number == 0 { "  first round" } else { "  warm round" }, &frames);
            print("    panning", panning);
            print("    zooming", zooming);
        }
    }
}
