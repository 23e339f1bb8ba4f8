//! Which file is meant by what a reader types or pastes: a path, a path in quotes, or a file's
//! address as file managers copy it.

use std::path::PathBuf;

/// The path in `typed`, if there is one; `home` is what `~` stands for.
#[must_use]
pub fn typed_path(typed: &str, home: Option<PathBuf>) -> Option<PathBuf> {
    let typed = typed.trim();
    let bare = |quote: char| typed.strip_prefix(quote)?.strip_suffix(quote);
    let typed = bare('"').or_else(|| bare('\'')).unwrap_or(typed);
    if let Some(address) = typed.strip_prefix("file://") {
        // Between the slashes stands the machine: none, or this one.
        let path = address.strip_prefix("localhost").unwrap_or(address);
        return path.starts_with('/').then(|| PathBuf::from(decoded(path)));
    }
    match (typed.strip_prefix("~/"), home) {
        (Some(below), Some(home)) => Some(home.join(below)),
        _ => (!typed.is_empty()).then(|| PathBuf::from(typed)),
    }
}

/// The text with its `%20` and the like as letters.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).filter(|code| byte == b'%' && code.is_ascii());
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        if let Some(letter) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(letter);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_however_it_is_written() {
        for (typed, path) in [
            ("/maps/mali.pmtiles", "/maps/mali.pmtiles"),
            ("  '/my maps/mali.pmtiles'\n", "/my maps/mali.pmtiles"),
            ("\"/my maps/mali.pmtiles\"", "/my maps/mali.pmtiles"),
            ("file:///my%20maps/%D9%85.pmtiles", "/my maps/م.pmtiles"),
            ("file://localhost/100%.pmtiles", "/100%.pmtiles"),
            ("~/mali.pmtiles", "/aminata/mali.pmtiles"),
            ("mali.pmtiles", "mali.pmtiles"),
        ] {
            let home = Some(PathBuf::from("/aminata"));
            assert_eq!(typed_path(typed, home), Some(path.into()), "{typed}");
        }
        for nothing in ["", "  ", "\"\"", "file://other-machine/mali.pmtiles"] {
            assert_eq!(typed_path(nothing, None), None, "{nothing}");
        }
    }
}
