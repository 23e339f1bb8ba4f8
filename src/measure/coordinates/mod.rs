//! Where people say a place is: positions as they are pasted, typed and read out.
//!
//! [`parse`] reads what people write, in any of the [`CoordinateStyle`]s; [`written`] writes it for
//! other programs. How a position is said to a reader is `i18n::Words::coordinates`.

mod grid;
mod mgrs;
mod read;
mod written;

pub use mgrs::{NotMgrs, mgrs};
pub use read::{NotAPosition, parse};
pub use written::{
    CoordinateStyle, Hemisphere, ShownDegrees, ShownDms, ShownPosition, decimal_degrees, dms,
    written,
};

#[cfg(test)]
mod tests;
