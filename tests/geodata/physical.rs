//! Are deserts, mountains, plains and waters named in three languages, along curves that make sense?

use super::kilometres;
use sahel_map::geodata::{LonLat, Physical, PhysicalFeature, PhysicalKind};
use std::collections::HashSet;

fn features() -> Vec<PhysicalFeature> {
    Physical::embedded().expect("the names of the ground").features
}

fn feature(english: &str) -> PhysicalFeature {
    let found = features().into_iter().find(|f| f.names.en == english);
    found.unwrap_or_else(|| panic!("no `{english}`"))
}

#[test]
fn each_feature_is_named_once_and_in_three_languages() {
    let features = features();
    assert_eq!(features.len(), 55);
    let arabic = |c: char| matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | ' ');
    let mut seen = HashSet::new();
    for PhysicalFeature { names, kind, .. } in &features {
        assert!(!names.ar.is_empty() && names.ar.chars().all(arabic), "{names:?}");
        for latin in [&names.fr, &names.en] {
            assert!(latin.starts_with(char::is_uppercase), "{names:?}");
            assert!(!latin.contains('\'') && latin.trim() == latin, "{names:?}");
        }
        for name in [&names.ar, &names.fr, &names.en] {
            let once = seen.insert((*kind, name.clone())) || names.fr == names.en;
            assert!(once, "`{name}` is named twice");
        }
    }
}

#[test]
fn what_the_article_names_is_left_to_the_dossier() {
    assert!(features().iter().all(|f| f.names.en != "Azawad"));
}

#[test]
fn curves_are_simple_and_stand_within_the_map() {
    for PhysicalFeature { names, stretches, .. } in features() {
        assert!(!stretches.is_empty(), "{names:?}");
        for stretch in stretches {
            assert!((2..=8).contains(&stretch.through.len()), "{names:?}");
            let inside =
                |p: &LonLat| (-30.0..=40.0).contains(&p.lon()) && (-5.0..=50.0).contains(&p.lat());
            assert!(stretch.through.iter().all(inside), "{names:?}");
            let length = kilometres(&stretch.through);
            assert!((40.0..1_700.0).contains(&length), "{names:?}: {length} km");
            // A name runs along its curve and does not turn back on it.
            let straight = kilometres(&[stretch.through[0], *stretch.through.last().unwrap()]);
            assert!(straight > 0.75 * length, "{names:?}: {straight} of {length} km");
            assert!(3.0 < stretch.from && stretch.from + 1.0 < stretch.to, "{names:?}");
        }
    }
}

fn between(a: LonLat, b: LonLat, share: f64) -> LonLat {
    let mix = |a: f64, b: f64| a + (b - a) * share;
    LonLat::saturating(mix(a.lon(), b.lon()), mix(a.lat(), b.lat()))
}

#[test]
fn curves_run_through_what_they_name() {
    // Latitude and longitude of a point of it, and how far its name may be, in km.
    let known = [
        ("Hoggar", 23.29, 5.53, 90.0),   // Mount Tahat
        ("Tibesti", 21.04, 16.47, 60.0), // Pic Toussidé
        ("Aïr", 18.0, 8.4, 40.0),        // the Bagzane lies a little east
        ("Ténéré", 17.75, 10.07, 160.0), // the tree
        ("Adrar des Ifoghas", 19.46, 1.9, 60.0),
        ("Inner Niger Delta", 15.3, -4.2, 60.0),
        ("Lake Chad", 13.08, 14.61, 30.0),
        ("Bandiagara Escarpment", 14.46, -3.3, 20.0), // Sangha
        ("Niger", 16.97, -0.9, 15.0),                 // between Timbuktu and Bourem
    ];
    for (english, lat, lon, within) in known {
        let at = LonLat::new(lon, lat).unwrap();
        let nearest = feature(english)
            .stretches
            .iter()
            .flat_map(|stretch| stretch.through.windows(2))
            .flat_map(|leg| (0..=20).map(|i| between(leg[0], leg[1], f64::from(i) / 20.0)))
            .map(|p| kilometres(&[at, p]))
            .fold(f64::INFINITY, f64::min);
        assert!(nearest < within, "{english}: {nearest} km");
    }
}

#[test]
fn water_is_told_from_land() {
    assert!(PhysicalKind::Lake.is_water() && !PhysicalKind::Desert.is_water());
    assert_eq!(feature("Bani").kind, PhysicalKind::River);
    assert_eq!(feature("Gulf of Guinea").kind, PhysicalKind::Sea);
    assert_eq!(feature("Tanezrouft").kind, PhysicalKind::Desert);
}
