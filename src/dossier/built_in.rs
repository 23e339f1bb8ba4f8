//! Which dossier is part of the program.

use std::collections::BTreeMap;

macro_rules! embedded {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("../../assets/dossier/", $name)))),+]
    };
}

/// The files of the built-in dossier by name.
pub(super) fn files() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from(embedded! {
        "dossier.toml" "excerpts.toml" "places.toml" "events.toml" "claims.toml" "actors.toml"
        "scenes.toml"
    })
}
