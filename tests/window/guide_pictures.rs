//! Makes the guide's pictures: parts of the window, in each language.
//!
//! `scripts/draw-guide` runs this and makes of the PNG files in `target/guide` those of the guide.

use crate::screen::{Screen, built_in, reader_at, reader_of};
use egui::{Key, Modifiers, Rect, Role, pos2, vec2};
use sahel_map::dossier::ClaimId;
use sahel_map::export::{PictureSpec, Progress, render_pixels};
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::state::{
    Action, AppState, BriefingAction, Camera, Dialog, Export, ExportAction, Form, Glance,
    MeasureAction, PanelTab, Pixels, SceneAction, Session, ThemeChoice, Tool,
};
use std::path::Path;
use std::sync::Arc;

/// Points of the window.
const WINDOW: [f32; 2] = [1280.0, 800.0];
/// Pixels of a point; `src/panels/guide_pictures.rs` shows them so.
const SCALE: f32 = 1.6;
/// Width of the side panel, and of the pictures that show it.
const PANEL: f32 = 400.0;
/// Height of the bar at the top.
const TOP: f32 = 52.0;

#[test]
#[ignore = "writes pictures: scripts/draw-guide"]
fn draw() {
    for lang in Lang::ALL {
        window(lang);
        cards(lang);
        tabs(lang);
        dialogs(lang);
    }
}

fn open(session: Session) -> Screen {
    Screen::sized(session, vec2(WINDOW[0], WINDOW[1]), SCALE)
}

/// Writes a part of the window; for Arabic that on the other side.
fn take(screen: &mut Screen, lang: Lang, name: &str, part: Rect) {
    let part = if lang.is_rtl() {
        let left = WINDOW[0] - part.right();
        Rect::from_min_size(pos2(left, part.top()), part.size())
    } else {
        part
    };
    let corner = [part.left(), part.top(), part.width(), part.height()];
    let (size, rgb) = screen.picture().part(corner.map(|of| (of * SCALE).round() as u32));
    write(lang, name, size, &rgb);
}

fn write(lang: Lang, name: &str, [width, height]: [u32; 2], rgb: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/guide").join(lang.code());
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name).with_extension("png");
    image::save_buffer(path, rgb, width, height, image::ExtendedColorType::Rgb8).unwrap();
}

fn part(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(x, y), vec2(width, height))
}

/// The whole window.
fn whole() -> Rect {
    part(0.0, 0.0, WINDOW[0], WINDOW[1])
}

/// The window at first, what is measured on it, a claim, and the briefing.
fn window(lang: Lang) {
    let mut screen = open(reader_at(lang, "kidal"));
    screen.apply(Action::Select(screen.state().session.selected.clone().unwrap()));
    take(&mut screen, lang, "window", whole());

    let near = Camera { center: LonLat::new(1.6, 18.9).unwrap(), zoom: 7.4 };
    let mut screen = open(Session { camera: Some(near), ..reader_at(lang, "kidal") });
    take(&mut screen, lang, "map", part(PANEL + 90.0, 120.0, 640.0, 420.0));

    let mut screen = open(reader_at(lang, "tinzaouaten"));
    screen.apply(Action::ShowClaim(Some(ClaimId::new("twelve-miles").unwrap())));
    take(&mut screen, lang, "claim", whole());

    let wide = Camera { center: LonLat::new(0.5, 17.6).unwrap(), zoom: 6.3 };
    let mut screen = open(Session { camera: Some(wide), ..reader_of(lang) });
    screen.apply(Action::Measure(MeasureAction::Toggle));
    let corners = [(-3.00742, 16.77348), (-0.04, 16.27), (1.40921, 18.44345)];
    measure(&mut screen, Tool::Circle, &[(3.9, 17.6), (5.3, 17.6)]);
    measure(&mut screen, Tool::Ruler, &corners);
    take(&mut screen, lang, "measuring", whole());

    let mut screen = open(reader_of(lang));
    screen.apply(Action::Briefing(BriefingAction::Start));
    screen.apply(Action::Briefing(BriefingAction::Show(4)));
    take(&mut screen, lang, "briefing", whole());
}

fn measure(screen: &mut Screen, tool: Tool, clicks: &[(f64, f64)]) {
    screen.apply(Action::Measure(MeasureAction::Take(tool)));
    for (lon, lat) in clicks {
        screen.apply(Action::Measure(MeasureAction::Click(LonLat::new(*lon, *lat).unwrap())));
    }
    screen.apply(Action::Measure(MeasureAction::Finish));
}

/// The card of a place, from its top and from its table on.
fn cards(lang: Lang) {
    let mut screen = open(reader_at(lang, "kidal"));
    take(&mut screen, lang, "card", part(0.0, TOP, PANEL, 560.0));
    let heading = match lang {
        Lang::Ar => "المسافة إلى الحدود",
        Lang::Fr => "Distance aux frontières",
        Lang::En => "Distance to the borders",
    };
    for _ in 0..40 {
        let top = screen.rect(Role::Heading, heading).top();
        if top < 420.0 {
            break;
        }
        let x = if lang.is_rtl() { WINDOW[0] - 200.0 } else { 200.0 };
        screen.wheel(pos2(x, 400.0), -1);
    }
    screen.pointer_leaves();
    let top = screen.rect(Role::Heading, heading).top() - 16.0;
    take(&mut screen, lang, "distances", part(0.0, top, PANEL, (772.0 - top).min(320.0)));
}

/// Tabs of the side panel, and what the search finds.
fn tabs(lang: Lang) {
    let mut screen = open(reader_of(lang));
    screen.press_with(Modifiers::COMMAND, Key::K);
    screen.type_text("tinzawatene");
    take(&mut screen, lang, "search", part(170.0, 0.0, 440.0, 240.0));

    let mut screen = open(reader_of(lang));
    screen.apply(Action::ShowTab(PanelTab::Layers));
    take(&mut screen, lang, "layers", part(0.0, TOP, PANEL, 560.0));

    screen.apply(Action::ShowTab(PanelTab::Scenes));
    let scene = screen.state().world.dossier.scenes[4].id.clone();
    screen.apply(Action::Scene(SceneAction::Choose(Some(scene))));
    take(&mut screen, lang, "scene", part(0.0, TOP, PANEL, 560.0));
}

/// The settings, and saving with its preview: a plate, which is a picture by itself too.
fn dialogs(lang: Lang) {
    let mut screen = open(reader_of(lang));
    screen.apply(Action::ShowDialog(Some(Dialog::Settings)));
    take(&mut screen, lang, "settings", part(370.0, 50.0, 540.0, 700.0));

    let plate = plate(lang);
    write(lang, "plate", plate.size, &plate.rgb);
    let export = Export { form: Form::A4Landscape, plate: true, ..Export::default() };
    let mut screen = open(Session { export, ..on_paper(lang) });
    let found = ExportAction::Found { folder: "/tmp".into(), date: "2026-11-27".to_owned() };
    screen.apply(Action::Export(found));
    screen.apply(Action::SetExportFolder("~/Pictures".to_owned()));
    screen.apply(Action::ShowDialog(Some(Dialog::Export)));
    screen.apply(Action::Export(ExportAction::Glanced(Glance::Picture(Arc::new(plate)))));
    take(&mut screen, lang, "saving", part(180.0, 60.0, 920.0, 680.0));
}

/// A session in the colours of paper.
fn on_paper(lang: Lang) -> Session {
    Session { theme: ThemeChoice::Light, ..reader_of(lang) }
}

fn plate(lang: Lang) -> Pixels {
    let (world, geometry) = built_in();
    let state = AppState::new(world, on_paper(lang));
    let spec = PictureSpec::plate([3508, 2480], None).within([1200, 1200]);
    render_pixels(&state, &geometry, &spec, None, &Progress::silent()).unwrap()
}
