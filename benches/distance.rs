//! What a border distance costs, beside what other ways to it would take.
//!
//! `cargo bench --bench distance` prints one table. Where the machine has other work to do, compare
//! within a run: the floor, four geodesics, is there for that.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "nothing to measure without borders; the table is the result"
)]

use geo::{Closest, Distance, Geodesic, HaversineClosestPoint, LineString, Point};
use geographiclib_rs::InverseGeodesic;
use rstar::RTree;
use rstar::primitives::Line;
use sahel_map::geodata::{Borders, Country, LonLat};
use sahel_map::measure::border::{BorderIndex, BorderIndexes, Hint};
use sahel_map::measure::{Metres, geodesic};
use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

/// Runs of each row; the fastest counts, since other work only ever makes a run slower.
const RUNS: usize = 15;

fn main() {
    let borders = Borders::embedded().expect("borders");
    let indexes = BorderIndexes::build(&borders).expect("indexes");
    let places = positions(1_024);
    let path = mouse_path(4_096);

    println!("{:<58} {:>12}", "the four borders of a position, on one thread", "us");
    row("floor: four geodesics (Karney)", 1e6, of_each(&places, floor));
    row(
        "in no order",
        1e6,
        of_each(&places, |at| {
            black_box(indexes.all(at));
        }),
    );
    let mut hint = Hint::default();
    row(
        "along a mouse's path, with a hint",
        1e6,
        of_each(&path, |at| {
            black_box(indexes.all_with_hint(at, &mut hint));
        }),
    );
    row(
        "along a mouse's path, without",
        1e6,
        of_each(&path, |at| {
            black_box(indexes.all(at));
        }),
    );
    row(
        "only which country it is in",
        1e6,
        of_each(&places, |at| {
            black_box(indexes.country_at(at));
        }),
    );
    let trees = Country::ALL.map(|country| rstar_in_degrees(&borders, country));
    row(
        "rstar in degrees + Geodesic (15.7 km wrong at p99)",
        1e6,
        of_each(&places, |at| {
            black_box(trees.each_ref().map(|tree| by_rstar(tree, at)));
        }),
    );
    let lines = Country::ALL.map(|country| line(&borders, country));
    let few = places.get(..16).unwrap_or_default();
    row(
        "geo HaversineClosestPoint + Geodesic (103 m wrong at p99)",
        1e6,
        of_each(few, |at| {
            black_box(lines.each_ref().map(|line| by_geo(line, at)));
        }),
    );

    hover(&indexes, &path);
    many(&indexes, &positions(100_000));
    far(&indexes);

    println!("\n{:<58} {:>12}", "once", "ms");
    row(
        "four indexes, built on one thread",
        1e3,
        fastest(|| {
            for country in Country::ALL {
                drop(black_box(BorderIndex::new(borders.of(country))));
            }
        }),
    );
    row(
        "four indexes, built on two threads",
        1e3,
        fastest(|| {
            drop(black_box(BorderIndexes::build(&borders)));
        }),
    );
    let sahara = LonLat::saturating(1.4, 18.4);
    for radius in [20_000.0, 300_000.0, 1_500_000.0] {
        let name = format!("the parts of the borders within {} km", radius / 1e3);
        row(&name, 1e3, fastest(|| drop(black_box(indexes.within(sahara, Metres(radius))))));
    }
}

fn row(name: &str, unit: f64, time: Duration) {
    println!("  {name:<56} {:>12.3}", time.as_secs_f64() * unit);
}

fn fastest(mut run: impl FnMut()) -> Duration {
    let one = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..RUNS).map(one).min().unwrap_or_default()
}

/// The time for one position. The fastest run counts of each few positions: few enough to be done
/// before the system gives the processor to another.
fn of_each(positions: &[LonLat], mut run: impl FnMut(LonLat)) -> Duration {
    let few = positions.chunks(64).map(|few| fastest(|| few.iter().for_each(|&at| run(at))));
    few.sum::<Duration>() / positions.len() as u32
}

/// Positions over the theatre, in no order that would favour caches.
fn positions(n: u32) -> Vec<LonLat> {
    let position = |i: u32| {
        let (x, y) = (f64::from(i) * 0.618_033_988_75, f64::from(i) * 0.754_877_666_25);
        LonLat::saturating(-12.0 + 28.0 * x.fract(), 10.0 + 26.0 * y.fract())
    };
    (0..n).map(position).collect()
}

/// Where a mouse goes that is moved across the theatre and back for a minute.
fn mouse_path(n: u32) -> Vec<LonLat> {
    let position = |i: u32| {
        let turn = f64::from(i) / f64::from(n) * std::f64::consts::TAU;
        LonLat::saturating(1.0 + 8.0 * (3.0 * turn).sin(), 19.0 + 7.0 * (2.0 * turn).cos())
    };
    (0..n).map(position).collect()
}

/// What no method can do without that ends in four geodesics.
fn floor(at: LonLat) {
    for lat in [14.0, 17.0, 21.0, 25.0] {
        let geodesic: (f64, f64, f64, f64) =
            geographiclib_rs::Geodesic::wgs84().inverse(at.lat(), at.lon(), lat, 1.0);
        black_box(geodesic);
    }
}

/// Each position of a mouse's path by itself: what one frame waits for. Of each position the
/// fastest of the runs counts, every one after the position before.
fn hover(indexes: &BorderIndexes, path: &[LonLat]) {
    let mut times = vec![Duration::MAX; path.len()];
    let mut hint = Hint::default();
    for _ in 0..RUNS {
        for (&at, time) in path.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(indexes.all_with_hint(at, &mut hint));
            *time = start.elapsed().min(*time);
        }
    }
    times.sort_unstable();
    println!("\n{:<58} {:>12}", "a position under the mouse, with a hint", "us");
    for (name, part) in [("median", 0.5), ("99th percentile", 0.99)] {
        let time = times.get((times.len() as f64 * part) as usize).copied();
        row(name, 1e6, time.unwrap_or_default());
    }
    row("longest", 1e6, times.last().copied().unwrap_or_default());
}

/// 100,000 positions in no order, half of them on each of two threads.
fn many(indexes: &BorderIndexes, positions: &[LonLat]) {
    let run = || {
        thread::scope(|scope| {
            for half in positions.chunks(positions.len().div_ceil(2)) {
                scope.spawn(move || black_box(indexes.many(half)));
            }
        });
    };
    println!("\n{:<58} {:>12}", "100,000 positions and four borders", "ms");
    row("on two threads", 1e3, fastest(run));
}

fn far(indexes: &BorderIndexes) {
    println!("\n{:<58} {:>12}", "the four borders from afar", "us");
    for (name, lon, lat) in [
        ("Paris", 2.35, 48.85),
        ("Cape Town", 18.4, -33.9),
        ("New York", -74.0, 40.7),
        ("Tokyo", 139.7, 35.7),
        ("Sydney", 151.2, -33.9),
        ("the antipode of Kidal", -178.590_79, -18.443_45),
    ] {
        let at = LonLat::saturating(lon, lat);
        row(
            name,
            1e6,
            fastest(|| {
                black_box(indexes.all(at));
            }),
        );
    }
}

/// The border line of a country, with its gaps closed: good enough to be timed.
fn line(borders: &Borders, country: Country) -> LineString {
    let border = borders.of(country);
    let vertices = border.stretches.iter().flat_map(|stretch| border.line(stretch));
    vertices.map(|&vertex| Point::from(vertex)).collect()
}

/// The nearest point by `geo` alone: on a sphere, every edge in turn, then the geodesic to it.
fn by_geo(line: &LineString, at: LonLat) -> Option<f64> {
    let at = Point::from(at);
    match line.haversine_closest_point(&at) {
        Closest::SinglePoint(foot) | Closest::Intersection(foot) => {
            Some(Geodesic.distance(at, foot))
        }
        Closest::Indeterminate => None,
    }
}

fn rstar_in_degrees(borders: &Borders, country: Country) -> RTree<Line<[f64; 2]>> {
    let line = line(borders, country);
    let edges = line.lines().map(|edge| Line::new(edge.start.into(), edge.end.into()));
    RTree::bulk_load(edges.collect())
}

/// The nearest edge as if degrees were metres, and the geodesic to its nearest point.
fn by_rstar(tree: &RTree<Line<[f64; 2]>>, at: LonLat) -> Option<Metres> {
    let here = [at.lon(), at.lat()];
    let edge = tree.nearest_neighbor(&here)?;
    let [lon, lat] = edge.nearest_point(&here);
    Some(geodesic::distance_and_bearing(at, LonLat::saturating(lon, lat)).distance)
}
