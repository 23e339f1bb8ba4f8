//! What names a record of a dossier, and which words may be a name.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Longest id, in bytes.
pub const MAX_ID_BYTES: usize = 64;

/// Why a text is not an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not an id: use 1 to {MAX_ID_BYTES} of a-z, 0-9 and `-`, beginning and ending with a \
     letter or a digit"
)]
pub struct NotAnId(pub String);

fn check(text: &str) -> Result<(), NotAnId> {
    let sound = (1..=MAX_ID_BYTES).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    if sound { Ok(()) } else { Err(NotAnId(text.to_owned())) }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        ///
        /// A slug: 1 to 64 of `a-z`, `0-9` and `-`.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id written in `text`.
            ///
            /// # Errors
            /// [`NotAnId`] when it holds other characters than a slug may.
            pub fn new(text: impl Into<String>) -> Result<Self, NotAnId> {
                let text = text.into();
                check(&text).map(|()| Self(text))
            }

            /// The id as it is written in the files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(text: String) -> Result<Self, NotAnId> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Self::new(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// Names a dossier.
    DossierId
    /// Names a place of a dossier.
    PlaceId
    /// Names an excerpt of the article.
    ExcerptId
    /// Names an event.
    EventId
    /// Names a claim.
    ClaimId
    /// Names an actor.
    ActorId
    /// Names a scene of the briefing.
    SceneId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ids_and_nothing_else_is() {
        for good in ["kidal", "tin-zaouatine", "p8", "2024"] {
            assert_eq!(PlaceId::new(good).map(String::from), Ok(good.to_owned()));
        }
        let long = "a".repeat(65);
        for bad in ["", "Kidal", "tin zaouatine", "-a", "a-", "كيدال", "a/b", long.as_str()] {
            assert_eq!(PlaceId::new(bad), Err(NotAnId(bad.to_owned())));
        }
    }
}
