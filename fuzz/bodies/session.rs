//! What holds of a session that is read, and of who may be asked for tiles, whatever the file was like.

use sahel_map::dossier::Dossier;
use sahel_map::shell::session_of;
use sahel_map::state::online::KeptOnline;
use sahel_map::state::{AppState, Session, World, selectors};
use std::sync::{Arc, LazyLock};

#[path = "../../tests/support/invariants.rs"]
mod invariants;

static WORLD: LazyLock<Arc<World>> =
    LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));

pub(crate) fn run(data: &[u8]) -> bool {
    if let Ok(kept) = serde_json::from_slice::<KeptOnline>(data) {
        let written = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<KeptOnline>(&written).unwrap(), kept, "{written}");
    }
    let Some(read) = session_of(data) else { return false };
    // As the window begins with it: what cannot be is mended.
    let state = AppState::new(WORLD.clone(), read);
    invariants::check(&state);
    let kept = serde_json::to_string(selectors::kept(&state)).unwrap();
    assert_eq!(&serde_json::from_str::<Session>(&kept).unwrap(), selectors::kept(&state), "{kept}");
    // Mended once, it is as it has to be.
    let again = AppState::new(WORLD.clone(), serde_json::from_str(&kept).unwrap());
    assert_eq!(again.session, state.session);
    true
}
