//! Do the schemas have the fields that the program reads, and no others?

use super::{built_in_files, example_files};
use sahel_map::dossier::{Problem, parse};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use toml::{Table, Value};

const SCHEMAS: [(&str, &str, &str); 7] = [
    ("dossier.toml", "", include_str!("../../assets/dossier/schema/dossier.json")),
    ("excerpts.toml", "excerpt", include_str!("../../assets/dossier/schema/excerpts.json")),
    ("places.toml", "place", include_str!("../../assets/dossier/schema/places.json")),
    ("events.toml", "event", include_str!("../../assets/dossier/schema/events.json")),
    ("claims.toml", "claim", include_str!("../../assets/dossier/schema/claims.json")),
    ("actors.toml", "actor", include_str!("../../assets/dossier/schema/actors.json")),
    ("scenes.toml", "scene", include_str!("../../assets/dossier/schema/scenes.json")),
];

/// The schema that `schema` points to, or itself.
fn resolve<'s>(root: &'s Json, schema: &'s Json) -> &'s Json {
    match schema.get("$ref").and_then(Json::as_str) {
        Some(reference) => root.pointer(reference.strip_prefix('#').unwrap()).unwrap(),
        None => schema,
    }
}

/// Checks that every key of `value` is in the schema, required ones are there, and enumerated
/// texts are one of the values.
fn check(root: &Json, schema: &Json, value: &Value, path: &str) {
    let schema = resolve(root, schema);
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                let path = format!("{path}.{key}");
                let property = &schema["properties"][key];
                assert!(property.is_object(), "{path} is not in the schema");
                check(root, property, value, &path);
            }
            for key in schema["required"].as_array().into_iter().flatten() {
                assert!(table.contains_key(key.as_str().unwrap()), "{path} lacks {key}");
            }
        }
        Value::Array(items) => {
            for item in items {
                check(root, &schema["items"], item, &format!("{path}[]"));
            }
        }
        Value::String(text) => {
            let allowed = schema["enum"].as_array();
            assert!(allowed.is_none_or(|a| a.contains(&text.as_str().into())), "{path} = {text}");
        }
        _ => {}
    }
}

#[test]
fn the_built_in_dossier_and_the_example_follow_the_schemas() {
    for (file, _, schema) in SCHEMAS {
        let schema: Json = serde_json::from_str(schema).unwrap();
        for files in [built_in_files(), example_files()] {
            let table: Table = files[file].parse().unwrap();
            check(&schema, &schema, &Value::Table(table), file);
        }
    }
}

/// All property names of a schema, those of its parts too.
fn properties(root: &Json, schema: &Json, found: &mut BTreeSet<String>) {
    let schema = resolve(root, schema);
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        found.insert(key.clone());
        properties(root, property, found);
    }
    if schema["items"].is_object() {
        properties(root, &schema["items"], found);
    }
}

fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn the_example_has_every_field_of_the_schemas() {
    for (file, _, schema) in SCHEMAS {
        let schema: Json = serde_json::from_str(schema).unwrap();
        let (mut described, mut written) = (BTreeSet::new(), BTreeSet::new());
        properties(&schema, &schema, &mut described);
        keys(&Value::Table(example_files()[file].parse().unwrap()), &mut written);
        assert_eq!(described, written, "{file}");
    }
}

/// What the program knows of a record, as it lists it when it meets a field it does not know.
#[test]
fn the_program_reads_the_fields_of_the_schemas_and_no_others() {
    for (file, kind, schema) in SCHEMAS {
        let schema: Json = serde_json::from_str(schema).unwrap();
        let mut files = example_files();
        let text = files[file];
        let marked = if kind.is_empty() {
            text.replacen("[article]", "stranger = 1\n[article]\nstranger = 1", 1)
        } else {
            text.replacen(&format!("[[{kind}]]"), &format!("[[{kind}]]\nstranger = 1"), 1)
        };
        files.insert(file, &marked);
        let notices = parse(&files).unwrap().notices;
        let known: Vec<BTreeSet<&str>> = notices
            .iter()
            .map(|notice| match &notice.problem {
                Problem::Unknown { known } => {
                    known.split(", ").map(|word| word.trim_matches('`')).collect()
                }
                other => panic!("{other}"),
            })
            .collect();
        let of = |schema: &'_ Json| -> BTreeSet<String> {
            schema["properties"].as_object().unwrap().keys().cloned().collect()
        };
        let described = if kind.is_empty() {
            vec![of(&schema), of(&schema["properties"]["article"])]
        } else {
            vec![of(&schema["properties"][kind]["items"])]
        };
        for (mut described, known) in described.into_iter().zip(&known) {
            // The format is read before anything else can be.
            described.remove("format");
            assert!(described.iter().eq(known.iter()), "{file}: {described:?} {known:?}");
        }
    }
}
