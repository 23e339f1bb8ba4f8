//! What a reader does about tiles from the network, and what the shell answers to it.

use super::chance::Chance;
use sahel_map::state::online::{
    CacheLimit, OPEN_STREET_MAP, OnlineAction, Template, Traffic, Trouble,
};
use sahel_map::state::{Action, AppState, Effect, Schema, TileKind};

/// Addresses of two hosts, two of them of one, and one of this computer.
const ADDRESSES: &[&str] = &[
    "https://a.example.org/{z}/{x}/{y}.png",
    "https://a.example.org/other/{z}/{x}/{y}.png?key=1",
    "https://b.example.org/{z}/{x}/{y}.mvt",
    "http://localhost:8080/{z}/{x}/{y}",
];

fn template(chance: &mut Chance) -> Template {
    Template::parse(chance.of(ADDRESSES)).unwrap()
}

/// Anything that can be done, mostly with what is there.
pub(crate) fn any(state: &AppState, chance: &mut Chance) -> OnlineAction {
    let sources: Vec<_> = state.online.sources().collect();
    let name = chance.of(&sources).name;
    let name = if chance.once_in(20) { "none".to_owned() } else { name };
    let host = template(chance).host().clone();
    match chance.below(14) {
        0..=2 => OnlineAction::Show(if chance.is() { OPEN_STREET_MAP.to_owned() } else { name }),
        3..=4 => OnlineAction::Add(template(chance)),
        5..=7 => OnlineAction::Answer { allows: !chance.once_in(4) },
        8 => OnlineAction::Revoke(host),
        9 => OnlineAction::Remove(name),
        10 => OnlineAction::Credit(name, super::actions::text(chance)),
        11 => OnlineAction::SetCacheLimit(CacheLimit::nearest(chance.next() as u16)),
        12 => OnlineAction::EmptyCache,
        _ => OnlineAction::Retry,
    }
}

/// What is seen of the network after this effect.
pub(crate) fn answers(effect: &Effect, chance: &mut Chance) -> Vec<Action> {
    let mut told = Vec::new();
    if let Effect::TrySource(template) = effect {
        let kinds = [TileKind::Raster { side: 256 }, TileKind::Vector(Schema::Other)];
        let kind = if chance.once_in(3) { Err(Trouble::Slow) } else { Ok(chance.of(&kinds)) };
        told.push(OnlineAction::Tried(template.clone(), kind));
    }
    let trouble = chance.of(&[Trouble::Unreachable, Trouble::Busy, Trouble::Refused(403)]);
    let trouble = (template(chance).host().clone(), trouble);
    told.push(OnlineAction::Seen(Traffic {
        requests: chance.next() >> 40,
        asking: Some(template(chance).host().clone()).filter(|_| chance.is()),
        cached: Some(9_000_000),
        trouble: Some(trouble).filter(|_| chance.is()),
    }));
    told.into_iter().map(Action::Online).collect()
}
