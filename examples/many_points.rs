//! The program's window with many generated points on its map, to be looked at.
//!
//! `cargo run --example many_points -- [COUNT] [LON LAT ZOOM] [light]`: 100,000 points unless
//! COUNT says otherwise. Nothing is read from disk or kept.
#![allow(clippy::indexing_slicing, reason = "the points are made, not read")]

#[path = "../tests/support/points.rs"]
mod points;

use anyhow::Context as _;
use sahel_map::dossier::Dossier;
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::map::{Decoding, MapGeometry, MapPainter, gpu};
use sahel_map::shell::Window;
use sahel_map::state::{AppState, Camera, Session, ThemeChoice, World};
use sahel_map::text::TextEngine;
use std::sync::Arc;

struct App(Window);

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        // What the window asks of its shell (to save, to copy) has no shell here.
        drop(self.0.show(ui));
    }
}

fn open(cc: &eframe::CreationContext<'_>, count: u32, session: Session) -> anyhow::Result<App> {
    gpu::install(cc.wgpu_render_state.as_ref().context("the window has no wgpu renderer")?);
    let text = TextEngine::new();
    text.install(&cc.egui_ctx);
    let world = Arc::new(World::new(Dossier::built_in()?)?);
    let geometry = Arc::new(MapGeometry::new(&world)?);
    let ctx = cc.egui_ctx.clone();
    let repaint = Arc::new(move || ctx.request_repaint());
    let painter = MapPainter::new(geometry, Decoding::Background, repaint);
    let painter = painter.with_points(points::generated(count, 5))?;
    let mut window = Window::new(AppState::new(world, session), text, painter)?;
    window.style(&cc.egui_ctx);
    Ok(App(window))
}

fn main() -> anyhow::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut session = Session { theme: ThemeChoice::Dark, ..Session::in_language(Lang::En) };
    if arguments.last().is_some_and(|last| last == "light") {
        session.theme = ThemeChoice::Light;
        arguments.pop();
    }
    let number = |text: &String| text.parse::<f64>().with_context(|| format!("`{text}`"));
    let numbers = arguments.iter().map(number).collect::<anyhow::Result<Vec<f64>>>()?;
    let count = numbers.first().map_or(100_000, |count| *count as u32);
    if let Some(&[lon, lat, zoom]) = numbers.get(1..4) {
        session.camera = Some(Camera { center: LonLat::new(lon, lat)?, zoom }.bounded());
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        ..Default::default()
    };
    eframe::run_native(
        "Many points",
        options,
        Box::new(move |cc| Ok(Box::new(open(cc, count, session)?))),
    )
    .map_err(|error| anyhow::anyhow!("{error}"))
}
