//! Makes a constant of every key of the word catalogues, so that the compiler finds a key that is
//! misspelt, and a sentence that is asked for without its arguments; and packs the list of the crates.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::{env, fs};

/// English has every key; the tests hold the other languages to it.
const CATALOGUE: &str = "assets/locales/en";

/// The crates that the program is built with, and their notices: half a megabyte that is seldom read.
const CRATES: &str = "assets/licences/crates.txt";

fn main() -> Result<(), Box<dyn Error>> {
    pack_crates()?;
    println!("cargo::rerun-if-changed={CATALOGUE}");
    let mut files: Vec<PathBuf> = fs::read_dir(CATALOGUE)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.sort();
    let mut keys = String::new();
    for file in files {
        let source = fs::read_to_string(&file)?;
        let catalogue = fluent_syntax::parser::parse(source.as_str())
            .map_err(|(_, errors)| format!("{}: {errors:?}", file.display()))?;
        for entry in &catalogue.body {
            let Entry::Message(message) = entry else { continue };
            let Some(pattern) = &message.value else { continue };
            let name = message.id.name;
            let kind = if has_variables(pattern) { "Sentence" } else { "Key" };
            let constant = name.replace('-', "_").to_uppercase();
            writeln!(keys, "/// `{name}`\npub const {constant}: {kind} = {kind}(\"{name}\");")?;
        }
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("keys.rs"), keys)?;
    Ok(())
}

fn pack_crates() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CRATES}");
    let file = fs::File::create(PathBuf::from(env::var("OUT_DIR")?).join("crates.deflate"))?;
    let mut packer = DeflateEncoder::new(file, Compression::best());
    packer.write_all(&fs::read(CRATES)?)?;
    packer.finish()?;
    Ok(())
}

fn has_variables(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { .. } => false,
        PatternElement::Placeable { expression } => takes_variables(expression),
    })
}

fn takes_variables(expression: &Expression<&str>) -> bool {
    match expression {
        // A choice is always made by something that is handed in.
        Expression::Select { .. } => true,
        Expression::Inline(inline) => match inline {
            InlineExpression::VariableReference { .. } => true,
            InlineExpression::FunctionReference { arguments, .. } => {
                !arguments.positional.is_empty()
            }
            InlineExpression::Placeable { expression } => takes_variables(expression),
            _ => false,
        },
    }
}
