//! How places are written as KML 2.2, with styles and balloons, for Google Earth.

use super::csv::cell;
use super::record::{Collection, DateRecord, ExcerptRecord, Record, Shape, degrees, kind_id};
use crate::dossier::Kind;
use crate::geodata::{Lang, LonLat};
use crate::i18n::{Args, Words, key};
use crate::map::{kind_key, theme::pin_colors};
use crate::measure::LengthUnit;
use crate::state::World;
use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesDecl, BytesText, Event};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;

type Xml = Writer<Vec<u8>>;

/// Writes the document: a folder a kind, then the lines to the nearest borders, turned off.
pub(super) fn write(collection: &Collection, world: &World, words: &Words) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root =
        xml.create_element("kml").with_attribute(("xmlns", "http://www.opengis.net/kml/2.2"));
    root.write_inner_content(|xml| {
        xml.create_element("Document").write_inner_content(|xml| {
            text(xml, "name", &collection.title)?;
            let about = [&collection.boundary_disclaimer, &collection.generator];
            let about: Vec<&str> =
                collection.sources.iter().chain(about).map(String::as_str).collect();
            text(xml, "description", &about.join("\n"))?;
            for kind in Kind::ALL {
                style(xml, kind)?;
            }
            for kind in Kind::ALL {
                folder(xml, kind, collection, words)?;
            }
            lines(xml, world, words)
        })?;
        Ok(())
    })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// The colours of a kind. No icon is named: a picture in a KML file is an address on the network, which
/// no file of ours points to, and each program has a pin of its own that takes the colour.
fn style(xml: &mut Xml, kind: Kind) -> io::Result<()> {
    let [red, green, blue, _] = pin_colors(kind).0.to_array();
    // KML writes colours backwards: opacity, blue, green, red.
    let color = |opacity: u8| format!("{opacity:02x}{blue:02x}{green:02x}{red:02x}");
    let element = xml.create_element("Style").with_attribute(("id", kind_id(kind)));
    element.write_inner_content(|xml| {
        xml.create_element("IconStyle")
            .write_inner_content(|xml| text(xml, "color", &color(0xff)))?;
        xml.create_element("LabelStyle")
            .write_inner_content(|xml| text(xml, "color", &color(0xff)))?;
        xml.create_element("LineStyle").write_inner_content(|xml| {
            text(xml, "color", &color(0xff))?;
            text(xml, "width", "2")
        })?;
        xml.create_element("PolyStyle")
            .write_inner_content(|xml| text(xml, "color", &color(0x40)))?;
        Ok(())
    })?;
    Ok(())
}

fn folder(xml: &mut Xml, kind: Kind, collection: &Collection, words: &Words) -> io::Result<()> {
    let of_kind: Vec<&Record> = collection.records.iter().filter(|r| r.kind == kind).collect();
    if of_kind.is_empty() {
        return Ok(());
    }
    xml.create_element("Folder").write_inner_content(|xml| {
        text(xml, "name", &words.text(kind_key(kind)))?;
        of_kind.into_iter().try_for_each(|record| placemark(xml, record, words))
    })?;
    Ok(())
}

fn placemark(xml: &mut Xml, record: &Record, words: &Words) -> io::Result<()> {
    let element = xml.create_element("Placemark").with_attribute(("id", record.id.as_str()));
    element.write_inner_content(|xml| {
        text(xml, "name", record.names.get(words.lang()))?;
        let balloon = balloon(record, words);
        xml.create_element("description").write_cdata_content(BytesCData::new(balloon))?;
        time_span(xml, record)?;
        text(xml, "styleUrl", &format!("#{}", kind_id(record.kind)))?;
        xml.create_element("ExtendedData").write_inner_content(|xml| {
            for field in &record.fields {
                let data = xml.create_element("Data");
                let data = data.with_attribute(("name", field.name.as_str()));
                let value = cell(&field.value, words.lang());
                data.write_inner_content(|xml| text(xml, "value", &value))?;
            }
            Ok(())
        })?;
        geometry(xml, &record.shape)
    })?;
    Ok(())
}

/// From the first day any of its events can have been to the last; an end that is not known is
/// left out.
fn time_span(xml: &mut Xml, record: &Record) -> io::Result<()> {
    // A date after an event says nothing of the calendar.
    let known = |date: &&DateRecord| date.earliest.is_some() || date.latest.is_some();
    let dates = || record.events.iter().flat_map(|event| &event.dates).filter(known);
    let ends = |end: fn(&DateRecord) -> Option<&String>| {
        dates().map(end).collect::<Option<Vec<&String>>>().unwrap_or_default()
    };
    let begin = ends(|date| date.earliest.as_ref()).into_iter().min();
    let end = ends(|date| date.latest.as_ref()).into_iter().max();
    if begin.is_none() && end.is_none() {
        return Ok(());
    }
    xml.create_element("TimeSpan").write_inner_content(|xml| {
        begin.map_or(Ok(()), |day| text(xml, "begin", day))?;
        end.map_or(Ok(()), |day| text(xml, "end", day))
    })?;
    Ok(())
}

fn geometry(xml: &mut Xml, shape: &Shape) -> io::Result<()> {
    match shape {
        Shape::None => {}
        Shape::Point(at) => {
            let point = xml.create_element("Point");
            point.write_inner_content(|xml| text(xml, "coordinates", &tuples(&[*at])))?;
        }
        Shape::Ring(ring) => {
            xml.create_element("Polygon").write_inner_content(|xml| {
                text(xml, "tessellate", "1")?;
                xml.create_element("outerBoundaryIs").write_inner_content(|xml| {
                    xml.create_element("LinearRing")
                        .write_inner_content(|xml| text(xml, "coordinates", &tuples(ring)))?;
                    Ok(())
                })?;
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// A line from each pin to the nearest border, named by what is measured.
fn lines(xml: &mut Xml, world: &World, words: &Words) -> io::Result<()> {
    xml.create_element("Folder").write_inner_content(|xml| {
        text(xml, "name", &words.text(key::DATA_BORDER_LINES))?;
        text(xml, "visibility", "0")?;
        for place in &world.dossier.places {
            let Some(measured) = world.distances.get(&place.id) else { continue };
            xml.create_element("Placemark").write_inner_content(|xml| {
                let figure = measured.nearest_words(world, words, LengthUnit::Km);
                let name = place.names.get(words.lang());
                text(xml, "name", &[name, &figure].join(&words.text(key::LIST_COMMA)))?;
                text(xml, "visibility", "0")?;
                text(xml, "styleUrl", &format!("#{}", kind_id(place.kind)))?;
                xml.create_element("LineString").write_inner_content(|xml| {
                    text(xml, "tessellate", "1")?;
                    let ends = [measured.from, measured.nearest().foot];
                    text(xml, "coordinates", &tuples(&ends))
                })?;
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The excerpts with their paragraphs, and our translation where the language is not Arabic.
fn balloon(record: &Record, words: &Words) -> String {
    let mut html = String::new();
    for excerpt in &record.excerpts {
        let mark = Args::new().plain("paragraph", excerpt.paragraph);
        let mark = html_text(&words.format(key::PARAGRAPH_MARK, mark));
        // Writing to a string cannot fail.
        let _ =
            write!(html, "<p dir=\"rtl\" lang=\"ar\">{} ({mark})</p>", html_text(&excerpt.text));
        if let Some(translation) = translation(excerpt, words.lang()) {
            let code = words.lang().code();
            let _ = write!(
                html,
                "<p dir=\"ltr\" lang=\"{code}\"><i>{}</i></p>",
                html_text(translation)
            );
        }
    }
    html
}

fn translation(excerpt: &ExcerptRecord, lang: Lang) -> Option<&str> {
    match lang {
        Lang::Ar => None,
        Lang::Fr => Some(&excerpt.translation_fr),
        Lang::En => Some(&excerpt.translation_en),
    }
}

/// Text inside HTML; with `>` escaped it cannot end a CDATA section either.
fn html_text(text: &str) -> String {
    let text = sound(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn text(xml: &mut Xml, name: &'static str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&sound(text)))?;
    Ok(())
}

/// XML has no place for most control characters, not even escaped.
fn sound(text: &str) -> Cow<'_, str> {
    let has_place = |c: char| {
        matches!(c, '\t' | '\n' | '\r')
            || !(c.is_ascii_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'))
    };
    if text.chars().all(has_place) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if has_place(c) { c } else { '\u{FFFD}' }).collect())
}

fn tuples(points: &[LonLat]) -> String {
    let tuples: Vec<String> =
        points.iter().map(|at| format!("{},{}", degrees(at.lon()), degrees(at.lat()))).collect();
    tuples.join(" ")
}
