//! What leaves the program: pictures of the map, and its places as data.

mod data;
mod drawn;
mod offscreen;
mod picture;
mod pieces;
mod plate;
mod png_file;

pub use data::{DataError, DataFormat, render_data};
pub use offscreen::{DrawError, Offscreen};
pub use picture::{
    DOTS_PER_INCH, LARGEST, Picture, PictureSpec, SMALLEST, default_file_name, render_png,
};
pub use png_file::{DrawnFrom, Facts, Looked};
