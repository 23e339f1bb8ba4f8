//! What the map draws of all that it can, and how strongly.

use crate::dossier::Layer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How strongly something is drawn, in per cent, in steps of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u8", into = "u8")]
pub struct Strength(u8);

impl Strength {
    /// As the theme has it.
    pub const FULL: Self = Self(100);
    /// From one strength to the next, in per cent.
    pub const STEP: u8 = 5;

    /// The strength nearest to `percent`.
    #[must_use]
    pub fn nearest(percent: f32) -> Self {
        let steps = (percent / f32::from(Self::STEP)).round().clamp(0.0, 20.0);
        Self(steps as u8 * Self::STEP)
    }

    /// In per cent.
    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// From 0 to 1.
    #[must_use]
    pub fn share(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for Strength {
    fn default() -> Self {
        Self::FULL
    }
}

impl From<u8> for Strength {
    fn from(percent: u8) -> Self {
        Self::nearest(percent.into())
    }
}

impl From<Strength> for u8 {
    fn from(strength: Strength) -> Self {
        strength.0
    }
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layers {
    /// The layers that are not as they were at first: so a layer that a later version brings is
    /// as that version has it.
    turned: BTreeSet<Layer>,
    /// How strongly the relief shows.
    pub relief: Strength,
    /// How strongly the four countries stand out from their neighbours.
    pub tints: Strength,
}

impl Layers {
    /// Whether `layer` is drawn.
    #[must_use]
    pub fn shows(&self, layer: Layer) -> bool {
        layer.at_first() != self.turned.contains(&layer)
    }

    /// Draws `layer` or leaves it out.
    pub(super) fn set(&mut self, layer: Layer, shown: bool) {
        if shown == layer.at_first() {
            self.turned.remove(&layer);
        } else {
            self.turned.insert(layer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_turned_off_and_on_and_kept() {
        let mut layers = Layers::default();
        assert!(layers.shows(Layer::Borders) && !layers.shows(Layer::Graticule));
        layers.set(Layer::Borders, false);
        layers.set(Layer::Graticule, true);
        layers.tints = Strength::nearest(42.0);
        let text = serde_json::to_string(&layers).unwrap();
        assert_eq!(text, r#"{"turned":["borders","graticule"],"relief":100,"tints":40}"#);
        assert_eq!(serde_json::from_str::<Layers>(&text).unwrap(), layers);
        for layer in Layer::ALL {
            layers.set(layer, layer.at_first());
        }
        assert_eq!(layers, Layers { tints: layers.tints, ..Layers::default() });
    }

    #[test]
    fn a_strength_is_a_step_between_nothing_and_full() {
        for (given, kept) in [(-3.0, 0), (0.0, 0), (42.4, 40), (42.6, 45), (1e9, 100)] {
            assert_eq!(Strength::nearest(given).percent(), kept);
        }
        assert_eq!(Strength::nearest(f32::NAN).percent(), 0);
    }
}
