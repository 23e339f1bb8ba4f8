//! What holds of a dossier that was read, whatever its files were like.
//!
//! The data are a dossier in one file, or else the texts of its files one after the other, each behind
//! a line `=== NAME`.

use sahel_map::dossier::{
    Dossier, DossierFiles, FILES, Loaded, MAX_FILE_BYTES, MAX_NOTICES, MAX_RECORDS, When, check,
    parse,
};
use sahel_map::geodata::{Borders, Lang};
use sahel_map::i18n::Words;
use sahel_map::measure::BorderIndexes;
use sahel_map::state::Notice;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

static BORDERS: LazyLock<BorderIndexes> =
    LazyLock::new(|| BorderIndexes::build(&Borders::embedded().unwrap()).unwrap());
static WORDS: LazyLock<[Words; 3]> = LazyLock::new(|| Lang::ALL.map(Words::new));

pub(crate) fn run(data: &[u8]) -> bool {
    if data.starts_with(b"PK") {
        let unpacked = DossierFiles::unpack(data.to_vec(), Path::new("fuzzed.sahelmap"));
        return match unpacked {
            Ok(files) => {
                for name in FILES {
                    assert!(
                        files.text(name).is_none_or(|text| text.len() as u64 <= MAX_FILE_BYTES)
                    );
                }
                let loaded = files.parse();
                loaded.inspect(holds).is_ok()
            }
            Err(error) => {
                assert!(error.to_string().contains("fuzzed.sahelmap"), "{error}");
                false
            }
        };
    }
    let text = String::from_utf8_lossy(data);
    let files = text.split("=== ").filter_map(|file| file.split_once('\n'));
    match parse(&files.collect::<BTreeMap<_, _>>()) {
        Ok(loaded) => {
            holds(&loaded);
            true
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            false
        }
    }
}

/// What a reader of a loaded dossier relies on, whatever the files were like.
fn holds(loaded: &Loaded) {
    let Loaded { dossier, notices, files } = loaded;
    ids_lead_somewhere(dossier);
    words_are_where_they_are_said_to_be(dossier);
    assert!(notices.len() <= MAX_NOTICES);
    for notice in notices.iter().take(3) {
        for words in &*WORDS {
            assert!(!Notice::Record(notice.clone()).words(words).is_empty());
        }
    }
    for claim in dossier.claims.iter().take(2) {
        let _ = check(claim, dossier, &BORDERS);
    }
    is_written_and_read_again(dossier, files);
}

fn ids_lead_somewhere(dossier: &Dossier) {
    let places: BTreeSet<_> = dossier.places.iter().map(|place| &place.id).collect();
    assert!(dossier.places.len() <= MAX_RECORDS);
    assert_eq!(places.len(), dossier.places.len(), "ids are taken once");
    let numbers: BTreeSet<_> = dossier.pins().iter().map(|place| place.number).collect();
    assert_eq!(numbers.len(), dossier.pins().len(), "numbers are taken once");
    assert!(dossier.opens_with.iter().all(|id| places.contains(id)));
    for place in &dossier.places {
        assert!(place.twin.iter().chain(&place.belongs_to).all(|id| places.contains(id)));
        let drawn = place.pin_position().is_some() || dossier.ring_of(place).is_some();
        assert_eq!(drawn, place.precision.radius().is_some(), "{} can be drawn", place.id);
    }
    for event in &dossier.events {
        assert!(event.places.iter().all(|id| places.contains(id)));
        for when in event.when_article.iter().chain(&event.when_context) {
            assert_eq!(When::parse(&when.to_string()).as_ref(), Ok(when));
            assert!(!matches!(when, When::After(id) if dossier.event(id).is_none()));
        }
    }
    assert!(dossier.claims.iter().all(|claim| claim.places.iter().all(|id| places.contains(id))));
    for scene in &dossier.scenes {
        let claim = scene.claim.as_ref();
        assert!(claim.is_none_or(|id| dossier.claim(id).is_some()));
        assert!(scene.places.iter().chain(&scene.distances).all(|id| places.contains(id)));
        assert!(scene.extent.is_none_or(sahel_map::dossier::Extent::is_sound));
    }
}

fn words_are_where_they_are_said_to_be(dossier: &Dossier) {
    let last = dossier.article.paragraphs;
    for excerpt in &dossier.excerpts {
        assert!((1..=last).contains(&excerpt.paragraph));
        for lang in Lang::ALL {
            let text = excerpt.text_in(lang).unwrap_or_default();
            let spans = excerpt.link_spans(lang);
            assert!(spans.iter().all(|(span, _)| text.get(span.clone()).is_some()));
            assert!(lang != Lang::Ar || spans.len() == excerpt.links.len());
            assert!(spans.is_sorted_by(|a, b| a.0.end <= b.0.start));
        }
    }
    assert!(dossier.claims.iter().all(|claim| dossier.quote_of(claim).is_some()));
}

/// What is packed and unpacked is the same dossier, and so is one whose scenes were written.
fn is_written_and_read_again(dossier: &Dossier, files: &DossierFiles) {
    let Ok(packed) = files.packed() else { return };
    let again = DossierFiles::unpack(packed, Path::new("again.sahelmap")).unwrap();
    for name in FILES {
        assert_eq!(again.text(name), files.text(name), "{name}");
    }
    match files.clone().with_scenes(&dossier.scenes) {
        Ok(written) => assert_eq!(written.parse().unwrap().dossier.scenes, dossier.scenes),
        Err(error) => panic!("scenes that were read cannot be written: {error}"),
    }
}
