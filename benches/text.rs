//! What 750 words of the dossier cost to set: for the first time, again, and in another width.
#![allow(clippy::expect_used, missing_docs, reason = "nothing to measure without the dossier")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use egui::{Color32, Context, Event, Id, Key, Modifiers, RawInput, Rect, ViewportId, pos2};
use sahel_map::dossier::Dossier;
use sahel_map::geodata::Lang;
use sahel_map::text::{
    Mark, Passage, PassageColors, RichText, TextEngine, TextStyle, label, selectable,
};
use std::ops::Range;

const WORDS: usize = 750;
const WIDTH: f32 = 380.0;
const STYLE: TextStyle = TextStyle::new(16.0, 28.0);
const COLORS: PassageColors = PassageColors {
    text: Color32::BLACK,
    selection: Color32::BLUE,
    on_selection: Color32::WHITE,
    link: Color32::DARK_BLUE,
};

/// An excerpt with the names of places in it.
#[derive(Clone)]
struct Paragraph {
    rich: RichText,
    names: Vec<Range<usize>>,
}

/// The excerpts of the dossier, again and again, each time a text of its own.
fn paragraphs() -> Vec<Paragraph> {
    let dossier = Dossier::built_in().expect("the built-in dossier").dossier;
    let mut words = 0;
    let again = dossier.excerpts.iter().cycle().zip(0..).map(|(excerpt, number)| {
        words += excerpt.words();
        let names: Vec<Range<usize>> =
            excerpt.link_spans(Lang::Ar).into_iter().map(|(span, _)| span).collect();
        let rich = RichText::new(format!("{} {number}", excerpt.text()));
        let bold = |rich: RichText, name: &Range<usize>| rich.weighted(name.clone(), 600.0);
        (words, Paragraph { rich: names.iter().fold(rich, bold), names })
    });
    again.take_while(|(words, _)| *words <= WORDS).map(|(_, paragraph)| paragraph).collect()
}

/// A screen high enough to show all of it.
struct Screen {
    engine: TextEngine,
    ctx: Context,
    input: RawInput,
    paragraphs: Vec<Paragraph>,
}

impl Screen {
    fn new(paragraphs: Vec<Paragraph>, pixels_per_point: f32) -> Self {
        let (engine, ctx) = (TextEngine::new(), Context::default());
        engine.install(&ctx);
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(640.0, 4_000.0))),
            ..RawInput::default()
        };
        let root = input.viewports.get_mut(&ViewportId::ROOT).expect("the window");
        root.native_pixels_per_point = Some(pixels_per_point);
        Self { engine, ctx, input, paragraphs }
    }

    fn frame(&self, events: Vec<Event>, show: impl Fn(&mut egui::Ui, &Paragraph)) {
        let input = RawInput { events, ..self.input.clone() };
        let mut output = self.ctx.run_ui(input, |ui| {
            self.engine.begin_pass(ui.ctx());
            selectable(ui, Id::unique("the excerpts"), |ui| {
                self.paragraphs.iter().for_each(|paragraph| show(ui, paragraph));
            });
        });
        output.textures_delta.clear();
    }

    /// The words alone.
    fn words(&self, width: f32) {
        self.frame(Vec::new(), |ui, paragraph| {
            let set = self.engine.rich(ui.ctx(), &paragraph.rich, &STYLE, Some(width));
            label(ui, set.galley, COLORS.text);
        });
    }

    /// The words as the card of a place shows them: the names are marked, and are links.
    fn passages(&self, width: f32, events: Vec<Event>) {
        self.frame(events, |ui, Paragraph { rich, names }| {
            let set = self.engine.rich(ui.ctx(), rich, &STYLE, Some(width));
            let mark = |name: &Range<usize>| Mark::new(name.clone(), Color32::YELLOW);
            let marks: Vec<Mark> = names.iter().map(mark).collect();
            Passage::new(&set).marks(&marks).links(names).show(ui, &COLORS);
        });
    }

    fn select_all(&self) {
        let select_all = Event::Key {
            key: Key::A,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::COMMAND,
        };
        self.passages(WIDTH, Vec::new());
        self.passages(WIDTH, vec![select_all]);
        self.passages(WIDTH, Vec::new());
    }
}

fn text(c: &mut Criterion) {
    let paragraphs = paragraphs();
    // Each frame has another width, and comes back to it only when it is forgotten.
    let widths = || (0..160).chain((0..160).rev()).cycle().map(|step| 300.0 + step as f32);
    for scale in [1.0, 2.0] {
        let mut group = c.benchmark_group(format!("750 words at {scale}x"));
        group.bench_function("cold", |b| {
            b.iter_batched(
                || paragraphs.clone(),
                |paragraphs| Screen::new(paragraphs, scale).words(WIDTH),
                BatchSize::PerIteration,
            );
        });
        let screen = Screen::new(paragraphs.clone(), scale);
        group.bench_function("again", |b| b.iter(|| screen.words(WIDTH)));
        let mut width = widths();
        group.bench_function("in another width", |b| {
            b.iter(|| screen.words(width.next().expect("a cycle has no end")));
        });
        group.bench_function("passages with marks and links, again", |b| {
            b.iter(|| screen.passages(WIDTH, Vec::new()));
        });
        group.bench_function("passages in another width", |b| {
            b.iter(|| screen.passages(width.next().expect("a cycle has no end"), Vec::new()));
        });
        screen.select_all();
        group.bench_function("passages all selected, again", |b| {
            b.iter(|| screen.passages(WIDTH, Vec::new()));
        });
        group.finish();
    }
}

criterion_group!(benches, text);
criterion_main!(benches);
