//! What is in `basemap.pmtiles`, at which zoom.
//!
//! Layers: `water` (areas), `rivers` (centre lines), `coast`, `borders` (with `disputed`, 0 or 1; none that touch one of the four countries)
//! and `regions` (lines). One feature a tile and layer holds all that is drawn alike. No land and
//! no names: they are drawn from other files.

use crate::coast::parts_inside;
use crate::e5::E5;
use crate::other_borders::OtherBorder;
use crate::planar;
use crate::polygons::Polygon;
use crate::rivers::River;
use crate::simplify::{simplify, simplify_ring};
use crate::theatre::{Area, THEATRE, WORLD};
use crate::tile_cut::{At, Level, Pieces, Tile};
use anyhow::Result;
use fast_mvt::{MvtCoord, MvtGeomType, MvtTileBuilder};
use pmtiles::{PmTilesWriter, TileCoord, TileId, TileType};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

/// What the tiles are made of.
pub(crate) struct Ground<'a> {
    /// Land, to draw its shore.
    pub(crate) land: &'a [Polygon],
    /// Lakes and rivers.
    pub(crate) water: &'a [Polygon],
    /// Centre lines of rivers.
    pub(crate) rivers: &'a [River],
    /// Borders that touch none of the four countries.
    pub(crate) borders: &'a [OtherBorder],
    /// Lines between regions of the four countries.
    pub(crate) regions: &'a [Vec<E5>],
}

/// The closest zoom that is made for the whole world.
const WORLD_ZOOM: u8 = 4;

/// The closest zoom that is made for the theatre.
const THEATRE_ZOOM: u8 = 8;

/// The first zoom that shows regions.
const REGIONS_ZOOM: u8 = 4;

/// The theatre with the whole of the Mediterranean's southern half.
const THEATRE_TILES: Area = Area { north: 40.0, ..THEATRE };

/// The world without the map's edge, where the source cuts land in two.
const SHORES: Area = Area { west: -179.99, south: -85.0, east: 179.99, north: 90.0 };

/// Lines keep this close to their sources, in pixels.
const TOLERANCE: f64 = 0.25;

/// The least area of water and the least size of an island, in pixels.
const LEAST: f64 = 1.5;

/// The archive.
pub(crate) fn archive(ground: &Ground) -> Result<Vec<u8>> {
    let mut tiles: BTreeMap<u64, (TileCoord, Vec<u8>)> = BTreeMap::new();
    for zoom in 0..=THEATRE_ZOOM {
        let area = if zoom <= WORLD_ZOOM { WORLD } else { THEATRE_TILES };
        for ((x, y), bytes) in level(ground, Level { zoom, area })? {
            let coord = TileCoord::new(zoom, x, y)?;
            tiles.insert(TileId::from(coord).value(), (coord, bytes));
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    let writer = PmTilesWriter::new(TileType::Mvt)
        .min_zoom(0)
        .max_zoom(THEATRE_ZOOM)
        .bounds(-180.0, -85.0, 180.0, 85.0)
        .center(2.0, 20.0)
        .center_zoom(5)
        .metadata(METADATA);
    let mut writer = writer.create(&mut bytes)?;
    for (coord, tile) in tiles.values() {
        writer.add_tile(*coord, tile)?;
    }
    writer.finalize()?;
    Ok(bytes.into_inner())
}

const METADATA: &str = r#"{"name":"Sahel Map base","attribution":"© OpenStreetMap contributors (ODbL), Natural Earth","vector_layers":[{"id":"water","fields":{}},{"id":"rivers","fields":{}},{"id":"coast","fields":{}},{"id":"borders","fields":{"disputed":"Number"}},{"id":"regions","fields":{}}]}"#;

/// All tiles of a zoom.
fn level(ground: &Ground, level: Level) -> Result<BTreeMap<Tile, Vec<u8>>> {
    let pixel = 360.0 / f64::from(256_u32 << level.zoom);
    let tolerance = |v: E5| TOLERANCE * pixel * v.lat_deg().to_radians().cos();
    let lines = |lines: &mut dyn Iterator<Item = &[E5]>| {
        let mut pieces = Pieces::new();
        for line in lines {
            level.cut_line(&simplify(line, &tolerance), &mut pieces);
        }
        pieces
    };
    let regions = if level.zoom < REGIONS_ZOOM { &[] } else { ground.regions };
    let borders = |disputed: bool| {
        let of_kind = ground.borders.iter().filter(move |b| b.disputed == disputed);
        lines(&mut of_kind.map(|b| b.line.as_slice()))
    };
    let island = |ring: &&Vec<E5>| planar::area(ring).abs() > (LEAST * pixel).powi(2);
    let shores = ground.land.iter().flat_map(Polygon::rings).filter(island);
    let shores: Vec<Vec<E5>> = shores.flat_map(|ring| parts_inside(ring, SHORES)).collect();
    let great = ground.rivers.iter().filter(|r| r.rank <= river_rank(level.zoom));
    let mut rivers = great.map(|r| r.line.as_slice());
    let layers = [
        Layer::new(
            "water",
            MvtGeomType::Polygon,
            None,
            areas(ground.water, level, pixel, &tolerance),
        ),
        Layer::new("rivers", MvtGeomType::LineString, None, lines(&mut rivers)),
        Layer::new(
            "coast",
            MvtGeomType::LineString,
            None,
            lines(&mut shores.iter().map(Vec::as_slice)),
        ),
        Layer::new("borders", MvtGeomType::LineString, Some(0), borders(false)),
        Layer::new("borders", MvtGeomType::LineString, Some(1), borders(true)),
        Layer::new(
            "regions",
            MvtGeomType::LineString,
            None,
            lines(&mut regions.iter().map(Vec::as_slice)),
        ),
    ];
    let all: BTreeSet<Tile> = layers.iter().flat_map(|l| l.pieces.keys().copied()).collect();
    all.into_iter().map(|tile| Ok((tile, encoded(&layers, tile)?))).collect()
}

/// Water wide enough to be filled.
fn areas(water: &[Polygon], level: Level, pixel: f64, tolerance: &dyn Fn(E5) -> f64) -> Pieces {
    let mut pieces = Pieces::new();
    for polygon in water {
        let seen = |ring: &Vec<E5>| planar::area(ring).abs() > (LEAST * pixel).powi(2);
        let ring = |r: &Vec<E5>| seen(r).then(|| simplify_ring(r, tolerance)).flatten();
        if let Some(outer) = ring(&polygon.outer) {
            let holes = polygon.holes.iter().filter_map(ring).collect();
            level.cut_area(&Polygon { outer, holes }, &mut pieces);
        }
    }
    pieces
}

/// The least weighty rivers that are drawn at a zoom, by the source's rank.
const fn river_rank(zoom: u8) -> u8 {
    match zoom {
        0..=1 => 0,
        2 => 2,
        3 => 3,
        4 => 5,
        5 => 7,
        _ => 9,
    }
}

/// What is drawn alike.
struct Layer {
    name: &'static str,
    kind: MvtGeomType,
    disputed: Option<i64>,
    pieces: Pieces,
}

impl Layer {
    fn new(name: &'static str, kind: MvtGeomType, disputed: Option<i64>, pieces: Pieces) -> Self {
        Self { name, kind, disputed, pieces }
    }
}

fn encoded(layers: &[Layer], tile: Tile) -> Result<Vec<u8>> {
    let mut builder = MvtTileBuilder::new();
    for alike in layers.chunk_by(|a, b| a.name == b.name) {
        let filled = |l: &&Layer| l.pieces.get(&tile).is_some_and(|p| !p.is_empty());
        let Some(first) = alike.iter().find(filled) else { continue };
        let mut layer = builder.layer(first.name)?;
        for part in alike.iter().filter(filled) {
            let mut feature = layer.feature_of(part.kind);
            for piece in part.pieces.get(&tile).into_iter().flatten() {
                let points = piece.iter().map(|p: &At| MvtCoord { x: p.x, y: p.y });
                match part.kind {
                    MvtGeomType::Polygon => feature.ring(points, is_outer(piece))?,
                    _ => feature.line(points)?,
                };
            }
            if let Some(disputed) = part.disputed {
                feature.tag_int("disputed", disputed)?;
            }
            layer = feature.end();
        }
        builder = layer.end();
    }
    Ok(builder.encode())
}

fn is_outer(ring: &[At]) -> bool {
    crate::tile_cut::doubled_area(ring) > 0
}
