//! Many points that are always the same: for tests, benches and the example.

use sahel_map::dossier::Kind;
use sahel_map::geodata::LonLat;
use sahel_map::map::points::{MapPoint, PointId};
use sahel_map::state::THEATRE;

/// The random numbers of a seed: `SplitMix64` (Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    /// The next, 0 to less than 1.
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn anywhere(&mut self) -> (f64, f64) {
        let across = THEATRE.west + self.roll() * (THEATRE.east - THEATRE.west);
        (across, THEATRE.south + self.roll() * (THEATRE.north - THEATRE.south))
    }

    /// Battles most often, then what is only named.
    fn kind(&mut self) -> Kind {
        match (10.0 * self.roll()) as u32 {
            0..4 => Kind::Battle,
            4 => Kind::Seizure,
            5 => Kind::Coup,
            6 => Kind::Diplomacy,
            7 => Kind::Government,
            _ => Kind::Mention,
        }
    }
}

/// `count` points over the theatre, every second one crowded about one of some spots; the same for
/// the same `seed`.
pub(crate) fn generated(count: u32, seed: u64) -> Vec<MapPoint> {
    let mut dice = Dice(seed);
    let spots: Vec<(f64, f64)> =
        (0..(count / 500).clamp(1, 400)).map(|_| dice.anywhere()).collect();
    let point = |id| {
        let (mut lon, mut lat) = dice.anywhere();
        if dice.roll() < 0.5 {
            let spot = (dice.roll() * spots.len() as f64) as usize;
            // Near the spot more often than far.
            let (far, turn) = (1.5 * dice.roll().powi(3), std::f64::consts::TAU * dice.roll());
            (lon, lat) = (spots[spot].0 + far * turn.cos(), spots[spot].1 + far * turn.sin());
        }
        MapPoint { id: PointId(id), at: LonLat::saturating(lon, lat), kind: dice.kind() }
    };
    (0..count).map(point).collect()
}
