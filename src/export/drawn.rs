//! Whose data a picture shows.

use crate::dossier::Layer;
use crate::geodata::{GeodataError, Manifest};
use crate::state::{AppState, Base, open_archive};

/// The files of the ground that are drawn as `state` has it. Borders are always among them: what is
/// measured is measured from them.
fn files(state: &AppState) -> Vec<&'static str> {
    let (base, layers) = (&state.session.base.shown, &state.session.layers);
    let has_ground = matches!(base, Base::Relief | Base::Plain);
    let drawn = [
        ("borders.bin", true),
        ("basemap.pmtiles", true),
        ("countries.bin", true),
        ("ground.bin", has_ground),
        ("relief.jpg", *base == Base::Relief && layers.relief.share() > 0.0),
        ("water.bin", layers.shows(Layer::Water)),
        ("regions.bin", layers.shows(Layer::Regions)),
        ("places.bin", layers.shows(Layer::Towns)),
        ("airports.bin", layers.shows(Layer::Airports)),
        ("physical.bin", layers.shows(Layer::Features)),
    ];
    drawn.into_iter().filter(|(_, is_drawn)| *is_drawn).map(|(file, _)| file).collect()
}

/// The credits, with licences and dates, of all that is drawn as `state` has it: the reader's
/// archive last.
///
/// # Errors
/// When the list of sources is damaged.
pub(super) fn credits(state: &AppState) -> Result<Vec<String>, GeodataError> {
    let mut credits = Manifest::embedded()?.credits_of(&files(state));
    credits.extend(open_archive(state).map(|info| info.credit().to_owned()));
    Ok(credits)
}
