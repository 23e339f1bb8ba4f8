//! Does the program's state stay sound whatever is done, in whatever order answers come?
//!
//! `SAHEL_MAP_STORIES` is how many actions are done (else 100,000), `SAHEL_MAP_SEED` where chance
//! begins. What fails is told as the fewest actions that fail.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![expect(clippy::print_stdout, reason = "a story that fails is told")]

#[path = "story/actions.rs"]
mod actions;
#[path = "story/answers.rs"]
mod answers;
#[path = "support/chance.rs"]
mod chance;
#[path = "support/invariants.rs"]
mod invariants;
#[path = "story/kinds.rs"]
mod kinds;
#[path = "story/network.rs"]
mod network;
#[path = "story/player.rs"]
mod player;
#[path = "story/properties.rs"]
mod properties;

use sahel_map::dossier::Dossier;
use sahel_map::state::World;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

/// How many actions a story has: so few that one which fails is soon made shorter, so many that what
/// comes about slowly does come about.
const OF_A_STORY: u64 = 1_000;

static WORLD: LazyLock<Arc<World>> = LazyLock::new(|| {
    let world = World::new(Dossier::built_in().unwrap()).unwrap();
    // As if it had been read from a file: then its scenes can be saved into it.
    Arc::new(world.read_from("/dossiers/mine.sahelmap".into()))
});

fn number_of(variable: &str, else_it_is: u64) -> u64 {
    std::env::var(variable).map_or(else_it_is, |text| text.parse().unwrap())
}

#[test]
fn a_hundred_thousand_actions_leave_the_state_sound() {
    let stories = number_of("SAHEL_MAP_STORIES", 100_000).div_ceil(OF_A_STORY);
    let seed = number_of("SAHEL_MAP_SEED", 20_261_127);
    let seeds: Vec<u64> = (seed..seed + stories).collect();
    let halves = seeds.chunks(seeds.len().div_ceil(2));
    let done: Vec<BTreeSet<&str>> = std::thread::scope(|scope| {
        let players: Vec<_> =
            halves.map(|seeds| scope.spawn(|| player::play(seeds, OF_A_STORY))).collect();
        players.into_iter().map(|player| player.join().unwrap()).collect()
    });
    let done: BTreeSet<&str> = done.into_iter().flatten().collect();
    let missing: Vec<_> = kinds::ALL.iter().filter(|kind| !done.contains(*kind)).collect();
    assert!(missing.is_empty(), "never done: {missing:?}");
}
