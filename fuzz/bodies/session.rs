//! What holds of a session that is read, whatever the file was like.

use sahel_map::dossier::Dossier;
use sahel_map::state::{AppState, Session, World, selectors};
use std::sync::{Arc, LazyLock};

#[path = "../../tests/support/invariants.rs"]
mod invariants;

static WORLD: LazyLock<Arc<World>> =
    LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));

pub(crate) fn run(data: &[u8]) {
    let Ok(read) = serde_json::from_slice::<Session>(data) else { return };
    let written = serde_json::to_string(&read).unwrap();
    assert_eq!(serde_json::from_str::<Session>(&written).unwrap(), read, "{written}");
    // As the window begins with it: what cannot be is mended.
    let state = AppState::new(WORLD.clone(), read);
    invariants::check(&state);
    let kept = serde_json::to_string(selectors::kept(&state)).unwrap();
    assert_eq!(&serde_json::from_str::<Session>(&kept).unwrap(), selectors::kept(&state), "{kept}");
    // Mended once, it is as it has to be.
    let again = AppState::new(WORLD.clone(), serde_json::from_str(&kept).unwrap());
    assert_eq!(again.session, state.session);
}
