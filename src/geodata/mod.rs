//! What is known of the ground: borders, regions, water, places, tiles; names in three languages.

mod borders;
mod country;
pub mod embedded;
mod error;
pub mod format;
mod mesh;
mod names;
mod position;
mod unpack;

pub use borders::{Borders, CountryBorder, OtherBorder, Stretch};
pub use country::{Country, CountryCode};
pub use error::GeodataError;
pub use mesh::{Fill, Mesh, MeshPart};
pub use names::{Lang, Names};
pub use position::{LonLat, OutsideWorld};
