//! A text for a busy ground: with a halo, and along any line.

use std::f32::consts::{FRAC_PI_2, PI};
use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{Align2, Color32, Galley, Pos2, Shape};

/// A text and what surrounds it, of one size and origin.
#[derive(Clone)]
pub struct Haloed {
    /// Paint this first, in the halo's colour.
    pub halo: Arc<Galley>,
    /// Paint this over it.
    pub fill: Arc<Galley>,
}

impl Haloed {
    /// What to paint so that the text has its middle at `center` and its line runs at `angle`:
    /// radians clockwise from the horizontal, turned over where it would stand on its head. Halo
    /// first.
    ///
    /// `color` and `halo` are those of a text without a colour of its own.
    pub fn along(&self, center: Pos2, angle: f32, color: Color32, halo: Color32) -> [Shape; 2] {
        let angle = upright(angle);
        let turned = |galley: &Arc<Galley>, color| {
            let corner = center - galley.rect.center().to_vec2();
            let shape = TextShape::new(corner, Arc::clone(galley), color);
            Shape::from(shape.with_angle_and_anchor(angle, Align2::CENTER_CENTER))
        };
        [turned(&self.halo, halo), turned(&self.fill, color)]
    }
}

/// The angle of the same line, above -90 and up to 90 degrees: read from above or from the right.
/// What is no number is level.
fn upright(angle: f32) -> f32 {
    let turned = angle.rem_euclid(PI);
    match turned {
        _ if !turned.is_finite() => 0.0,
        _ if turned > FRAC_PI_2 => turned - PI,
        _ => turned,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_stands_on_its_head() {
        for degrees in
            [-720.0_f32, -179.0, -91.0, -90.0, -45.0, 0.0, 45.0, 90.0, 91.0, 180.0, 270.0]
        {
            let angle = upright(degrees.to_radians());
            assert!((-FRAC_PI_2 - 1e-5..=FRAC_PI_2 + 1e-5).contains(&angle), "{degrees}");
            let turns = (angle - degrees.to_radians()) / PI;
            assert!((turns - turns.round()).abs() < 1e-5, "{degrees}: half turns only");
        }
        assert!(upright(f32::NAN).abs() < 1e-9 && upright(f32::INFINITY).abs() < 1e-9);
    }
}
