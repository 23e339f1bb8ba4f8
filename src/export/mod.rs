//! What leaves the program: pictures of the map, the handout, and the places as data.

mod data;
mod drawn;
mod handout;
mod offscreen;
mod picture;
mod pieces;
mod plate;
mod png_file;

pub use data::{DataError, DataFormat, render_data};
pub use handout::{HandoutPaper, render_handout};
pub use offscreen::{DrawError, Offscreen};
pub use picture::{
    DOTS_PER_INCH, LARGEST, Picture, PictureSpec, SMALLEST, default_file_name, render_png,
};
pub use png_file::{DrawnFrom, Facts, Looked};
