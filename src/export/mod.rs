//! What leaves the program: pictures of the map.

mod offscreen;
mod picture;

pub use offscreen::{DrawError, Offscreen};
pub use picture::{LARGEST, PictureSpec, SMALLEST, default_file_name, render_png};
