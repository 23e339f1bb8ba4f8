//! The manual pages of the program and of each of its subcommands.

use crate::release::Release;
use anyhow::Result;
use clap::Command;
use clap_mangen::Man;
use roff::{Roff, roman};

/// Where the program keeps what it remembers; in no help, for no option changes it.
const FILES: [(&str, &str); 1] = [(
    "$XDG_STATE_HOME/sahel-map/session.json",
    "The session that the window begins with: view, panel, language, theme and what was measured. \
     $XDG_STATE_HOME is ~/.local/state unless it is set.",
)];

/// Variables that the program heeds.
const ENVIRONMENT: [(&str, &str); 2] = [
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "The language, where --lang names none: Arabic, French or else English.",
    ),
    ("WGPU_BACKEND", "The way to the graphics driver: vulkan or gl."),
];

/// The name and the text of each page; pages of subcommands are named after the way to them, such
/// as `sahel-map-export-png.1`.
pub(crate) fn pages(command: Command, release: &Release) -> Result<Vec<(String, Vec<u8>)>> {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    add_pages(&command, release, true, &mut pages)?;
    Ok(pages)
}

fn add_pages(
    command: &Command,
    release: &Release,
    is_first: bool,
    pages: &mut Vec<(String, Vec<u8>)>,
) -> Result<()> {
    let man = Man::new(command.clone())
        .date(release.date.to_string())
        .source(format!("Sahel Map {}", release.version))
        .manual("Sahel Map");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.get_subcommands().any(|subcommand| !subcommand.is_hide_set()) {
        man.render_subcommands_section(&mut page)?;
    }
    let mut rest = Roff::new();
    if let Some(help) = command.get_after_help() {
        add_help(&mut rest, &help.to_string());
    }
    if is_first {
        add_list(&mut rest, "ENVIRONMENT", &ENVIRONMENT);
        add_list(&mut rest, "FILES", &FILES);
    }
    rest.to_writer(&mut page)?;
    // Breaks around an empty line are one too many for `mandoc -Tlint`.
    let page = String::from_utf8(page)?.replace("\n.br\n\n.br\n", "\n.sp\n");
    pages.push((man.get_filename(), page.into_bytes()));
    for subcommand in command.get_subcommands().filter(|subcommand| !subcommand.is_hide_set()) {
        add_pages(subcommand, release, false, pages)?;
    }
    Ok(())
}

/// What stands at the end of the help: lines that are set in stay lines, `Examples:` and
/// `Exit codes:` begin sections of their own.
fn add_help(page: &mut Roff, help: &str) {
    let mut is_set_in = false;
    // Text goes on in the section before unless it has a heading of its own.
    if !help.starts_with("Examples:") {
        page.control("SH", ["NOTES"]);
    }
    for line in help.lines() {
        let sets_in = line.starts_with("  ");
        if sets_in != is_set_in {
            page.control(if sets_in { "nf" } else { "fi" }, []);
            is_set_in = sets_in;
        }
        if line == "Examples:" {
            page.control("SH", ["EXAMPLES"]);
        } else if let Some(codes) = line.strip_prefix("Exit codes: ") {
            page.control("SH", ["EXIT STATUS"]);
            page.text([roman(codes)]);
        } else if !line.is_empty() {
            page.text([roman(line)]);
        }
    }
    if is_set_in {
        page.control("fi", []);
    }
}

fn add_list(page: &mut Roff, heading: &str, entries: &[(&str, &str)]) {
    page.control("SH", [heading]);
    for (name, meaning) in entries {
        page.control("TP", []);
        page.text([roff::bold(*name)]);
        page.text([roman(*meaning)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn each_subcommand_has_a_page_with_its_examples_as_lines() {
        let release = Release::newest(&crate::root()).unwrap();
        let pages = pages(crate::args::Arguments::command(), &release).unwrap();
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        for name in ["sahel-map.1", "sahel-map-distance.1", "sahel-map-export-png.1"] {
            assert!(names.contains(&name), "{names:?}");
        }
        let (_, first) = pages.into_iter().next().unwrap();
        let first = String::from_utf8(first).unwrap();
        let examples = first.split(".SH EXAMPLES").nth(1).unwrap();
        assert!(examples.starts_with("\n.nf\n"), "{examples}");
        assert!(first.contains(".SH \"EXIT STATUS\"\n0 done"), "{first}");
    }
}
