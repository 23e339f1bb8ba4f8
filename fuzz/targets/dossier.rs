//! Does any dossier, in its files or in one, break the reading of it?
#![no_main]

#[path = "../bodies/dossier.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    body::run(data);
});
