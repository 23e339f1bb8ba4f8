//! Every key in all three languages, with the same variables and every plural form.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use sahel_map::geodata::Lang;
use sahel_map::i18n::{FILES, source};
use std::collections::{BTreeMap, BTreeSet};

/// What a message is made of.
#[derive(Default)]
pub(crate) struct Message {
    /// Variables that are shown or counted; not those that only choose a wording.
    variables: BTreeSet<String>,
    /// For each choice by `PLURAL`: whether it is of ordinals, and the forms that are there.
    plurals: Vec<(bool, BTreeSet<String>)>,
    /// The words themselves.
    pub(crate) texts: Vec<String>,
}

/// A language's messages and terms (with their `-`) by key; a key given twice is a failure.
pub(crate) fn messages(lang: Lang) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for (file, text) in FILES.iter().zip(source(lang)) {
        let parsed = fluent_syntax::parser::parse(*text)
            .unwrap_or_else(|(_, errors)| panic!("{}/{file}.ftl: {errors:?}", lang.code()));
        for entry in &parsed.body {
            let (key, pattern) = match entry {
                Entry::Message(m) => (m.id.name.to_owned(), m.value.as_ref()),
                Entry::Term(t) => (format!("-{}", t.id.name), Some(&t.value)),
                _ => continue,
            };
            let mut message = Message::default();
            let pattern = pattern.unwrap_or_else(|| panic!("{}: `{key}` is empty", lang.code()));
            read_pattern(pattern, &mut message);
            let before = messages.insert(key.clone(), message);
            assert!(before.is_none(), "{}: `{key}` is there twice", lang.code());
        }
    }
    messages
}

fn read_pattern(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.texts.push((*value).to_owned()),
            PatternElement::Placeable { expression } => read_expression(expression, message),
        }
    }
}

fn read_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, message),
        Expression::Select { selector, variants } => {
            match selector {
                InlineExpression::FunctionReference { id, arguments } if id.name == "PLURAL" => {
                    let forms = variants.iter().map(|variant| key_of(&variant.key)).collect();
                    message.plurals.push((is_ordinal(arguments), forms));
                    read_inline(selector, message);
                }
                // A choice: it is not shown, and not every language tells the cases apart.
                InlineExpression::VariableReference { .. } => {}
                other => panic!("selects on {other:?}: only PLURAL and variables are understood"),
            }
            for variant in variants {
                read_pattern(&variant.value, message);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| read_inline(argument, message));
        }
        InlineExpression::Placeable { expression } => read_expression(expression, message),
        InlineExpression::StringLiteral { value } => message.texts.push((*value).to_owned()),
        _ => {}
    }
}

fn is_ordinal(arguments: &CallArguments<&str>) -> bool {
    arguments.named.iter().any(|named| {
        named.name.name == "type"
            && matches!(named.value, InlineExpression::StringLiteral { value: "ordinal" })
    })
}

fn key_of(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}

fn forms_of(lang: Lang, ordinal: bool) -> BTreeSet<String> {
    let locale: Locale = lang.code().parse().unwrap();
    let rules = if ordinal {
        PluralRules::try_new_ordinal(locale.into())
    } else {
        PluralRules::try_new_cardinal(locale.into())
    };
    let name = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    rules.unwrap().categories().map(|category| name(category).to_owned()).collect()
}

#[test]
fn every_key_is_in_all_three() {
    let english: BTreeSet<_> = messages(Lang::En).into_keys().collect();
    for lang in [Lang::Ar, Lang::Fr] {
        let keys: BTreeSet<_> = messages(lang).into_keys().collect();
        let missing: Vec<_> = english.difference(&keys).collect();
        let alone: Vec<_> = keys.difference(&english).collect();
        assert!(missing.is_empty(), "{}: missing {missing:?}", lang.code());
        assert!(alone.is_empty(), "{}: not in English {alone:?}", lang.code());
    }
}

#[test]
fn every_key_has_the_same_variables() {
    let english = messages(Lang::En);
    for lang in [Lang::Ar, Lang::Fr] {
        for (key, message) in messages(lang) {
            let expected = &english[&key].variables;
            assert_eq!(&message.variables, expected, "{}: `{key}`", lang.code());
        }
    }
}

#[test]
fn every_count_has_all_plural_forms_of_its_language() {
    for lang in Lang::ALL {
        for (key, message) in messages(lang) {
            for (ordinal, forms) in message.plurals {
                assert_eq!(forms, forms_of(lang, ordinal), "{}: `{key}`", lang.code());
            }
        }
    }
}

#[test]
fn arabic_has_six_forms_and_french_three() {
    assert_eq!(forms_of(Lang::Ar, false).len(), 6);
    assert!(forms_of(Lang::Fr, false).contains("many"));
}
