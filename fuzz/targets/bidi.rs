//! Does any text break what sets and edits it?
#![no_main]

#[path = "../bodies/bidi.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    body::run(data);
});
