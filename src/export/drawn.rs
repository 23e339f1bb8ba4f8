//! Whose data a picture shows.

use crate::dossier::Layer;
use crate::geodata::{GeodataError, Manifest};
use crate::state::{AppState, Base, open_tiles};

/// The files of the ground, and whether each is drawn as `state` has it. Borders are always among them: what is
/// measured is measured from them.
fn files(state: &AppState) -> impl Iterator<Item = (&'static str, bool)> {
    let (base, layers) = (&state.session.base.shown, &state.session.layers);
    let is_built_in = matches!(base, Base::Relief | Base::Plain);
    let has_ground = *base != Base::None;
    [
        ("borders.bin", true),
        ("basemap.pmtiles", true),
        ("countries.bin", true),
        ("ground.bin", has_ground),
        ("relief.jpg", *base == Base::Relief && layers.relief.share() > 0.0),
        ("water.bin", layers.shows(Layer::Water)),
        ("rivers.bin", is_built_in && layers.shows(Layer::Water)),
        ("regions.bin", layers.shows(Layer::Regions)),
        ("places.bin", layers.shows(Layer::Towns)),
        ("airports.bin", layers.shows(Layer::Airports)),
        ("physical.bin", layers.shows(Layer::Features)),
    ]
    .into_iter()
}

/// The credits, with licences and dates, of all that is drawn as `state` has it: the reader's
/// archive last.
///
/// # Errors
/// When the list of sources is damaged.
pub(super) fn credits(state: &AppState) -> Result<Vec<String>, GeodataError> {
    let drawn: Vec<&str> = files(state).filter(|(_, drawn)| *drawn).map(|(file, _)| file).collect();
    let mut credits = Manifest::embedded()?.credits_of(&drawn);
    credits.extend(open_tiles(state).map(|info| info.credit().to_owned()));
    Ok(credits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;
    use crate::geodata::Lang;
    use crate::state::{Session, World};
    use std::sync::Arc;

    #[test]
    fn every_file_of_the_ground_is_asked_about() {
        let world = Arc::new(World::new(Dossier::built_in().unwrap()).unwrap());
        let state = AppState::new(world, Session::in_language(Lang::En));
        let mut asked: Vec<&str> = files(&state).map(|(file, _)| file).collect();
        let manifest = Manifest::embedded().unwrap();
        let mut files: Vec<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
        asked.sort_unstable();
        files.sort_unstable();
        assert_eq!(asked, files);
        assert_eq!(credits(&state).unwrap(), manifest.credits_with_licences());
    }
}
