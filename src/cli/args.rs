//! What can be written after `sahel-map`.

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const EXAMPLES: &str = "Examples:
  sahel-map                                   open the map
  sahel-map --lang ar --place kidal           in Arabic, with the card of Kidal
  sahel-map --view 19.95,2.97,12              on Tinzaouaten
  sahel-map --base mali.pmtiles               on a map file of your own
  sahel-map distance 18.44345,1.40921         how far Kidal is from the four borders
  sahel-map distance -5.2,3.1 --json          as JSON
  sahel-map distance --csv in.csv --out out.csv    of every row of a table
  sahel-map check                             what can be computed of the article's claims
  sahel-map export png --place kidal --out kidal.png
  sahel-map export png --scene 5 --paper a4 --lang fr --out embuscade.png
  sahel-map export pdf --lang ar --out handout.pdf
  sahel-map export geojson --out places.geojson
  sahel-map export kml --lang ar --out places.kml
  sahel-map export csv --out - | head -n 1

Exit codes: 0 done, 1 failed, 2 wrong usage.";

const DISTANCE_EXAMPLES: &str = "\
A CSV keeps its columns and rows in their order. For each country X of DZA, MLI, NER and BFA these
columns are added:
  X_distance_m                   metres to the border, to 0.001
  X_inside                       true or false
  X_nearest_lat, X_nearest_lon   the nearest point of the border, to 0.0000001 degree
  X_bearing_deg                  bearing to it from true north, to 0.0001 degree
Commas, semicolons and tabs are understood. Where the degrees have a decimal comma, so have the
figures. A row that cannot be measured stays with empty figures and is named on standard error with
its number, the header being 1; the exit code is then 1. Blank lines are left out. OUT is written
whole or not at all.

Examples:
  sahel-map distance 18.44345,1.40921                    how far Kidal is from the four borders
  sahel-map distance 18.44345,1.40921 -5.2,3.1 --json    two positions as JSON
  sahel-map distance '18 26 36 N 1 24 33 E' 31QCA3200339986
  sahel-map distance --csv events.csv --out measured.csv
  sahel-map distance --csv events.csv --lat-col breite --lon-col laenge --out measured.csv
  sahel-map distance --csv - --out - < events.csv | head

Exit codes: 0 done, 1 failed, 2 wrong usage.";

/// A map of the Sahel conflict: places, excerpts and exact border distances, offline.
#[derive(Debug, Parser)]
#[command(name = "sahel-map", version, after_help = EXAMPLES, args_conflicts_with_subcommands = false)]
pub(super) struct Arguments {
    /// Dossier to open instead of the built-in one: its folder, or a .sahelmap file.
    pub(super) dossier: Option<PathBuf>,
    /// Language: ar, fr or en (at first the system's, later the last one chosen).
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<String>,
    /// Colours.
    #[arg(long, global = true, value_enum, value_name = "THEME")]
    pub(super) theme: Option<ThemeName>,
    /// Select a place of the dossier, such as kidal.
    #[arg(long, global = true, value_name = "ID")]
    pub(super) place: Option<String>,
    /// Look at LATITUDE,LONGITUDE with this zoom (3.5 to 14).
    #[arg(long, global = true, value_name = "LAT,LON,ZOOM", allow_hyphen_values = true)]
    pub(super) view: Option<String>,
    /// Begin with the briefing, on the whole screen.
    #[arg(long)]
    pub(super) briefing: bool,
    /// Draw the map on this PMTiles or MBTiles file.
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) base: Option<PathBuf>,
    /// How much is logged: the window writes to a file in its state folder (else info), a command to
    /// standard error (else warn).
    #[arg(long, global = true, value_enum, value_name = "LEVEL", num_args = 0..=1, require_equals = true, default_missing_value = "debug")]
    pub(super) log: Option<LogLevel>,
    /// Print how long the start took, and close.
    #[arg(long)]
    pub(super) timings: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeName {
    /// Light figures on a dark ground.
    Dark,
    /// Dark figures on paper.
    Light,
    /// White on black with bright lines, for projectors.
    Contrast,
    /// Dark or light, as the desktop is.
    System,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LogLevel {
    /// What failed.
    Error,
    /// What did not go as it should.
    Warn,
    /// What happened.
    Info,
    /// What explains it.
    Debug,
    /// Everything.
    Trace,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// How far positions are from the borders of Algeria, Mali, Niger and Burkina Faso.
    Distance(DistanceArgs),
    /// What is wrong in a dossier, and what can be computed of each of its claims.
    Check(CheckArgs),
    /// Save what the map shows, or the places as data.
    Export {
        /// What is saved.
        #[command(subcommand)]
        what: Exported,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Exported {
    /// The map as a PNG picture; needs no display.
    Png(PictureArgs),
    /// The briefing as a PDF to hand out, a page a scene; needs no display.
    Pdf(HandoutArgs),
    /// The dossier's places as GeoJSON (RFC 7946), with every field in three languages.
    Geojson(DataArgs),
    /// The dossier's places as KML 2.2 for Google Earth.
    Kml(DataArgs),
    /// The dossier's places as CSV, a row a place.
    ///
    /// UTF-8 with a byte order mark, which Excel needs to read Arabic; lines end as RFC 4180 says. Cells
    /// are written as the dossier has them, also those that begin with =, +, - or @, which a
    /// spreadsheet may take for a formula: import the columns as text where you do not trust the dossier.
    Csv(DataArgs),
}

#[derive(Debug, Args)]
#[command(after_help = DISTANCE_EXAMPLES)]
pub(super) struct DistanceArgs {
    /// Positions: degrees, latitude first, such as 18.44345,1.40921; degrees, minutes and seconds,
    /// such as "18 26 36 N 1 24 33 E"; or MGRS, such as 31QCA3200339986.
    #[arg(required_unless_present = "csv", value_name = "LAT,LON")]
    pub(super) positions: Vec<String>,
    /// Print JSON: an object for one position, an array for several.
    #[arg(long)]
    pub(super) json: bool,
    /// Measure every row of a CSV file; - is standard input.
    #[arg(long, value_name = "IN", requires = "out", conflicts_with_all = ["positions", "json"])]
    pub(super) csv: Option<PathBuf>,
    // `requires` says nothing where what is required conflicts with what is there: hence both.
    /// File for the rows with their distances; - is standard output.
    #[arg(long, value_name = "OUT", requires = "csv", conflicts_with = "positions")]
    pub(super) out: Option<PathBuf>,
    /// Column of the latitude (else lat, latitude or y).
    #[arg(long, value_name = "NAME", requires = "csv", conflicts_with = "positions", value_parser = NonEmptyStringValueParser::new())]
    pub(super) lat_col: Option<String>,
    /// Column of the longitude (else lon, lng, longitude or x).
    #[arg(long, value_name = "NAME", requires = "csv", conflicts_with = "positions", value_parser = NonEmptyStringValueParser::new())]
    pub(super) lon_col: Option<String>,
    /// Replace OUT if it is there.
    #[arg(long, requires = "csv", conflicts_with = "positions")]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Dossier to check instead of the built-in one: its folder, or a .sahelmap file.
    pub(super) dossier: Option<PathBuf>,
    /// Print JSON, with all digits of every figure.
    #[arg(long)]
    pub(super) json: bool,
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Paper {
    /// 297 by 210 mm.
    A4,
    /// 420 by 297 mm.
    A3,
}

/// What stands round the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PlateChoice {
    /// Title, legend, tables and sources.
    Full,
    /// Nothing: scale bar and credits stand on the map.
    Map,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(super) struct PictureArgs {
    /// File to write, whole or not at all; - is standard output.
    #[arg(long, value_name = "FILE", required_unless_present = "all_scenes")]
    pub(super) out: Option<PathBuf>,
    /// Folder for a picture of every scene of the briefing.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["out", "scene"])]
    pub(super) all_scenes: Option<PathBuf>,
    /// Width and height in pixels (else 1920x1080).
    #[arg(long, value_name = "WxH", allow_hyphen_values = true, conflicts_with = "paper")]
    pub(super) size: Option<String>,
    /// A sheet of paper at 300 dots to the inch.
    #[arg(long, value_enum, value_name = "PAPER")]
    pub(super) paper: Option<Paper>,
    /// The sheet stands upright instead of across.
    #[arg(long, requires = "paper")]
    pub(super) portrait: bool,
    /// The sheet lies across, as it does without this.
    #[arg(long, requires = "paper", conflicts_with = "portrait")]
    pub(super) landscape: bool,
    /// Write what is known of the picture beside it, as JSON: kidal.json with kidal.png.
    #[arg(long)]
    pub(super) sidecar: bool,
    /// Draw the scene with this number of the briefing.
    #[arg(long, value_name = "N")]
    pub(super) scene: Option<String>,
    /// With title, legend and sources round the map, or the map alone (else full for a sheet of
    /// paper and for a scene).
    #[arg(long, value_enum, value_name = "PLATE")]
    pub(super) plate: Option<PlateChoice>,
    /// Dossier to draw instead of the built-in one: its folder, or a .sahelmap file.
    #[arg(long, value_name = "DOSSIER")]
    pub(super) dossier: Option<PathBuf>,
    /// Replace the file if it is there.
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct HandoutArgs {
    /// File to write, whole or not at all; - is standard output.
    #[arg(long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// The sheet of paper.
    #[arg(long, value_enum, value_name = "PAPER", default_value = "a4")]
    pub(super) paper: Paper,
    /// The sheet stands upright instead of across.
    #[arg(long)]
    pub(super) portrait: bool,
    /// The sheet lies across, as it does without this.
    #[arg(long, conflicts_with = "portrait")]
    pub(super) landscape: bool,
    /// Dossier to print instead of the built-in one: its folder, or a .sahelmap file.
    #[arg(long, value_name = "DOSSIER")]
    pub(super) dossier: Option<PathBuf>,
    /// Replace the file if it is there.
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct DataArgs {
    /// File to write, whole or not at all; - is standard output.
    #[arg(long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// Dossier to write instead of the built-in one: its folder, or a .sahelmap file.
    #[arg(long, value_name = "DOSSIER")]
    pub(super) dossier: Option<PathBuf>,
    /// Replace the file if it is there.
    #[arg(long)]
    pub(super) force: bool,
}
