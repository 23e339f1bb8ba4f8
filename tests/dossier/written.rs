//! Is a scene that was written read back as it was?

use super::{built_in, example_files};
use sahel_map::dossier::{Callout, CalloutAt, Layer, Scene, parse};
use sahel_map::geodata::{LonLat, Names};

/// A file of one scene, as `scenes.toml` begins.
#[derive(serde::Serialize, serde::Deserialize)]
struct Scenes {
    scene: Vec<Scene>,
}

/// A text in which everything stands that a format may trip over.
pub(crate) fn awkward() -> Names {
    let text = "“12” \"miles\" \\ '''\n\"\"\"\r\n\t{ar} = [1] # \u{202e}كيدال\u{0}\u{7f} ";
    Names { ar: text.to_owned(), fr: format!("{text}é"), en: format!("{text}\n") }
}

/// The built-in scenes, the example's, and one that has every field and awkward texts.
pub(crate) fn scenes() -> Vec<Scene> {
    let mut scenes = built_in().scenes;
    scenes.extend(parse(&example_files()).unwrap().dossier.scenes);
    let mut all = scenes.iter().find(|scene| scene.quote.is_some()).unwrap().clone();
    all.id = "all".parse().unwrap();
    all.title = awkward();
    all.text = Some(awkward());
    all.layers = Layer::ALL.to_vec();
    let spot = LonLat::new(-1.234_567_890_123_4, 1e-7).unwrap();
    all.callouts = vec![
        Callout { at: CalloutAt::Spot(spot), title: awkward(), note: Some(awkward()) },
        Callout { at: CalloutAt::Place(all.places[0].clone()), title: awkward(), note: None },
    ];
    scenes.push(all);
    scenes
}

#[test]
fn a_scene_is_read_back_from_json_and_toml_as_it_was() {
    for scene in scenes() {
        let json = serde_json::to_string(&scene).unwrap();
        assert!(!json.contains("null") && !json.contains("[]"), "{json}");
        assert_eq!(serde_json::from_str::<Scene>(&json).unwrap(), scene);
        let written = toml::to_string(&Scenes { scene: vec![scene.clone()] }).unwrap();
        assert_eq!(toml::from_str::<Scenes>(&written).unwrap().scene, [scene]);
    }
}

#[test]
fn json_has_a_scene_as_the_file_of_scenes_has_it() {
    let files = example_files();
    let table: toml::Table = files["scenes.toml"].parse().unwrap();
    let scene = &parse(&files).unwrap().dossier.scenes[0];
    let json = serde_json::to_value(&table["scene"][0]).unwrap();
    assert_eq!(serde_json::to_value(scene).unwrap(), json);
    assert_eq!(&serde_json::from_value::<Scene>(json).unwrap(), scene);
}

#[test]
fn a_scene_that_cannot_be_is_not_read() {
    let title = r#""id":"a","title":{"ar":"ا","fr":"a","en":"a"}"#;
    let callout = r#"{"place":"kidal","title":{"ar":"ا","fr":"a","en":"a"}}"#;
    for (field, reason) in [
        (r#""extent":{"south":2,"west":0,"north":1,"east":1}"#.to_owned(), "south below north"),
        (r#""places":["Not an id"]"#.to_owned(), "is not an id"),
        (r#""excerpts":"p1""#.to_owned(), "unknown field `excerpts`"),
        (format!(r#""callouts":[{}]"#, [callout; 8].join(",")), "more than 7"),
        (r#""callouts":[{"title":{"ar":"ا","fr":"a","en":"a"}}]"#.to_owned(), "without a `place`"),
        (
            r#""callouts":[{"at":{"lat":91,"lon":0},"title":{"ar":"","fr":"","en":""}}]"#
                .to_owned(),
            "latitude `91` is outside",
        ),
    ] {
        let error = serde_json::from_str::<Scene>(&format!("{{{title},{field}}}")).unwrap_err();
        assert!(error.to_string().contains(reason), "{error}");
    }
    let unfinished = r#"{"id":"a","title":{"ar":"","fr":"a","en":""}}"#;
    assert!(serde_json::from_str::<Scene>(unfinished).is_ok(), "a scene may be half written");
}
