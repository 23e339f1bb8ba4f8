//! Which position a text means that people paste or type.
//!
//! Read are: decimal degrees with a point or a comma; degrees, minutes and seconds with any of the
//! usual marks, or with spaces or colons alone; letters or words for the sides of the earth in
//! English, French (`O` is west) and Arabic, before the figures or after them; Arabic-Indic digits;
//! and [MGRS](super::mgrs). Latitude comes first unless the letters say otherwise.

use super::mgrs::{self, NotMgrs};
use crate::geodata::{LonLat, OutsideWorld};

/// No position is longer, and a pasted book need not be read.
const LONGEST: usize = 300;

/// Why a text is not a position.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotAPosition {
    /// Not a latitude and a longitude in any of the ways that are read.
    #[error("position `{0}`: write LATITUDE,LONGITUDE in degrees, such as `18.44345,1.40921`")]
    Shape(String),
    /// The part before the comma is not a number.
    #[error("latitude `{0}` is not a number in degrees, such as `18.44345`")]
    Latitude(String),
    /// The part after the comma is not a number.
    #[error("longitude `{0}` is not a number in degrees, such as `1.40921`")]
    Longitude(String),
    /// Minutes or seconds that would be a further degree or minute.
    #[error("minutes or seconds `{0}` are not below 60: write them as in `18°26'36\" N`")]
    Sixtieths(String),
    /// A minus and a letter, which both say the side.
    #[error("position `{0}` has a minus and a letter: write one of them")]
    Signed(String),
    /// Two letters for the same direction.
    #[error("position `{0}`: write one latitude (N or S) and one longitude (E or W)")]
    Sides(String),
    /// In the shape of an MGRS reference, but none.
    #[error(transparent)]
    Mgrs(#[from] NotMgrs),
    /// Numbers, but of no place on earth.
    #[error(transparent)]
    Outside(#[from] OutsideWorld),
}

/// Reads a position as people write it; the file's first lines say how. A square of MGRS is its
/// middle. At once, however long the text is.
///
/// ```
/// use sahel_map::measure::coordinates;
/// let bamako = coordinates::parse("12.60915, -7.97522")?;
/// assert_eq!((bamako.lat(), bamako.lon()), (12.60915, -7.97522));
/// let kidal = coordinates::parse("18 26 36 N 1 24 33 E")?;
/// assert_eq!(coordinates::parse("١٨°٢٦′٣٦″ ش، ١°٢٤′٣٣″ ق")?, kidal);
/// assert!((coordinates::parse("31Q CA 32003 39986")?.lat() - 18.44345).abs() < 1e-5);
///
/// let error = coordinates::parse("95,0").unwrap_err();
/// assert_eq!(error.to_string(), "latitude `95` is outside -90..90");
/// # Ok::<(), coordinates::NotAPosition>(())
/// ```
///
/// # Errors
/// [`NotAPosition`], with the text that is wrong.
pub fn parse(text: &str) -> Result<LonLat, NotAPosition> {
    let text = text.trim();
    if text.len() > LONGEST {
        let beginning: String = text.chars().take(40).collect();
        return Err(NotAPosition::Shape(beginning + "…"));
    }
    let plain: String = text.chars().filter_map(plain).collect();
    if let Some(read) = mgrs::read(&plain) {
        return Ok(read?);
    }
    let read = tokens(&plain, has_decimal_commas(&plain)).and_then(|tokens| position(&tokens));
    read.map_err(|fault| match fault {
        Fault::Shape => blamed(text),
        Fault::Signed => NotAPosition::Signed(text.to_owned()),
        Fault::Sides => NotAPosition::Sides(text.to_owned()),
        Fault::Sixtieths(value) => NotAPosition::Sixtieths(value),
        Fault::Outside(error) => error.into(),
    })
}

/// What is wrong, before it is known with which words to say so.
#[derive(Debug)]
enum Fault {
    Shape,
    Sixtieths(String),
    Signed,
    Sides,
    Outside(OutsideWorld),
}

/// Which part of `text` is no angle, where a comma tells the parts.
fn blamed(text: &str) -> NotAPosition {
    let is_angle = |part: &str| {
        let part: String = part.chars().filter_map(plain).collect();
        tokens(&part, false).and_then(|tokens| angle(&tokens)).is_ok()
    };
    match text.split_once([',', '،']) {
        Some((_, lon)) if lon.contains([',', '،']) => NotAPosition::Shape(text.to_owned()),
        Some((lat, _)) if !is_angle(lat) => NotAPosition::Latitude(lat.trim().to_owned()),
        Some((_, lon)) if !is_angle(lon) => NotAPosition::Longitude(lon.trim().to_owned()),
        _ => NotAPosition::Shape(text.to_owned()),
    }
}

/// A character as the rest of this file knows it; nothing for what cannot be seen.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{0660}'..='\u{0669}' => digit(c, '\u{0660}'),
        '\u{06F0}'..='\u{06F9}' => digit(c, '\u{06F0}'),
        '٫' => '.',
        '،' => ',',
        '؛' | '/' | '|' => ';',
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        'º' | '˚' | '∘' => '°',
        '′' | '‘' | '’' | '‛' | '´' | '`' | 'ʹ' | 'ʼ' => '\'',
        '″' | '“' | '”' | '„' | 'ʺ' => '"',
        ':' | '(' | ')' | '[' | ']' => ' ',
        // Marks of direction and of width nothing, tatweel, and the vowels of Arabic.
        '\u{061C}'
        | '\u{0640}'
        | '\u{064B}'..='\u{0652}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => return None,
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// Whether a comma between two digits is one of decimals. It is not where it is all that can tell
/// latitude from longitude (`18,44`), nor where points are there for the decimals.
fn has_decimal_commas(text: &str) -> bool {
    let is_bare = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '+'));
    !is_bare && !text.contains('.')
}

/// What a position is written with.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(Number),
    /// A sign in front of a number; whether it is a minus.
    Sign(bool),
    /// The mark of degrees, minutes or seconds: 0, 1 or 2.
    Mark(usize),
    Side(Side),
    /// A comma or semicolon between latitude and longitude.
    Separator,
}

#[derive(Clone, Debug, PartialEq)]
struct Number {
    value: f64,
    is_whole: bool,
}

/// A side of the earth.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Side {
    axis: Axis,
    is_negative: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    Latitude,
    Longitude,
}

fn tokens(text: &str, decimal_commas: bool) -> Result<Vec<Token>, Fault> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() || c == '.' {
            let (number, after) = number(rest, decimal_commas).ok_or(Fault::Shape)?;
            tokens.push(Token::Number(number));
            rest = after.trim_start();
            continue;
        }
        let letters = rest.trim_start_matches(char::is_alphabetic);
        if letters.len() < rest.len() {
            let word = rest.strip_suffix(letters).unwrap_or_default();
            tokens.push(word_token(&word.to_lowercase()).ok_or(Fault::Shape)?);
            rest = letters.trim_start();
            continue;
        }
        let mut after = rest.get(c.len_utf8()..).unwrap_or_default();
        tokens.push(match c {
            ',' | ';' => Token::Separator,
            '-' | '+' if after.starts_with(|c: char| c.is_ascii_digit() || c == '.') => {
                Token::Sign(c == '-')
            }
            '°' => Token::Mark(0),
            '\'' => match after.strip_prefix('\'') {
                Some(second) => {
                    after = second;
                    Token::Mark(2)
                }
                None => Token::Mark(1),
            },
            '"' => Token::Mark(2),
            _ => return Err(Fault::Shape),
        });
        rest = after.trim_start();
    }
    Ok(tokens)
}

/// Takes a number off the beginning of `text`.
fn number(text: &str, decimal_commas: bool) -> Option<(Number, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let after = text.get(whole..)?;
    let decimals = after.strip_prefix('.').map(digits);
    let decimals = decimals.or_else(|| {
        let decimals = digits(after.strip_prefix(',').filter(|_| decimal_commas)?);
        (decimals > 0).then_some(decimals)
    });
    let (number, after) = text.split_at_checked(whole + decimals.map_or(0, |count| count + 1))?;
    // Neither a point alone nor one number at another.
    if number == "." || after.starts_with('.') {
        return None;
    }
    let value = number.replace(',', ".").parse().ok()?;
    Some((Number { value, is_whole: decimals.is_none() }, after))
}

fn word_token(word: &str) -> Option<Token> {
    let side = |axis, is_negative| Some(Token::Side(Side { axis, is_negative }));
    match word {
        "n" | "north" | "nord" | "ش" | "شمال" | "شمالا" => side(Axis::Latitude, false),
        "s" | "south" | "sud" | "ج" | "جنوب" | "جنوبا" => side(Axis::Latitude, true),
        "e" | "east" | "est" | "ق" | "شرق" | "شرقا" => side(Axis::Longitude, false),
        "w" | "west" | "o" | "ouest" | "غ" | "غرب" | "غربا" => side(Axis::Longitude, true),
        "deg" => Some(Token::Mark(0)),
        "min" => Some(Token::Mark(1)),
        "sec" => Some(Token::Mark(2)),
        _ => None,
    }
}

fn position(tokens: &[Token]) -> Result<LonLat, Fault> {
    let (first, second) = halves(tokens).ok_or(Fault::Shape)?;
    let (first, second) = (angle(first)?, angle(second)?);
    let (lat, lon) = match (first.axis, second.axis) {
        (Some(Axis::Longitude), Some(Axis::Latitude)) => (second, first),
        (Some(Axis::Latitude), Some(Axis::Longitude)) | (None, None) => (first, second),
        _ => return Err(Fault::Sides),
    };
    LonLat::new(lon.degrees, lat.degrees).map_err(Fault::Outside)
}

/// The tokens of either angle.
fn halves(tokens: &[Token]) -> Option<(&[Token], &[Token])> {
    let places = |wanted: fn(&Token) -> bool| -> Vec<usize> {
        tokens.iter().enumerate().filter(|(_, token)| wanted(token)).map(|(at, _)| at).collect()
    };
    let sides = places(|token| matches!(token, Token::Side(_)));
    let separators = places(|token| matches!(token, Token::Separator));
    let numbers = places(|token| matches!(token, Token::Number(_)));
    let cut = match (sides.as_slice(), separators.as_slice()) {
        // The letters stand after their figures, or before them.
        (&[first, last], _) if last + 1 == tokens.len() => first + 1,
        (&[0, second], _) => second,
        ([], &[separator]) => separator,
        ([], []) => {
            let degrees = places(|token| matches!(token, Token::Mark(0)));
            let signs = places(|token| matches!(token, Token::Sign(_)));
            match (degrees.as_slice(), signs.as_slice(), numbers.as_slice()) {
                (_, &[.., sign], _) if sign > 0 => sign,
                (&[_, second], ..) => second.checked_sub(1)?,
                ([], _, numbers) if numbers.len() % 2 == 0 => *numbers.get(numbers.len() / 2)?,
                _ => return None,
            }
        }
        _ => return None,
    };
    let (first, second) = tokens.split_at_checked(cut)?;
    let first = first.strip_suffix(&[Token::Separator]).unwrap_or(first);
    let second = second.strip_prefix(&[Token::Separator]).unwrap_or(second);
    Some((first, second))
}

/// A latitude or a longitude, north and east positive.
struct Angle {
    degrees: f64,
    /// What its letter says it is.
    axis: Option<Axis>,
}

/// Up to three numbers with or without their marks, and a sign in front or a letter at one end.
fn angle(tokens: &[Token]) -> Result<Angle, Fault> {
    let (side, tokens) = match tokens {
        [Token::Side(side), rest @ ..] | [rest @ .., Token::Side(side)] => (Some(*side), rest),
        rest => (None, rest),
    };
    let (is_negative, mut tokens) = match tokens {
        [Token::Sign(is_negative), rest @ ..] => (*is_negative, rest),
        rest => (false, rest),
    };
    let mut numbers: Vec<&Number> = Vec::new();
    while let [Token::Number(number), rest @ ..] = tokens {
        tokens = match rest {
            [Token::Mark(mark), rest @ ..] if *mark == numbers.len() => rest,
            rest => rest,
        };
        numbers.push(number);
    }
    // Only the last may have decimals.
    let are_whole = numbers.iter().rev().skip(1).all(|number| number.is_whole);
    if !tokens.is_empty() || !are_whole || !(1..=3).contains(&numbers.len()) {
        return Err(Fault::Shape);
    }
    if let Some(large) = numbers.iter().skip(1).find(|number| number.value >= 60.0) {
        return Err(Fault::Sixtieths(large.value.to_string()));
    }
    if is_negative && side.is_some() {
        return Err(Fault::Signed);
    }
    // The seconds are summed first, so that 18°26′24″ is 18.44 and not a little less.
    let degrees = match *numbers.as_slice() {
        [degrees] => degrees.value,
        [degrees, minutes] => (degrees.value * 60.0 + minutes.value) / 60.0,
        [degrees, minutes, seconds] => {
            ((degrees.value * 60.0 + minutes.value) * 60.0 + seconds.value) / 3600.0
        }
        _ => return Err(Fault::Shape),
    };
    let is_negative = is_negative || side.is_some_and(|side| side.is_negative);
    let degrees = if is_negative { -degrees } else { degrees };
    Ok(Angle { degrees, axis: side.map(|side| side.axis) })
}
