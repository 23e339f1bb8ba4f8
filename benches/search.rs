//! What a keystroke in the search costs, and the making of its index.
#![allow(clippy::expect_used, missing_docs, reason = "nothing to measure without a world")]

use criterion::{Criterion, criterion_group, criterion_main};
use sahel_map::dossier::Dossier;
use sahel_map::state::World;
use sahel_map::state::search::SearchIndex;
use std::hint::black_box;

fn search(c: &mut Criterion) {
    let world = World::new(Dossier::built_in().expect("dossier")).expect("world");
    let index = world.search_index();
    for typed in ["t", "tin", "tinzawatene", "تنزاواتين", "bordj badji mokhtar", "xqzvbn"]
    {
        c.bench_function(&format!("find {typed}"), |b| b.iter(|| index.find(black_box(typed))));
    }
    let pasted = "tin zaouaten ".repeat(800);
    c.bench_function("find 10 kB", |b| b.iter(|| index.find(black_box(&pasted))));
    c.bench_function("index", |b| {
        b.iter(|| SearchIndex::new(black_box(&world.dossier), black_box(&world.ground)));
    });
}

criterion_group!(benches, search);
criterion_main!(benches);
