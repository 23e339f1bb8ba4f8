//! A panic on demand, in debug builds: so that what follows one can be seen.

/// The variable that asks for one, and at which moment: `frame` (the first), `rest` (when the window
/// has come to rest) or `work` (then, on another thread).
const VARIABLE: &str = "SAHEL_MAP_PANIC";

/// Panics at the `moment` that was asked for.
pub(super) fn panic_at(moment: &str) {
    let asked = std::env::var(VARIABLE).unwrap_or_default();
    assert!(asked != moment, "asked for with `words of the reader's` and \"more of them\"");
}
