//! Does any vector tile break what draws it?
#![no_main]

#[path = "../bodies/mvt.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    body::run(data);
});
