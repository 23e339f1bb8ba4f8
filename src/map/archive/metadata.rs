//! What an archive says of itself: name, source and layers, as plain text.

use serde_json::Value;

/// Most bytes of what an archive says of itself: with statistics of its tiles it may be a megabyte.
pub(super) const LARGEST: u64 = 4 << 20;
/// Longest name or attribution that is shown, in characters.
const LONGEST: usize = 200;

/// What an archive says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    /// Its name.
    pub(super) name: String,
    /// Its source.
    pub(super) attribution: String,
    /// The layers of its vector tiles.
    pub(super) layers: Vec<String>,
}

impl Metadata {
    /// From the JSON of a PMTiles archive; what is not there or damaged is left out.
    pub(super) fn from_json(json: &[u8]) -> Self {
        let value: Value = serde_json::from_slice(json).unwrap_or_default();
        let text = |key: &str| plain(value.get(key).and_then(Value::as_str).unwrap_or_default());
        Self { name: text("name"), attribution: text("attribution"), layers: layers_of(&value) }
    }

    /// From the rows of an MBTiles archive.
    pub(super) fn from_rows(rows: &[(String, String)]) -> Self {
        let of = |key| rows.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value);
        let json: Value = serde_json::from_str(of("json")).unwrap_or_default();
        Self {
            name: plain(of("name")),
            attribution: plain(of("attribution")),
            layers: layers_of(&json),
        }
    }
}

/// The names of the layers: as the specification has them, or as tippecanoe counts them, which is
/// all that some older archives have.
fn layers_of(value: &Value) -> Vec<String> {
    let names = |layers: Option<&Value>, name: &str| -> Vec<String> {
        let layers = layers.and_then(Value::as_array).into_iter().flatten();
        layers.filter_map(|layer| layer.get(name)?.as_str()).map(str::to_owned).collect()
    };
    let layers = names(value.get("vector_layers"), "id");
    if layers.is_empty() { names(value.pointer("/tilestats/layers"), "layer") } else { layers }
}

/// The text without markup and control characters: an attribution is mostly a piece of HTML.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            // Marks of direction would turn what is written beside it.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            letter if letter.is_control() => text.push(' '),
            letter => text.push(letter),
        }
    }
    let entities =
        [("&copy;", "©"), ("&#169;", "©"), ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">")];
    for (entity, letter) in entities.into_iter().chain([("&quot;", "\""), ("&amp;", "&")]) {
        text = text.replace(entity, letter);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribution_is_plain_text() {
        let html = r#"<a href="https://x.org">&copy;  OpenStreetMap</a>&nbsp;&amp; others"#;
        assert_eq!(plain(html), "© OpenStreetMap & others");
        assert_eq!(plain("a\u{202e}b\nc"), "ab c");
        assert_eq!(plain(&"x".repeat(1000)).chars().count(), LONGEST + 1);
    }

    #[test]
    fn the_layers_are_named_in_either_place() {
        let listed = r#"{"vector_layers":[{"id":"roads"}],"tilestats":{"layers":[]}}"#;
        let counted = r#"{"tilestats":{"layers":[{"layer":"roads","geometry":"LineString"}]}}"#;
        for json in [listed, counted] {
            assert_eq!(Metadata::from_json(json.as_bytes()).layers, ["roads"]);
        }
    }

    #[test]
    fn damaged_metadata_say_nothing() {
        for json in ["", "{", "[]", "7", r#"{"name":3,"vector_layers":[1,{"id":2}]}"#] {
            assert_eq!(Metadata::from_json(json.as_bytes()), Metadata::default(), "{json}");
        }
    }
}
