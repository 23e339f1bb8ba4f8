//! What of a message may stand in a file that its reader may send: nothing that they wrote, opened or
//! looked for.

/// What stands for what was cut out.
const CUT: char = '…';
const OPENING: [char; 4] = ['`', '"', '“', '«'];
const CLOSING: [char; 4] = ['`', '"', '”', '»'];

/// `message` without what is quoted in it, and without paths and addresses.
///
/// What is quoted may hold any mark itself, so all from the first one to the last is cut; and a path
/// may hold spaces, so it is cut to the end. A report that says too little does less harm than one
/// that says too much.
pub(super) fn withheld(message: &str) -> String {
    let message = without_letters(&without_quotes(message));
    match path_start(&message) {
        Some(at) => format!("{}{CUT}", message.get(..at).unwrap_or_default()),
        None => message,
    }
}

/// The same of what a panic says, where values are written out as the code sees them.
pub(super) fn withheld_panic(message: &str) -> String {
    let message = withheld(message);
    let is_value = |words: &str| message.find(words).map(|at| at + words.len());
    let cut = is_value("` value: ").into_iter().chain(message.find('{')).min();
    match cut {
        Some(at) => format!("{}{CUT}", message.get(..at).unwrap_or_default()),
        None => message,
    }
}

fn without_quotes(message: &str) -> String {
    let Some(first) = message.find(OPENING) else { return message.to_owned() };
    let before = message.get(..first).unwrap_or_default();
    match message.rfind(CLOSING).filter(|last| *last > first) {
        Some(last) => {
            let marks = (
                message.get(first..).and_then(|rest| rest.chars().next()).unwrap_or_default(),
                message.get(last..).unwrap_or_default(),
            );
            format!("{before}{}{CUT}{}", marks.0, marks.1)
        }
        // What was to close it may have been cut off.
        None => format!("{before}{CUT}"),
    }
}

/// Without letters such as 'é', which are those of a text that was cut within one.
fn without_letters(message: &str) -> String {
    let mut parts = message.split('\'');
    let mut kept = parts.next().unwrap_or_default().to_owned();
    let mut is_open = true;
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let is_letter = part.chars().count() == 1 || part.starts_with('\\');
        let is_quoted = is_open && is_letter && parts.peek().is_some();
        kept.push('\'');
        if is_quoted {
            kept.push(CUT);
        } else {
            kept.push_str(part);
        }
        // The mark that closes a letter opens none.
        is_open = !is_quoted;
    }
    kept
}

/// Where the first path or address begins.
fn path_start(message: &str) -> Option<usize> {
    let word_start = |at: usize| {
        let before = message.get(..at).unwrap_or_default();
        let start = before.rfind(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '-'));
        start.map_or(0, |last| last + before.get(last..).map_or(1, first_len))
    };
    let of_scheme = ["://", ":\\", ":/"].into_iter().filter_map(|mark| message.find(mark));
    let schemes = of_scheme.map(word_start);
    let begins = |at: usize| {
        let before = message.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| c.is_whitespace() || "([{<=:,;|".contains(c))
    };
    let goes_on = |at: usize, mark: &str| {
        let after = message.get(at + mark.len()..).and_then(|after| after.chars().next());
        after.is_some_and(|c| !c.is_whitespace())
    };
    let of_root = ["/", "~/", "\\\\", "./", "../"].into_iter().flat_map(|mark| {
        let starts = message.match_indices(mark).map(|(at, _)| at);
        starts.filter(move |at| begins(*at) && goes_on(*at, mark))
    });
    of_root.chain(schemes).min()
}

fn first_len(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_quoted_is_cut_out() {
        for (message, kept) in [
            ("index out of bounds: the len is 3 but the index is 7", None),
            ("it is the reader's", None),
            ("Debian GNU/Linux 12, x86_64, Vulkan 1.3 / llvmpipe", None),
            ("2026-11-27T09:05:12.000001Z  INFO sahel_map::shell::app: the window opens", None),
            ("slicing `Kidal fell`", Some("slicing `…`")),
            ("slicing `a ` b` at 3", Some("slicing `…` at 3")),
            (r#"path=Some("/home/a\"b/c") problem="x y""#, Some(r#"path=Some("…""#)),
            ("slicing `Kidal", Some("slicing …")),
            ("inside 'é' (bytes 4..6) of `é`", Some("inside '…' (bytes 4..6) of `…`")),
            ("the word 'ten' isn't 't'", Some("the word 'ten' isn't '…'")),
            ("reading /home/amina/my map.csv: denied", Some("reading …")),
            ("see https://example.org/a b", Some("see …")),
            (r"in C:\Users\amina", Some("in …")),
            ("in ~/maps", Some("in …")),
            ("file=/mnt/a", Some("file=…")),
        ] {
            assert_eq!(withheld(message), kept.unwrap_or(message));
        }
    }

    #[test]
    fn a_value_in_a_panic_is_cut_out() {
        let message = "called `Result::unwrap()` on an `Err` value: Place { lat: 18.4 }";
        assert_eq!(withheld_panic(message), "called `…` value: …");
        assert_eq!(withheld_panic("a place: Place { lat: 18.4 }"), "a place: Place …");
        assert_eq!(withheld_panic("no entry found for key"), "no entry found for key");
    }

    proptest! {
        #[test]
        fn no_quoted_word_stays(before in "[a-z ]{0,9}", word in "[QXZ]{3,9}[ `\"'/é]{0,3}", after in "[a-z ]{0,9}") {
            for (open, close) in [("`", "`"), ("\"", "\""), ("«", "»")] {
                let message = format!("{before}{open}{word}{close}{after}");
                prop_assert!(!withheld(&message).contains(['Q', 'X', 'Z']), "{message}");
            }
            let path = format!("{before} /{word}{after}");
            prop_assert!(!withheld(&path).contains(['Q', 'X', 'Z']), "{path}");
        }
    }
}
