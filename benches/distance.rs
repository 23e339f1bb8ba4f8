//! What a border distance costs, beside what `geo` alone would take for it.
#![allow(clippy::expect_used, missing_docs, reason = "nothing to measure without borders")]

use criterion::{Criterion, criterion_group, criterion_main};
use geo::{Closest, Distance, Geodesic, HaversineClosestPoint, LineString, Point};
use sahel_map::geodata::{Borders, Country, LonLat};
use sahel_map::measure::border::BorderIndexes;
use std::hint::black_box;

/// Positions over the theatre, in no order that would favour caches.
fn positions() -> Vec<LonLat> {
    (0..1_024_u32)
        .map(|i| {
            let (x, y) =
                (f64::from(i * 617 % 1_024) / 1_024.0, f64::from(i * 263 % 1_021) / 1_021.0);
            LonLat::saturating(-12.0 + 28.0 * x, 10.0 + 26.0 * y)
        })
        .collect()
}

/// The nearest point by `geo` alone: on a sphere, every edge in turn, then the geodesic to it.
fn by_geo(lines: &[LineString], at: LonLat) -> f64 {
    let at = Point::from(at);
    lines
        .iter()
        .filter_map(|line| match line.haversine_closest_point(&at) {
            Closest::SinglePoint(foot) | Closest::Intersection(foot) => Some(foot),
            Closest::Indeterminate => None,
        })
        .map(|foot| Geodesic.distance(at, foot))
        .fold(f64::INFINITY, f64::min)
}

fn distance(c: &mut Criterion) {
    let borders = Borders::embedded().expect("borders");
    let indexes = BorderIndexes::build(&borders).expect("indexes");
    let mut positions = positions().into_iter().cycle();
    let mut next = || positions.next().expect("a cycle has no end");
    c.bench_function("four borders of a position", |b| b.iter(|| indexes.all(black_box(next()))));
    c.bench_function("country of a position", |b| b.iter(|| indexes.country_at(black_box(next()))));

    let sydney = LonLat::saturating(151.2, -33.9);
    let antipode = LonLat::saturating(-178.6, -18.4);
    let mut far = c.benchmark_group("four borders from afar");
    far.sample_size(10);
    far.bench_function("Sydney", |b| b.iter(|| indexes.all(black_box(sydney))));
    far.bench_function("antipode of Kidal", |b| b.iter(|| indexes.all(black_box(antipode))));
    far.finish();

    let mut build = c.benchmark_group("build");
    build.sample_size(20);
    build.bench_function("four indexes", |b| b.iter(|| BorderIndexes::build(black_box(&borders))));
    build.finish();

    let lines: Vec<LineString> = Country::ALL
        .into_iter()
        .map(|country| borders.of(country).ring.iter().map(|&vertex| Point::from(vertex)).collect())
        .collect();
    let mut alone = c.benchmark_group("geo alone, on a sphere");
    alone.sample_size(10);
    alone.bench_function("four borders of a position", |b| {
        b.iter(|| by_geo(&lines, black_box(next())));
    });
    alone.finish();
}

criterion_group!(benches, distance);
criterion_main!(benches);
