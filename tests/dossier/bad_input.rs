//! Does each sort of mistake in a file give a message that names file, record, field and cause?

use super::{built_in_files, example_files};
use sahel_map::dossier::{DossierError, Loaded, MAX_RECORDS, Outcome, parse};
use std::collections::BTreeMap;

/// Loads the example with `from` replaced by `to` in `file`.
fn with(file: &str, from: &str, to: &str) -> Result<Loaded, DossierError> {
    let mut files = example_files();
    let text = files[file];
    assert!(text.contains(from), "`{from}` is not in {file}");
    let changed = text.replacen(from, to, 1);
    files.insert(sahel_map::dossier::FILES.into_iter().find(|f| *f == file).unwrap(), &changed);
    parse(&files)
}

/// The notices that the change gives.
fn notices(file: &str, from: &str, to: &str) -> Vec<String> {
    with(file, from, to).unwrap().notices.iter().map(ToString::to_string).collect()
}

/// Each change costs the record it is in, with exactly this message.
fn each_costs_its_record(file: &str, changes: &[(&str, &str, &str)]) {
    for (from, to, message) in changes {
        let Loaded { notices, .. } = with(file, from, to).unwrap();
        let told: Vec<_> = notices.iter().map(ToString::to_string).collect();
        let message = format!("{file}: {message}");
        let at = told.iter().position(|told| *told == message);
        let at = at.unwrap_or_else(|| panic!("wanted\n{message}\ngot\n{told:#?}"));
        assert_eq!(notices[at].outcome, Outcome::RecordLeftOut, "{message}");
    }
}

#[test]
fn a_bad_place_is_told_by_record_and_field() {
    each_costs_its_record(
        "places.toml",
        &[
            ("lat = 14.48434", "lat = 184.4", "place `mopti`: latitude `184.4` is outside -90..90"),
            ("lat = 14.48434", "lat = nan", "place `mopti`: latitude `NaN` is outside -90..90"),
            ("lon = -4.2", "lon = 400", "place `delta`: longitude `400` is outside -180..180"),
            (
                "kind = \"diplomacy\"",
                "kind = \"party\"",
                "place `timbuktu`: `kind` cannot be read: unknown variant `party`, \
             expected one of `battle`, `seizure`, `coup`, `diplomacy`, `government`, `mention`",
            ),
            ("fr = \"Tombouctou\"", "fr = \" \"", "place `timbuktu`: `names.fr` is empty"),
            (
                "fr = \"Tombouctou\", ",
                "",
                "place `timbuktu`: `names` cannot be read: missing field `fr`",
            ),
            (
                "country = \"MLI\"",
                "country = \"Mali\"",
                "place `timbuktu`: `country` cannot be read: `Mali` is not a country \
             code such as `MLI`",
            ),
            ("radius_m = 15000", "", "place `landing`: `radius_m` is missing"),
            (
                "radius_m = 15000",
                "radius_m = -1",
                "place `landing`: `radius_m` has to be more than 0 and at most 1000000 \
             metres",
            ),
            (
                "precision = \"area\"",
                "precision = \"area\"\nposition = { lat = 0, lon = 0 }",
                "place `delta`: `position` is a point, but an area or a country has none",
            ),
            (
                "basis = \"context\"",
                "basis = \"context\"\nparagraphs = [1]",
                "place `sevare`: `paragraphs` is given, but context is what the article \
             does not say",
            ),
            (
                "paragraphs = [1, 2]",
                "paragraphs = [1, 3]",
                "place `timbuktu`: `paragraphs` is ¶3; the article has ¶1 to ¶2",
            ),
        ],
    );
}

#[test]
fn a_bad_excerpt_is_told_by_record_and_field() {
    each_costs_its_record(
        "excerpts.toml",
        &[
            ("paragraph = 1\n", "", "excerpt `p1`: `paragraph` is missing"),
            (
                "paragraph = 1\n",
                "paragraph = 0\n",
                "excerpt `p1`: `paragraph` is ¶0; the article has ¶1 to ¶2",
            ),
            ("id = \"p1\"", "", "excerpt 1: `id` is missing"),
            (
                "id = \"p1\"",
                "id = \"P 1\"",
                "excerpt `P 1`: `id` cannot be read: `P 1` is not an id: use 1 to 64 \
             of a-z, 0-9 and `-`, beginning and ending with a letter or a digit",
            ),
        ],
    );
}

#[test]
fn a_bad_event_is_told_by_record_and_field() {
    each_costs_its_record(
        "events.toml",
        &[
            (
                "\"early 2025-08\"",
                "\"August 2025\"",
                "event `departure`: `when_article`: `August 2025` is not a date: write \
             2024, 2024-07, 2024-07-25, `late 2024-07`, 2024-07-25/2024-07-27, ../2023 or `after \
             EVENT`",
            ),
            (
                "\"2025-08-04\"",
                "\"2025-02-30\"",
                "event `departure`: `when_context`: `2025-02-30` is not a date: the \
             calendar has no such day or month",
            ),
        ],
    );
}

#[test]
fn a_bad_claim_is_told_by_record_and_field() {
    each_costs_its_record(
        "claims.toml",
        &[
            (
                "280 كيلومترًا",
                "180 كيلومترًا",
                "claim `distance-to-border`: `quote` has the words `على بعد 180 كيلومترًا \
             من حدود بوركينا فاسو`, which no excerpt of ¶2 has",
            ),
            (
                "to_border_of = \"BFA\"",
                "to_border_of = \"LBY\"",
                "claim `distance-to-border`: `distance.to_border_of` has to be one of \
             DZA, MLI, NER, BFA",
            ),
            (
                "\"up to 80\"",
                "\"about 80\"",
                "claim `passengers`: `count` cannot be read: `about 80` is not an \
             amount: write 50, `up to 50`, `at least 50`, `dozens` or `hundreds`",
            ),
            (
                "[claim.distance]",
                "[claim.length]",
                "claim `distance-to-border`: `distance` is missing, and so is `count`: \
             what is claimed?",
            ),
        ],
    );
}

#[test]
fn a_record_that_is_left_out_takes_only_what_needs_it() {
    // Without Mopti: the link to it, the event's place and the twin go, and nothing else.
    assert_eq!(
        notices("places.toml", "lat = 14.48434", "lat = 184.4"),
        [
            "excerpts.toml: excerpt `p1`: `links` names the place `mopti`, which is not in this \
             dossier",
            "places.toml: place `mopti`: latitude `184.4` is outside -90..90",
            "places.toml: place `sevare`: `twin` names the other place `mopti`, which is not in \
             this dossier",
            "events.toml: event `departure`: `places` names the place `mopti`, which is not in \
             this dossier",
            "scenes.toml: scene `overview`: `places` names the place `mopti`, which is not in \
             this dossier",
        ]
    );
    let Loaded { dossier, .. } = with("places.toml", "lat = 14.48434", "lat = 184.4").unwrap();
    assert_eq!((dossier.places.len(), dossier.excerpts.len(), dossier.events.len()), (5, 2, 2));
}

#[test]
fn what_points_nowhere_is_told() {
    let cases = [
        (
            "events.toml",
            "places = [\"mopti\"]",
            "places = [\"atlantis\"]",
            "events.toml: event `departure`: `places` names the place `atlantis`, which is not in \
             this dossier",
        ),
        (
            "events.toml",
            "actors = [\"company\"]",
            "actors = [\"nobody\"]",
            "events.toml: event `departure`: `actors` names the actor `nobody`, which is not in \
             this dossier",
        ),
        (
            "events.toml",
            "after departure",
            "after lunch",
            "events.toml: event `arrival`: `when_article` names the event `lunch`, which is not \
             in this dossier",
        ),
        (
            "places.toml",
            "belongs_to = \"timbuktu\"",
            "belongs_to = \"delta\"",
            "places.toml: place `landing`: `belongs_to` names the place with a position `delta`, \
             which is not in this dossier",
        ),
        (
            "excerpts.toml",
            "text = \"موبتي\"",
            "text = \"موبت\"",
            "excerpts.toml: excerpt `p1`: `links` has the words `موبت`, which no excerpt of ¶1 has",
        ),
        (
            "excerpts.toml",
            "nth = 1",
            "nth = 2",
            "excerpts.toml: excerpt `p1`: `links` has the words `تمبكتو`, which no excerpt of ¶1 \
             has",
        ),
        (
            "excerpts.toml",
            "text = \"موبتي\"",
            "text = \"تمبكتو\"",
            "excerpts.toml: excerpt `p1`: `links`: `تمبكتو` is taken by an earlier one",
        ),
        (
            "dossier.toml",
            "opens_with = \"timbuktu\"",
            "opens_with = \"atlantis\"",
            "dossier.toml: `opens_with` names the place `atlantis`, which is not in this dossier",
        ),
    ];
    for (file, from, to, message) in cases {
        let told = notices(file, from, to);
        assert!(told.iter().any(|n| n == message), "wanted\n{message}\ngot\n{told:#?}");
    }
}

#[test]
fn an_event_after_one_that_is_left_out_is_left_out_too() {
    let Loaded { dossier, .. } = with("events.toml", "paragraph = 1", "paragraph = 9").unwrap();
    assert_eq!(dossier.events, [], "`arrival` would read as if no date were given");
}

#[test]
fn without_its_opening_place_the_lowest_number_opens() {
    let Loaded { dossier, .. } = with("dossier.toml", "\"timbuktu\"", "\"atlantis\"").unwrap();
    assert_eq!(dossier.opens_with.unwrap().as_str(), "mopti");
}

#[test]
fn what_is_taken_stays_with_the_first() {
    assert!(notices("places.toml", "id = \"sevare\"", "id = \"mopti\"").contains(
        &"places.toml: place `mopti`: `id`: `mopti` is taken by an earlier one".to_owned()
    ));
    assert_eq!(
        notices("places.toml", "number = 1", "number = 2"),
        ["places.toml: place `mopti`: `number`: `2` is taken by an earlier one"]
    );
}

#[test]
fn a_scene_says_what_is_wrong_with_it() {
    let told = |from: &str, to: &str| notices("scenes.toml", from, to);
    for (from, to, said) in [
        ("south = 13.5", "south = 18.5", "`extent` has to have south below north"),
        ("lon = -4.2", "lon = 200", "longitude `200` is outside -180..180"),
        ("{ place = \"timbuktu\", title", "{ title", "`callouts` has an entry without a `place`"),
        ("distances = \"timbuktu\"", "distances = \"nowhere\"", "`distances` names the place"),
        ("claim = \"distance", "claim = \"no-distance", "`claim` names the claim `no-distance"),
        ("excerpt = \"p1\"", "excerpt = \"p9\"", "`excerpt` names the excerpt `p9`"),
        ("ar = \"غادرت موبتي", "ar = \"غادرت كيدال", "which no excerpt of ¶1 has"),
        ("layers = [\"graticule\"]", "layers = [\"grid\"]", "`layers` cannot be read"),
    ] {
        let notices = told(from, to);
        assert!(notices.iter().any(|notice| notice.contains(said)), "{said}: {notices:?}");
    }
}

#[test]
fn an_unknown_field_is_told_and_costs_only_itself() {
    let known = "`id`, `title`, `text`, `excerpt`, `quote`, `events`, `extent`, `places`, \
                 `distances`, `claim`, `layers`, `callouts`";
    assert_eq!(
        notices("scenes.toml", "id = \"overview\"", "id = \"overview\"\ncolour = \"red\""),
        [format!("scenes.toml: scene `overview`: `colour` is not known here; known are {known}")]
    );
    assert_eq!(
        notices("scenes.toml", "[[scene]]", "[[scenes]]"),
        ["scenes.toml: `scenes` is not known here; known are [[scene]]"]
    );
    let Loaded { dossier, notices, .. } = with("places.toml", "number = 2", "nummer = 2").unwrap();
    assert_eq!(dossier.places.len(), 6);
    assert_eq!(notices[0].field.as_deref(), Some("nummer"));
    assert_eq!(notices[0].outcome, Outcome::FieldLeftOut);
}

#[test]
fn a_list_that_is_no_list_is_told() {
    assert_eq!(
        notices("scenes.toml", "[[scene]]", "[scene]"),
        ["scenes.toml: `scene` cannot be read: write [[scene]]"]
    );
    let mut files = example_files();
    files.insert("scenes.toml", "scene = [1]");
    let told: Vec<_> = parse(&files).unwrap().notices.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["scenes.toml: scene 1: `scene` cannot be read: write [[scene]]"]);
}

#[test]
fn records_beyond_the_limit_are_left_out_and_told() {
    let scene =
        |n| format!("[[scene]]\nid = \"s{n}\"\ntitle = {{ ar = \"م\", fr = \"s\", en = \"s\" }}\n");
    let text: String = (0..=MAX_RECORDS).map(scene).collect();
    let mut files = built_in_files();
    files.insert("scenes.toml", &text);
    let Loaded { dossier, notices, .. } = parse(&files).unwrap();
    assert_eq!(dossier.scenes.len(), MAX_RECORDS);
    assert_eq!(
        notices[0].to_string(),
        "scenes.toml: `scene` has 2001 entries; those after the first 2000 are left out"
    );
}

#[test]
fn files_may_be_missing_but_not_the_first_and_strangers_are_told() {
    let head = example_files()["dossier.toml"].replace("opens_with = \"timbuktu\"", "");
    let alone = parse(&BTreeMap::from([("dossier.toml", head.as_str())])).unwrap();
    assert_eq!(alone.notices, []);
    assert_eq!((alone.dossier.places.len(), alone.dossier.opens_with), (0, None));

    let mut files = example_files();
    files.insert("place.toml", "");
    let told = &parse(&files).unwrap().notices[0];
    assert!(
        told.to_string().starts_with("place.toml: is not known here; known are `dossier.toml`")
    );
}

#[test]
fn a_head_that_cannot_be_used_is_an_error() {
    let cases = [
        (
            "format = 1 ",
            "format = 2 ",
            "`dossier.toml`: `format` is `2`; this program reads format 1",
        ),
        ("format = 1 ", "", "`dossier.toml`: `format` is missing; this program reads format 1"),
        (
            "genre = \"report\"",
            "genre = \"poem\"",
            "`dossier.toml`: article: `genre` cannot be read: unknown variant \
             `poem`, expected one of `opinion`, `report`, `analysis`",
        ),
        (
            "paragraphs = 2",
            "paragraphs = 0",
            "`dossier.toml`: article: `paragraphs` has to be 1 or more",
        ),
        ("id = \"ferry-2025\"", "", "`dossier.toml`: `id` is missing"),
        ("title = {", "title = ", "`dossier.toml` is not TOML: line 4, column 13: "),
    ];
    for (from, to, message) in cases {
        let error = with("dossier.toml", from, to).unwrap_err().to_string();
        assert!(error.starts_with(message), "wanted\n{message}\ngot\n{error}");
    }
}
