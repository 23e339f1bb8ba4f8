//! What leaves the program: pictures of the map, the handout, and the places as data.

mod data;
mod drawn;
mod handout;
mod offscreen;
mod picture;
mod pieces;
mod plate;
mod png_file;
mod printed;
mod progress;

pub use data::{DataError, DataFormat, data_extent, render_data};
pub use handout::render_handout;
pub use offscreen::{DrawError, Offscreen};
pub use picture::{DOTS_PER_INCH, Picture, PictureSpec, render_pixels, render_png};
pub use png_file::{DrawnFrom, Facts, Looked};
pub use printed::render_print;
pub use progress::Progress;

/// What wrote a file, as its metadata say.
const PROGRAM: &str = concat!("Sahel Map ", env!("CARGO_PKG_VERSION"));
