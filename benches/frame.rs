//! What a frame of the whole window costs on the processor while the map is panned and zoomed.
//!
//! `cargo bench --bench frame` prints the median and the 99th percentile of running the
//! interface and of turning it into triangles, at 1920 x 1080, and where the time goes. The
//! budget is 2 ms and 6 ms. The same with 100,000 points on the map may cost 1 ms more, and finding
//! the point under the pointer 0.1 ms.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench prints, and has nothing to measure without a world"
)]

#[path = "../tests/support/points.rs"]
mod points;

use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput,
    Rect, TouchPhase, pos2, vec2,
};
use sahel_map::dossier::{Dossier, PlaceId};
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::map::points::PointSet;
use sahel_map::map::view::View;
use sahel_map::map::{Decoding, MapGeometry, MapPainter};
use sahel_map::shell::Window;
use sahel_map::state::{AppState, Camera, MAX_ZOOM, MIN_ZOOM, PanelTab, Session, THEATRE, World};
use sahel_map::text::TextEngine;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Frames of one measured round.
const FRAMES: u32 = 600;
/// Points on the map, where there are many.
const POINTS: u32 = 100_000;
/// The screen in points.
const SCREEN: Rect = Rect { min: Pos2::ZERO, max: pos2(1920.0, 1080.0) };

/// What a frame took.
#[derive(Clone, Copy)]
struct Frame {
    run: Duration,
    tessellate: Duration,
    /// The zoom of the map at its end.
    zoom: f64,
    /// Textures that were allocated, anew or larger.
    allocated: usize,
    /// Textures that got new glyphs.
    changed: usize,
    /// Texts that were set.
    texts: u64,
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
    let mut known = window.texts_made(ctx);
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
            let deltas = output.textures_delta.set.values().flatten();
            let (allocated, changed): (Vec<_>, Vec<_>) = deltas.partition(|delta| delta.is_whole());
            let (allocated, changed) = (allocated.len(), changed.len());
            output.textures_delta.clear();
            drop(primitives);
            let zoom = window.last_view().map_or(0.0, |view| view.camera.zoom);
            let made = window.texts_made(ctx);
            let texts = made - std::mem::replace(&mut known, made);
            Frame { run, tessellate, zoom, allocated, changed, texts }
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
        "{name:<14} zoom {least:.1}..{most:.1}   median {:6.3} ms (run {:.3}, tessellate {:.3})   99 % {:6.3} ms   worst {:6.3} ms   frames that allocate textures {}, add glyphs {}, set texts {} ({} texts)",
        of(0.5, Frame::total),
        of(0.5, |frame| frame.run),
        of(0.5, |frame| frame.tessellate),
        of(0.99, Frame::total),
        of(1.0, Frame::total),
        frames.iter().filter(|frame| frame.allocated > 0).count(),
        frames.iter().filter(|frame| frame.changed > 0).count(),
        frames.iter().filter(|frame| frame.texts > 0).count(),
        frames.iter().map(|frame| frame.texts).sum::<u64>(),
    );
}

/// A window with Kidal's card open, and with `count` points on its map.
fn window(
    ctx: &Context,
    world: &Arc<World>,
    geometry: &Arc<MapGeometry>,
    lang: Lang,
    count: u32,
) -> Window {
    let session = Session {
        selected: Some(PlaceId::new("kidal").expect("an id")),
        tab: PanelTab::Card,
        ..Session::in_language(lang)
    };
    let state = AppState::new(world.clone(), session);
    let mut painter = MapPainter::new(geometry.clone(), Decoding::Background, Arc::new(|| {}));
    if count > 0 {
        painter = painter.with_points(points::generated(count, 5)).expect("not too many");
        while painter.points().is_none() {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
    let mut window = Window::new(state, TextEngine::new(), painter).expect("the theme");
    window.style(ctx);
    window
}

/// Frames without and with many points, in turn, so that what else the machine does falls on both.
fn with_many_points(world: &Arc<World>, geometry: &Arc<MapGeometry>, rounds: u32) {
    println!("{POINTS} points, English, Kidal's card");
    let mut sides = [0, POINTS].map(|count| {
        let ctx = Context::default();
        let window = window(&ctx, world, geometry, Lang::En, count);
        (ctx, window, Vec::new())
    });
    for number in 0..=rounds {
        for (ctx, window, all) in &mut sides {
            let frames = round(ctx, window, f64::from(number) * 20.0);
            // The first decodes tiles and sets texts.
            if number > 0 || rounds == 1 {
                all.extend(frames);
            }
        }
    }
    for (name, (_, _, frames)) in ["  without", "  with points"].into_iter().zip(&sides) {
        print(name, frames);
        let half = FRAMES as usize / 2;
        let part = |first: bool| -> Vec<Frame> {
            let frames = frames.iter().enumerate();
            frames
                .filter(|(at, _)| (at / half).is_multiple_of(2) == first)
                .map(|(_, f)| *f)
                .collect()
        };
        print("    panning", &part(true));
        print("    zooming", &part(false));
    }
    let [before, after] = sides.map(|(_, _, frames)| percentile(&frames, 0.5, Frame::total));
    println!("  the median with points is {:+.3} ms", after - before);
}

/// What it takes to cluster many points, to keep them, and to find the one under the pointer.
fn point_set() {
    let made = points::generated(POINTS, 5);
    let mut times = Vec::new();
    let mut set = None;
    for _ in 0..5 {
        let start = Instant::now();
        set = Some(PointSet::new(made.clone()).expect("not too many"));
        times.push(start.elapsed());
    }
    let set = set.expect("a set");
    times.sort_unstable();
    println!(
        "clustering {POINTS} points: median {:.0} ms, worst {:.0} ms; kept in {:.1} MB",
        times[2].as_secs_f64() * 1e3,
        times[4].as_secs_f64() * 1e3,
        set.bytes() as f64 / 1e6,
    );
    for zoom in 3..=12 {
        print!("  zoom {zoom}: {}", set.at_zoom(f64::from(zoom)).things().len());
    }
    println!(" on the map");
    let map = Rect::from_min_max(pos2(400.0, 52.0), pos2(1920.0, 1052.0));
    let mut times = Vec::new();
    let mut hits = 0_u32;
    // The pointer goes over the whole map, where there is much and where there is nothing.
    for step in 0..50_000_u32 {
        let part = |prime: u32, of: u32| f64::from(step * prime % of) / f64::from(of);
        let center = LonLat::saturating(
            THEATRE.west + part(7, 997) * (THEATRE.east - THEATRE.west),
            THEATRE.south + part(11, 991) * (THEATRE.north - THEATRE.south),
        );
        let zoom = MIN_ZOOM + part(13, 1009) * (MAX_ZOOM - MIN_ZOOM);
        let view = View::new(map, Camera { center, zoom });
        let to = pos2(part(17, 983) as f32, part(19, 977) as f32).to_vec2();
        let pointer = map.min + to * map.size();
        let start = Instant::now();
        let picked = set.pick(&view, pointer);
        times.push(start.elapsed());
        hits += u32::from(picked.is_some());
    }
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e6;
    println!(
        "picking among them: median {:.2} µs, 99 % {:.2} µs, worst {:.2} µs ({hits} of {} hit)",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len(),
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
        let mut window = window(&ctx, &world, &geometry, lang, 0);
        println!("{name}");
        for number in 0..rounds {
            let frames = round(&ctx, &mut window, f64::from(number) * 20.0);
            let (panning, zooming) = frames.split_at(FRAMES as usize / 2);
            print(if number == 0 { "  first round" } else { "  warm round" }, &frames);
            print("    panning", panning);
            print("    zooming", zooming);
        }
    }
    with_many_points(&world, &geometry, rounds);
    point_set();
}
