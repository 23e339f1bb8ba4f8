//! What leaves the program: pictures of the map, the handout, and the places as data.

mod data;
mod handout;
mod offscreen;
mod picture;
mod plate;

pub use data::{DataError, DataFormat, render_data};
pub use handout::{HandoutPaper, render_handout};
pub use offscreen::{DrawError, Offscreen};
pub use picture::{LARGEST, PictureSpec, SMALLEST, default_file_name, render_png};
