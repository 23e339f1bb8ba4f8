//! How scenes are written as `scenes.toml`, so that a person can read and change it.

use super::scene::{Callout, Quote, Scene};
use crate::geodata::{Lang, Names};
use serde::Serialize;
use toml::ser::ValueSerializer;

/// The file of the scenes.
pub(super) const SCENES: &str = "scenes.toml";

const HEAD: &str = "\
# The scenes of the briefing, in order. Titles, texts and notes are ours; the words of the article
# come from its excerpts. `extent` is what is seen, in degrees.
";

/// The text of `scenes.toml` with these scenes.
///
/// A reader may write in one language only, and the file has a text in all three. What a text
/// lacks is written in the words of another language, which are better than none; a text that may
/// be left out and has no words at all is.
pub(super) fn scenes_file(scenes: &[Scene]) -> String {
    let mut text = HEAD.to_owned();
    for scene in scenes {
        let mut scene = scene.clone();
        fill(&mut scene.title);
        fill_or_leave_out(&mut scene.text);
        for callout in &mut scene.callouts {
            fill(&mut callout.title);
            fill_or_leave_out(&mut callout.note);
        }
        write_scene(&mut text, &scene);
    }
    text
}

fn fill_or_leave_out(names: &mut Option<Names>) {
    names.iter_mut().for_each(fill);
    names.take_if(|names| names.en.is_empty());
}

/// Gives each language that has no words those of another.
fn fill(names: &mut Names) {
    let [ar, fr, en] = [Lang::Ar, Lang::Fr, Lang::En].map(|lang| names.or_other(lang).to_owned());
    *names = Names { ar, fr, en };
}

/// Fields of one line each, then the texts as tables: what TOML asks for.
fn write_scene(to: &mut String, scene: &Scene) {
    // A field that is added has to be written too.
    let Scene {
        id,
        title,
        text,
        excerpt,
        quote,
        events,
        extent,
        places,
        distances,
        claim,
        layers,
        callouts,
    } = scene;
    to.push_str("\n[[scene]]\n");
    line(to, "id", Some(id));
    line(to, "excerpt", excerpt.as_ref());
    line(to, "events", some(events));
    line(to, "places", some(places));
    line(to, "distances", distances.as_ref());
    line(to, "claim", claim.as_ref());
    line(to, "layers", some(layers));
    line(to, "extent", extent.as_ref());
    write_callouts(to, callouts);
    write_names(to, "title", title);
    if let Some(text) = text {
        write_names(to, "text", text);
    }
    if let Some(Quote { ar, fr, en }) = quote {
        write_texts(to, "quote", [ar, fr, en]);
    }
}

/// One callout a line.
fn write_callouts(to: &mut String, callouts: &[Callout]) {
    if callouts.is_empty() {
        return;
    }
    to.push_str("callouts = [\n");
    for callout in callouts {
        to.push_str("  ");
        value(to, callout);
        to.push_str(",\n");
    }
    to.push_str("]\n");
}

fn write_names(to: &mut String, key: &str, Names { ar, fr, en }: &Names) {
    write_texts(to, key, [ar, fr, en]);
}

fn write_texts(to: &mut String, key: &str, [ar, fr, en]: [&String; 3]) {
    to.push_str("[scene.");
    to.push_str(key);
    to.push_str("]\n");
    for (lang, text) in [("ar", ar), ("fr", fr), ("en", en)] {
        line(to, lang, Some(text));
    }
}

/// The list, unless it is empty and need not be written.
fn some<T>(list: &Vec<T>) -> Option<&Vec<T>> {
    (!list.is_empty()).then_some(list)
}

fn line(to: &mut String, key: &str, written: Option<&impl Serialize>) {
    let Some(written) = written else { return };
    to.push_str(key);
    to.push_str(" = ");
    value(to, written);
    to.push('\n');
}

/// Writes a value behind its key.
fn value(to: &mut String, written: &impl Serialize) {
    let mut text = String::new();
    // Texts, numbers, and lists and tables of them: TOML has a form for each, so none can fail.
    if written.serialize(ValueSerializer::new(&mut text)).is_ok() {
        to.push_str(&text);
    }
}
