//! Does any text break the field of coordinates?
#![no_main]

#[path = "../bodies/coordinates.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    body::run(data);
});
