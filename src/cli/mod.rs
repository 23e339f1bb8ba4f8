//! The command line: what was asked, and how it ends.

mod args;
mod check;
mod data;
mod distance;
mod handout;
mod output;
mod picture;
mod version;
mod window;

pub use distance::{MeasuredCsv, measure_csv};

use crate::export::DataFormat;
use crate::geodata::Lang;
use crate::i18n::{Args as WordArgs, Words, key, system_language};
use crate::shell::log_to_stderr;
use args::{Arguments, Command, Exported, LogLevel};
use clap::{CommandFactory as _, FromArgMatches as _, ValueEnum as _};
use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;
use tracing::Level;

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
    let arguments = with_level(arguments).into_iter().map(southern_as_value);
    let mut command = Arguments::command().long_version(version::LONG.as_str());
    let parsed = command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches))
        .map_err(|error| error.format(&mut command));
    let arguments = match parsed {
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

/// A position that begins with a minus looks like an option, though no option is a number; with a
/// space before it, which the reading of positions skips, it is a value wherever it stands.
fn southern_as_value(argument: OsString) -> OsString {
    let is_number = |rest: &str| rest.starts_with(|c: char| c.is_numeric() || c == '.');
    if !argument.to_str().and_then(|text| text.strip_prefix('-')).is_some_and(is_number) {
        return argument;
    }
    let mut value = OsString::from(" ");
    value.push(argument);
    value
}

/// A level that stands after `--log` by itself, joined to it: clap would take it for a dossier, or a
/// dossier for a level.
fn with_level(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let levels = LogLevel::value_variants().iter().filter_map(LogLevel::to_possible_value);
    let levels: Vec<String> = levels.map(|level| level.get_name().to_owned()).collect();
    let (mut joined, mut are_values): (Vec<OsString>, bool) = (Vec::new(), false);
    for argument in arguments {
        are_values |= argument == "--";
        let is_level = argument.to_str().is_some_and(|word| levels.iter().any(|l| l == word));
        match joined.last_mut().filter(|last| is_level && !are_values && *last == "--log") {
            Some(last) => {
                last.push("=");
                last.push(argument);
            }
            None => joined.push(argument),
        }
    }
    joined
}

/// What is logged, where `--log` says it.
fn log_level(arguments: &Arguments) -> Option<Level> {
    arguments.log.map(|level| match level {
        LogLevel::Error => Level::ERROR,
        LogLevel::Warn => Level::WARN,
        LogLevel::Info => Level::INFO,
        LogLevel::Debug => Level::DEBUG,
        LogLevel::Trace => Level::TRACE,
    })
}

fn complain(words: &str, code: u8) -> ExitCode {
    tell(words);
    ExitCode::from(code)
}

fn tell(words: &str) {
    // Nothing can be said where standard error is closed; the exit code still tells.
    let _ = writeln!(std::io::stderr(), "sahel-map: {words}");
}

fn dispatch(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.command.is_some() {
        log_to_stderr(log_level(arguments));
    }
    let lang = language(arguments.lang.as_deref())?;
    let words = Words::new(lang.unwrap_or_else(system_language));
    if let Some(unused) = unused(arguments) {
        return Err(Failure::Usage(words.format(key::ERROR_UNUSED, quoted(unused))));
    }
    match &arguments.command {
        None => window::open(arguments, lang, &words),
        Some(Command::Distance(asked)) => distance::run(asked, &words),
        Some(Command::Check(asked)) => check::run(asked, &words),
        Some(Command::Export { what: Exported::Png(asked) }) => {
            picture::run(asked, arguments, &words)
        }
        Some(Command::Export { what: Exported::Pdf(asked) }) => {
            handout::run(asked, arguments, &words)
        }
        Some(Command::Export { what: Exported::Geojson(asked) }) => {
            data::run(asked, DataFormat::GeoJson, &words)
        }
        Some(Command::Export { what: Exported::Kml(asked) }) => {
            data::run(asked, DataFormat::Kml, &words)
        }
        Some(Command::Export { what: Exported::Csv(asked) }) => {
            data::run(asked, DataFormat::Csv, &words)
        }
    }
}

/// What was given that the subcommand has no use for.
fn unused(arguments: &Arguments) -> Option<String> {
    let command = arguments.command.as_ref()?;
    let is_handout = matches!(command, Command::Export { what: Exported::Pdf(_) });
    let of_picture = matches!(command, Command::Export { what: Exported::Png(_) });
    // What draws no map, and what draws those of the scenes.
    let of_figures = !of_picture && !is_handout;
    let given = [
        (true, arguments.dossier.as_ref().map(|path| path.display().to_string())),
        (true, arguments.timings.then(|| "--timings".to_owned())),
        (!of_picture, arguments.place.as_ref().map(|_| "--place".to_owned())),
        (!of_picture, arguments.view.as_ref().map(|_| "--view".to_owned())),
        (of_figures, arguments.theme.map(|_| "--theme".to_owned())),
        (of_figures, arguments.base.as_ref().map(|_| "--base".to_owned())),
    ];
    given.into_iter().find_map(|(is_unused, argument)| argument.filter(|_| is_unused))
}

/// What was typed, in backticks, as `value`.
fn quoted(typed: impl std::fmt::Display) -> WordArgs<'static> {
    WordArgs::new().text("value", format!("`{typed}`"))
}

fn language(asked: Option<&str>) -> Result<Option<Lang>, Failure> {
    let Some(asked) = asked else { return Ok(None) };
    let known = Lang::ALL.into_iter().find(|lang| lang.code() == asked);
    known.map(Some).ok_or_else(|| {
        let words = Words::new(system_language());
        Failure::Usage(words.format(key::ERROR_LANGUAGE, quoted(asked)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_belongs_to_the_option_before_it() {
        for (written, meant) in [
            ("sahel-map --log debug folder", "sahel-map --log=debug folder"),
            ("sahel-map --log folder", "sahel-map --log folder"),
            ("sahel-map --log export png", "sahel-map --log export png"),
            ("sahel-map debug --log", "sahel-map debug --log"),
            ("sahel-map --log ./debug", "sahel-map --log ./debug"),
            ("sahel-map -- --log debug", "sahel-map -- --log debug"),
        ] {
            let joined = with_level(written.split(' ').map(OsString::from));
            assert_eq!(joined.join(" ".as_ref()), OsString::from(meant));
        }
    }

    #[test]
    fn without_a_level_more_is_logged() {
        let level = |line: &str| {
            let words = with_level(line.split(' ').map(OsString::from));
            let matches = Arguments::command().try_get_matches_from(words).unwrap();
            log_level(&Arguments::from_arg_matches(&matches).unwrap())
        };
        assert_eq!(level("sahel-map"), None);
        assert_eq!(level("sahel-map --log folder"), Some(Level::DEBUG));
        assert_eq!(level("sahel-map --log trace folder"), Some(Level::TRACE));
        assert_eq!(level("sahel-map check --log=error"), Some(Level::ERROR));
    }
}
