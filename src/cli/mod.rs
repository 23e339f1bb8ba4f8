//! The command line: what was asked, and how it ends.

mod args;
mod distance;
mod picture;
mod window;

use crate::geodata::Lang;
use crate::i18n::{Args as WordArgs, Words, system_language};
use args::{Arguments, Command, Exported};
use clap::Parser as _;
use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

/// Why a command ended without doing what was asked.
#[derive(Debug)]
pub enum Failure {
    /// The command line is wrong: exit code 2.
    Usage(String),
    /// What was asked for failed: exit code 1.
    Failed(String),
}

impl Failure {
    fn failed(error: &anyhow::Error) -> Self {
        Self::Failed(format!("{error:#}"))
    }
}

/// Runs the program with these arguments (the first is its name) and says how it ended: 0 done,
/// 1 failed, 2 wrong usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = arguments.into_iter().map(southern_as_value);
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too, with exit code 0.
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            return if error.print().is_ok() { ExitCode::from(code) } else { ExitCode::from(2) };
        }
    };
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(words)) => complain(&words, 2),
        Err(Failure::Failed(words)) => complain(&words, 1),
    }
}

/// A position that begins with a minus looks like an option; with a space before it, which the
/// reading of positions skips, it is a value wherever it stands.
fn southern_as_value(argument: OsString) -> OsString {
    let is_position = argument.to_str().is_some_and(|text| {
        let number = text.strip_prefix('-').unwrap_or_default();
        number.starts_with(|c: char| c.is_ascii_digit() || c == '.') && number.contains(',')
    });
    if !is_position {
        return argument;
    }
    let mut value = OsString::from(" ");
    value.push(argument);
    value
}

fn complain(words: &str, code: u8) -> ExitCode {
    // Nothing can be said where standard error is closed; the exit code still tells.
    let _ = writeln!(std::io::stderr(), "sahel-map: {words}");
    ExitCode::from(code)
}

fn dispatch(arguments: &Arguments) -> Result<(), Failure> {
    let lang = language(arguments.lang.as_deref())?;
    let words = Words::new(lang.unwrap_or_else(system_language));
    match &arguments.command {
        None => window::open(arguments, lang, &words),
        Some(Command::Distance(asked)) => distance::run(asked, &words),
        Some(Command::Export { what: Exported::Png(asked) }) => {
            picture::run(asked, arguments, &words)
        }
    }
}

fn language(asked: Option<&str>) -> Result<Option<Lang>, Failure> {
    let Some(asked) = asked else { return Ok(None) };
    let known = Lang::ALL.into_iter().find(|lang| lang.code() == asked);
    known.map(Some).ok_or_else(|| {
        let words = Words::new(system_language());
        Failure::Usage(
            words.format("error-language", WordArgs::new().text("value", format!("`{asked}`"))),
        )
    })
}
