//! What leaves the program: pictures of the map, and its places as data.

mod data;
mod offscreen;
mod picture;
mod plate;

pub use data::{DataError, DataFormat, render_data};
pub use offscreen::{DrawError, Offscreen};
pub use picture::{DOTS_PER_INCH, LARGEST, PictureSpec, SMALLEST, default_file_name, render_png};
