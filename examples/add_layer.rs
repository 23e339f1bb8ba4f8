//! A layer of one's own over the map: rings of 100, 200 and 300 km round the place that is selected.
//!
//! `cargo run --release --example add_layer`. A layer that stays belongs into `src/map/`, where it
//! has its place in the order of drawing and is in pictures too: see the table in ARCHITECTURE.md.

use anyhow::Context as _;
use egui::{Color32, Shape, Stroke, Ui};
use sahel_map::dossier::{Dossier, PlaceId};
use sahel_map::geodata::Lang;
use sahel_map::map::{Decoding, MapGeometry, MapPainter, gpu};
use sahel_map::measure::{Metres, geodesic};
use sahel_map::shell::Window;
use sahel_map::state::{AppState, PanelTab, Session, World, selectors};
use sahel_map::text::TextEngine;
use std::sync::Arc;

struct App(Window);

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        // What the window asks of its shell (to save, to copy) has no shell here.
        drop(self.0.show(ui));
        rings(ui, &self.0);
    }
}

/// Draws the rings where the map is: over its pins, under menus and dialogs.
fn rings(ui: &Ui, window: &Window) {
    let Some(view) = window.last_view() else { return };
    let Some(place) = selectors::measured_place(window.state()) else { return };
    let painter = ui.painter_at(view.free);
    for kilometres in [100.0, 200.0, 300.0] {
        // True circles on the ellipsoid: on a Mercator map they are not round.
        let ring = geodesic::circle(place.from, Metres(1000.0 * kilometres), 180);
        let points = ring.into_iter().map(|at| view.screen_from_geo(at)).collect();
        painter.add(Shape::closed_line(points, Stroke::new(1.5, Color32::from_rgb(227, 168, 87))));
    }
}

fn open(cc: &eframe::CreationContext<'_>) -> anyhow::Result<App> {
    gpu::install(cc.wgpu_render_state.as_ref().context("the window has no wgpu renderer")?);
    let text = TextEngine::new();
    text.install(&cc.egui_ctx);
    let world = Arc::new(World::new(Dossier::built_in()?)?);
    let geometry = Arc::new(MapGeometry::new(&world)?);
    let ctx = cc.egui_ctx.clone();
    let repaint = Arc::new(move || ctx.request_repaint());
    let painter = MapPainter::new(geometry, Decoding::Background, repaint);
    let selected = Some(PlaceId::new("kidal")?);
    let session = Session { selected, tab: PanelTab::Card, ..Session::in_language(Lang::En) };
    let mut window = Window::new(AppState::new(world, session), text, painter)?;
    window.style(&cc.egui_ctx);
    Ok(App(window))
}

fn main() -> anyhow::Result<()> {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        ..Default::default()
    };
    eframe::run_native("A layer", options, Box::new(|cc| Ok(Box::new(open(cc)?))))
        .map_err(|error| anyhow::anyhow!("{error}"))
}
