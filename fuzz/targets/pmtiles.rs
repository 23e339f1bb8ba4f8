//! Does any archive break what reads the map's tiles out of it?
#![no_main]

#[path = "../bodies/pmtiles.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    body::run(data);
});
