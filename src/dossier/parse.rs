//! How the texts of a dossier's files become a dossier, with a notice of what was wrong.

use super::fields::{Fields, MOST_UNKNOWN, Rejected, quoted};
use super::files::DossierFiles;
use super::fingerprint::fingerprint;
use super::notice::{Notice, Outcome, Problem};
use super::records::Record;
use super::told::Told;
use super::{Dossier, DossierError, records, references};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The file that makes a folder a dossier.
const HEAD: &str = "dossier.toml";

/// The files of a dossier's folder. The first has to be there; the others may be missing.
pub const FILES: [&str; 7] = [
    HEAD,
    "excerpts.toml",
    "places.toml",
    "events.toml",
    "claims.toml",
    "actors.toml",
    "scenes.toml",
];

/// The format of the folder that this program reads.
pub const FORMAT: i64 = 1;

/// Largest file, in bytes: far more than any article needs.
pub const MAX_FILE_BYTES: u64 = 4_000_000;

/// Most records in one file.
pub const MAX_RECORDS: usize = 2_000;

/// Most entries of a list in a record, such as the places of an event.
pub const MAX_ENTRIES: usize = 1_000;

/// Most notices of a dossier: the last is then how many more there are.
pub const MAX_NOTICES: usize = 1_000;

/// A dossier, and what of its files could not be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The dossier.
    pub dossier: Dossier,
    /// What was wrong, in the order of the files.
    pub notices: Vec<Notice>,
    /// The files as they were read.
    pub files: DossierFiles,
}

/// Reads a dossier from the texts of its files by name. Pure: no disk, no clock.
///
/// # Errors
/// [`DossierError`] where `dossier.toml` is missing or any file is not TOML; its path is then
/// the file's name.
pub fn parse(files: &BTreeMap<&str, &str>) -> Result<Loaded, DossierError> {
    let mut tables = BTreeMap::new();
    for (&name, text) in files.iter().filter(|(name, _)| FILES.contains(name)) {
        tables.insert(name, toml_table(name, text)?);
    }
    let head =
        tables.remove(HEAD).ok_or_else(|| DossierError::NoDossierFile { path: PathBuf::new() })?;
    let mut notices = Told::default();
    notices.extend(unknown_files(files));
    let mut dossier = read_head(head, &mut notices)?;
    dossier.sha256 = fingerprint(files);
    dossier.excerpts = read_list(&mut tables, &mut notices);
    dossier.places = read_list(&mut tables, &mut notices);
    dossier.events = read_list(&mut tables, &mut notices);
    dossier.claims = read_list(&mut tables, &mut notices);
    dossier.actors = read_list(&mut tables, &mut notices);
    dossier.scenes = read_list(&mut tables, &mut notices);
    dossier.excerpts.sort_by_key(|excerpt| excerpt.paragraph);
    references::settle(&mut dossier, &mut notices);
    Ok(Loaded { dossier, notices: notices.in_order(), files: DossierFiles::of(files) })
}

/// Whether a file is called as the files of a dossier are.
pub(super) fn is_toml_name(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "toml")
}

fn toml_table(name: &str, text: &str) -> Result<Table, DossierError> {
    text.parse::<Table>().map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let last_line = before.rsplit('\n').next().unwrap_or_default();
        DossierError::NotToml {
            path: PathBuf::from(name),
            line: before.matches('\n').count() + 1,
            column: last_line.chars().count() + 1,
            reason: error.message().to_owned(),
        }
    })
}

fn unknown_files(files: &BTreeMap<&str, &str>) -> impl Iterator<Item = Notice> {
    let strangers = files.keys().filter(|name| !FILES.contains(name));
    strangers.map(|&name| Notice {
        file: name.to_owned(),
        entry: None,
        field: None,
        problem: Problem::Unknown { known: quoted(&FILES) },
        outcome: Outcome::RecordLeftOut,
    })
}

/// The dossier without its lists.
fn read_head(mut head: Table, notices: &mut Told) -> Result<Dossier, DossierError> {
    match head.remove("format") {
        Some(Value::Integer(FORMAT)) => {}
        other => {
            let found = other.map_or_else(|| "missing".to_owned(), |value| format!("`{value}`"));
            return Err(DossierError::Format { path: PathBuf::from(HEAD), found });
        }
    }
    let refuse = |entry: Option<&str>, rejected: Rejected| DossierError::Head {
        path: PathBuf::from(HEAD),
        notice: Box::new(head_notice(entry, rejected, Outcome::RecordLeftOut)),
    };
    let mut fields = Fields::new(head);
    let article: Table = fields.required("article").map_err(|r| refuse(None, r))?;
    let mut about = Fields::new(article);
    let article = records::article(&mut about).map_err(|r| refuse(Some("article"), r))?;
    let of_dossier = || -> Result<Dossier, Rejected> {
        Ok(Dossier {
            id: fields.required("id")?,
            title: fields.names("title")?,
            sha256: String::new(),
            opens_with: fields.optional("opens_with")?,
            article,
            excerpts: Vec::new(),
            places: Vec::new(),
            events: Vec::new(),
            claims: Vec::new(),
            actors: Vec::new(),
            scenes: Vec::new(),
        })
    };
    let dossier = of_dossier().map_err(|rejected| refuse(None, rejected))?;
    let left_over = |entry, fields: Fields| {
        let tell = move |rejected| head_notice(entry, rejected, Outcome::FieldLeftOut);
        fields.left_over().map(tell).collect::<Vec<_>>()
    };
    notices.extend(left_over(None, fields));
    notices.extend(left_over(Some("article"), about));
    Ok(dossier)
}

fn head_notice(entry: Option<&str>, rejected: Rejected, outcome: Outcome) -> Notice {
    Notice {
        file: HEAD.to_owned(),
        entry: entry.map(str::to_owned),
        field: Some(rejected.field),
        problem: rejected.problem,
        outcome,
    }
}

/// Reads each record of a file by itself, so that a bad one costs only itself.
fn read_list<R: Record>(tables: &mut BTreeMap<&str, Table>, notices: &mut Told) -> Vec<R> {
    let mut tell = |entry: Option<&str>, Rejected { field, problem }, outcome| {
        let (file, entry) = (R::FILE.to_owned(), entry.map(str::to_owned));
        notices.push(Notice { file, entry, field: Some(field), problem, outcome });
    };
    let mut table = tables.remove(R::FILE).unwrap_or_default();
    let not_a_list = || Problem::Unreadable(format!("write [[{}]]", R::KIND));
    let entries = match table.remove(R::KIND) {
        None => Vec::new(),
        Some(Value::Array(entries)) => entries,
        Some(_) => {
            tell(None, Rejected::new(R::KIND, not_a_list()), Outcome::RecordLeftOut);
            Vec::new()
        }
    };
    for key in table.keys().take(MOST_UNKNOWN) {
        let problem = Problem::Unknown { known: format!("[[{}]]", R::KIND) };
        tell(None, Rejected::new(key, problem), Outcome::FieldLeftOut);
    }
    if entries.len() > MAX_RECORDS {
        let problem = Problem::TooMany { found: entries.len(), limit: MAX_RECORDS };
        tell(None, Rejected::new(R::KIND, problem), Outcome::RecordLeftOut);
    }
    let mut taken = BTreeSet::new();
    let mut read = Vec::new();
    for (index, entry) in entries.into_iter().take(MAX_RECORDS).enumerate() {
        let nameless = format!("{} {}", R::KIND, index + 1);
        let Value::Table(table) = entry else {
            let rejected = Rejected::new(R::KIND, not_a_list());
            tell(Some(&nameless), rejected, Outcome::RecordLeftOut);
            continue;
        };
        let mut fields = Fields::new(table);
        let name = fields.written_id().map_or(nameless, |id| format!("{} `{id}`", R::KIND));
        for rejected in fields.cut_lists() {
            tell(Some(&name), rejected, Outcome::FieldLeftOut);
        }
        match R::read(&mut fields) {
            Err(rejected) => tell(Some(&name), rejected, Outcome::RecordLeftOut),
            Ok(record) if !taken.insert(record.id().clone()) => {
                let rejected = Rejected::new("id", Problem::Taken(record.id().to_string()));
                tell(Some(&name), rejected, Outcome::RecordLeftOut);
            }
            Ok(record) => {
                for rejected in fields.left_over() {
                    tell(Some(&name), rejected, Outcome::FieldLeftOut);
                }
                read.push(record);
            }
        }
    }
    read
}
