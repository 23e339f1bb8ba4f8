//! What is computed of a claim, and how the readings of its sentence stand to it.

use super::{built_in, built_in_files};
use sahel_map::dossier::{About, Dossier, Finding, Subject, Verdict, WhyNot, check, parse};
use sahel_map::geodata::{Borders, Country};
use sahel_map::measure::{BorderIndexes, LengthUnit, Metres};
use std::sync::LazyLock;

static BORDERS: LazyLock<BorderIndexes> =
    LazyLock::new(|| BorderIndexes::build(&Borders::embedded().unwrap()).unwrap());

/// The built-in dossier with its first claim changed.
fn changed(changes: &[(&str, &str)]) -> Dossier {
    let mut files = built_in_files();
    let mut claims = files["claims.toml"].to_owned();
    for (from, to) in changes {
        assert!(claims.contains(from), "`{from}`");
        claims = claims.replacen(from, to, 1);
    }
    files.insert("claims.toml", &claims);
    let loaded = parse(&files).unwrap();
    assert_eq!(loaded.notices, []);
    loaded.dossier
}

#[track_caller]
fn about(dossier: &Dossier) -> Vec<About> {
    match check(&dossier.claims[0], dossier, &BORDERS).finding {
        Finding::Computed { to_border_of: Country::Algeria, about } => about,
        other => panic!("{other:?}"),
    }
}

fn verdicts(about: &About) -> Vec<(LengthUnit, Verdict)> {
    about.readings.iter().map(|r| (r.reading.unit, r.verdict)).collect()
}

#[test]
fn twelve_miles_do_not_fit_the_town_and_fit_some_of_the_ring() {
    let dossier = built_in();
    let [town, ring] = about(&dossier).try_into().unwrap();
    let (mi, nm) = (LengthUnit::Mi, LengthUnit::Nm);
    assert_eq!(verdicts(&town), [(mi, Verdict::DoesNotFit), (nm, Verdict::DoesNotFit)]);
    assert_eq!(verdicts(&ring), [(mi, Verdict::FitsSomewhere), (nm, Verdict::FitsSomewhere)]);
    let Subject::Town { hit, uncertainty, .. } = town.subject else { panic!("{town:?}") };
    assert!((hit.distance.0 - 328.450_2).abs() < 1e-3, "{hit:?}");
    assert!(uncertainty.place_radius == Metres(1_000.0));
    for (town, ring) in town.readings.iter().zip(&ring.readings) {
        assert_eq!(town.nearest, ring.nearest, "the ring lies about the town");
    }
}

#[test]
fn a_figure_within_the_uncertainty_fits() {
    // The town is 0.3 km from the line, and about 1 km large.
    for (amount, verdict) in [
        ("amount = 0", Verdict::Fits),
        ("amount = 1.3", Verdict::Fits),
        ("amount = 1.5", Verdict::DoesNotFit),
    ] {
        let dossier = changed(&[("amount = 12", amount), ("[\"mi\", \"nm\"]", "[\"km\"]")]);
        assert_eq!(about(&dossier)[0].readings[0].verdict, verdict, "{amount}");
    }
}

#[test]
fn a_figure_beyond_the_ring_fits_none_of_it() {
    let dossier = changed(&[("amount = 12", "amount = 40"), ("[\"mi\", \"nm\"]", "[\"km\"]")]);
    let ring = &about(&dossier)[1];
    assert_eq!(ring.readings[0].verdict, Verdict::DoesNotFit);
    assert!(ring.readings[0].nearest.is_some_and(|site| site.distance > Metres(25_000.0)));
}

#[test]
fn a_figure_deeper_than_the_country_has_no_site() {
    let dossier = changed(&[("amount = 12", "amount = 9000")]);
    for about in about(&dossier) {
        assert!(about.readings.iter().all(|r| r.nearest.is_none()));
        assert!(about.readings.iter().all(|r| r.verdict == Verdict::DoesNotFit));
    }
    assert!(check(&dossier.claims[0], &dossier, &BORDERS).sites().is_none());
}

#[test]
fn what_cannot_be_computed_says_why() {
    let dossier = built_in();
    for claim in &dossier.claims[1..] {
        let checked = check(claim, &dossier, &BORDERS);
        assert_eq!(checked.finding, Finding::NotComputed(WhyNot::Count), "{}", claim.id);
        assert!(checked.sites().is_none());
    }
    let places = "places = [\"tinzaouaten\", \"tinzaouaten-ambush\"]";
    let dossier = changed(&[(places, "places = [\"azawad\"]")]);
    let checked = check(&dossier.claims[0], &dossier, &BORDERS);
    assert_eq!(checked.finding, Finding::NotComputed(WhyNot::NoPoint));
}
