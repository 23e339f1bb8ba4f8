//! What is known of the ground: borders, regions, water, places, tiles; names in three languages.

mod airports;
mod borders;
mod countries;
mod country;
pub mod embedded;
mod error;
pub mod format;
mod ground;
mod line_errors;
mod manifest;
mod mesh;
mod names;
mod physical;
mod places;
mod position;
mod regions;
mod relief;
mod rivers;
mod unpack;

pub use airports::{Airport, Airports};
pub use borders::{Borders, CountryBorder, OtherBorder, Stretch};
pub use countries::{Countries, CountryLabel};
pub use country::{Country, CountryCode};
pub use error::GeodataError;
pub use ground::Ground;
pub use line_errors::{ComparedLine, LineError, LineErrors};
pub use manifest::{MadeFile, Manifest, Source};
pub use mesh::{Fill, Mesh, MeshPart};
pub use names::{Lang, Names};
pub use physical::{NameStretch, Physical, PhysicalFeature, PhysicalKind};
pub use places::{Place, PlaceRank, Places};
pub use position::{LonLat, OutsideWorld};
pub use regions::{Region, Regions};
pub use relief::Relief;
pub use rivers::Rivers;
