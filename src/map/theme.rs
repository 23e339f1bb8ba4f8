//! Which colour each role has: dark, light, and in high contrast for projectors.

use crate::dossier::Kind;
use crate::geodata::Country;
use crate::state::Shade;
use egui::Color32;
use egui::epaint::Shadow;
use serde::{Deserialize, Deserializer, de};
use std::sync::Arc;

/// The colours of one theme, by role, as `assets/theme/` has them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Colours of the map.
    pub map: MapColors,
    /// Colours of the panels and controls.
    pub ui: UiColors,
}

/// A theme file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("reading the {name} theme")]
pub struct ThemeError {
    name: &'static str,
    source: toml::de::Error,
}

macro_rules! colors {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $role:ident,)* } $($(#[$edoc:meta])* $extra:ident: $ty:ty,)*) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$doc])* #[serde(deserialize_with = "color")] pub $role: Color32,)*
            $($(#[$edoc])* pub $extra: $ty,)*
        }
    };
}

colors! {
    /// Colours of the map, by role.
    MapColors {
        /// Sea.
        sea,
        /// Land outside the four countries.
        outside,
        /// Shore, 1 point wide.
        coast,
        /// Borders that touch one of the four countries.
        border,
        /// What lies under those borders.
        border_casing,
        /// Borders among the neighbours.
        other_border,
        /// First-level regions' lines.
        region,
        /// Lakes and rivers.
        water,
        /// Rivers that run in a part of the year.
        seasonal_water,
        /// Woods, fields and built-up land of the reader's own archive.
        land_cover,
        /// Roads of the reader's own archive.
        road,
        /// Houses of the reader's own archive.
        building,
        /// Airports and their names.
        airport,
        /// Names of waters.
        water_label,
        /// Names of deserts, mountains and plains.
        physical,
        /// Names of countries and pinned places.
        label,
        /// Names of towns, and second names.
        town,
        /// Names of neighbours.
        neighbour,
        /// Meridians and parallels.
        graticule,
        /// Round each name on the map.
        halo,
    }
    /// Fill of Algeria, Mali, Niger and Burkina Faso.
    tints: [Rgb; 4],
    /// The same four in tables and legends.
    swatches: [Rgb; 4],
    /// How strongly the hillshade shows on the four countries.
    relief: f32,
    /// How strongly it shows outside them.
    relief_outside: f32,
}

colors! {
    /// Colours of panels and controls, by role.
    UiColors {
        /// Ground of panels.
        panel,
        /// Ground of buttons and cards.
        raised,
        /// Ground of fields.
        field,
        /// Ground under the pointer.
        hover,
        /// Ground of the chosen row.
        selected_row,
        /// Lines between sections.
        hairline,
        /// Text.
        text,
        /// Second text.
        muted,
        /// The one accent: selection, measure, links.
        accent,
        /// Text on the accent.
        on_accent,
        /// Ground of ¶ chips, marked words and the chosen segment.
        soft_accent,
        /// Text on it.
        on_soft_accent,
        /// Ground of words that were found.
        found,
        /// Words that were found.
        on_found,
        /// Verdicts that do not fit.
        bad,
        /// Verdicts that fit.
        good,
        /// Shadows.
        shadow,
    }
}

/// An opaque colour in a list of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub Color32);

impl<'de> Deserialize<'de> for Rgb {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        color(deserializer).map(Self)
    }
}

/// Reads `#RRGGBB` or `#RRGGBB 62%`.
fn color<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse_color(&text)
        .ok_or_else(|| de::Error::custom(format!("`{text}` is not `#RRGGBB` or `#RRGGBB 62%`")))
}

fn parse_color(text: &str) -> Option<Color32> {
    let (hex, opacity) = match text.split_once(' ') {
        Some((hex, percent)) => (hex, percent.strip_suffix('%')?.parse::<f32>().ok()? / 100.0),
        None => (text, 1.0),
    };
    let digits = hex.strip_prefix('#').filter(|d| d.len() == 6)?;
    let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some(Color32::from_rgb(r, g, b).gamma_multiply(opacity))
}

impl Theme {
    /// The built-in theme.
    ///
    /// # Errors
    /// When the theme's file lacks a role or has a bad colour; a test holds that it does not.
    pub fn built_in(shade: Shade) -> Result<Arc<Self>, ThemeError> {
        let text = match shade {
            Shade::Dark => include_str!("../../assets/theme/dark.toml"),
            Shade::Light => include_str!("../../assets/theme/light.toml"),
            Shade::Contrast => include_str!("../../assets/theme/contrast.toml"),
        };
        Self::parse(shade, text)
    }

    /// The theme of `shade` as `text` has it.
    ///
    /// # Errors
    /// When the text lacks a role or has a bad colour.
    pub fn parse(shade: Shade, text: &str) -> Result<Arc<Self>, ThemeError> {
        let name = Self::name(shade);
        toml::from_str(text).map(Arc::new).map_err(|source| ThemeError { name, source })
    }

    /// What the theme's file is called, without its ending.
    #[must_use]
    pub const fn name(shade: Shade) -> &'static str {
        match shade {
            Shade::Dark => "dark",
            Shade::Light => "light",
            Shade::Contrast => "contrast",
        }
    }

    /// What a control such as the map's buttons casts.
    #[must_use]
    pub const fn control_shadow(&self) -> Shadow {
        Shadow { offset: [0, 2], blur: 8, spread: 0, color: self.ui.shadow }
    }

    /// What a card above the map casts: notices, the card under the pointer.
    #[must_use]
    pub const fn card_shadow(&self) -> Shadow {
        Shadow { offset: [0, 4], blur: 16, spread: 0, color: self.ui.shadow }
    }

    /// The swatch of a country in tables and legends.
    #[must_use]
    pub fn swatch(&self, country: Country) -> Color32 {
        let [algeria, mali, niger, burkina] = self.map.swatches;
        match country {
            Country::Algeria => algeria.0,
            Country::Mali => mali.0,
            Country::Niger => niger.0,
            Country::BurkinaFaso => burkina.0,
        }
    }
}

/// Fill and glyph colour of a pin: the Okabe-Ito colours, told apart by colour-blind readers,
/// the same in every theme.
#[must_use]
pub const fn pin_colors(kind: Kind) -> (Color32, Color32) {
    const DARK: Color32 = Color32::from_rgb(0x1A, 0x1A, 0x1A);
    match kind {
        Kind::Battle => (Color32::from_rgb(0xD5, 0x5E, 0x00), Color32::WHITE),
        Kind::Seizure => (Color32::from_rgb(0xE6, 0x9F, 0x00), DARK),
        Kind::Coup => (Color32::from_rgb(0xCC, 0x79, 0xA7), DARK),
        Kind::Diplomacy => (Color32::from_rgb(0x56, 0xB4, 0xE9), DARK),
        Kind::Government => (Color32::from_rgb(0x00, 0x9E, 0x73), Color32::WHITE),
        Kind::Mention => (Color32::from_rgb(0x8A, 0x93, 0x9F), Color32::WHITE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2 relative luminance and contrast ratio.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let luminance = |c: Color32| {
            let linear = |v: u8| {
                let v = f64::from(v) / 255.0;
                if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b())
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// What a ratio has to be: WCAG's AA, and AAA for the theme that is for weak eyes.
    const fn least(shade: Shade) -> f64 {
        match shade {
            Shade::Dark | Shade::Light => 4.5,
            Shade::Contrast => 7.0,
        }
    }

    #[test]
    fn text_can_be_read_on_every_surface() {
        for shade in Shade::ALL {
            let ui = &Theme::built_in(shade).unwrap().ui;
            let legible = |ink: Color32, ground: Color32| {
                let ratio = contrast(ink, ground);
                assert!(ratio >= least(shade), "{shade:?}: {ink:?} on {ground:?}: {ratio:.2}");
            };
            for ground in [ui.panel, ui.raised, ui.field, ui.hover, ui.selected_row] {
                legible(ui.text, ground);
                legible(ui.muted, ground);
            }
            legible(ui.on_accent, ui.accent);
            legible(ui.on_soft_accent, ui.soft_accent);
            legible(ui.on_found, ui.found);
            // Letters that were typed, in the list of what the search found.
            for ground in [ui.raised, ui.hover, ui.selected_row] {
                legible(ui.on_soft_accent, ground);
            }
            // What is found is told from the ground that it stands on.
            for ground in [ui.panel, ui.selected_row, ui.accent] {
                let ratio = contrast(ui.found, ground);
                assert!(ratio >= 1.2, "{shade:?}: found on {ground:?}: {ratio:.2}");
            }
            for ground in [ui.panel, ui.raised] {
                legible(ui.bad, ground);
                legible(ui.good, ground);
            }
        }
    }

    /// `over` as it is seen on `ground`.
    fn blended(over: Color32, ground: Color32) -> Color32 {
        let [r, g, b, a] = over.to_array();
        let left = 1.0 - f32::from(a) / 255.0;
        let mix = |over: u8, under: u8| (f32::from(over) + left * f32::from(under)).round() as u8;
        Color32::from_rgb(mix(r, ground.r()), mix(g, ground.g()), mix(b, ground.b()))
    }

    #[test]
    fn names_on_the_map_can_be_read_within_their_halo() {
        for shade in Shade::ALL {
            let map = &Theme::built_in(shade).unwrap().map;
            let mut grounds = map.tints.map(|tint| tint.0).to_vec();
            grounds.extend([map.sea, map.outside]);
            for ground in grounds {
                let under = blended(map.halo, ground);
                for ink in
                    [map.label, map.town, map.neighbour, map.water_label, map.physical, map.airport]
                {
                    let ratio = contrast(ink, under);
                    assert!(ratio >= 4.5, "{shade:?}: {ink:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn colours_are_parsed_with_their_opacity() {
        assert_eq!(parse_color("#0A1018"), Some(Color32::from_rgb(0x0A, 0x10, 0x18)));
        assert_eq!(parse_color("#FFFFFF 50%").map(|c| c.a()), Some(128));
        for bad in ["", "0A1018", "#0A10", "#0A1018 x%", "#0A1018 50", "#GGGGGG"] {
            assert_eq!(parse_color(bad), None, "{bad}");
        }
    }
}
