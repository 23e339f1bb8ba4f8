//! What the shading of the relief is: a coloured picture of the world, warped to the map's
//! projection and freed of its colours and heights.
//!
//! The source is brighter on high ground and greener in the south. Both change slowly from place to
//! place, the light on slopes quickly: so each pixel is divided by the mean of the land around it.

use crate::e5::E5;
use crate::format::{RELIEF_EXTENT, RELIEF_FLAT};
use crate::polygons::Polygon;
use crate::triangles::mercator;
use anyhow::Result;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageFormat, RgbImage};
use std::f64::consts::PI;

/// Pixels in a degree of longitude: as the source has.
const PER_DEGREE: f64 = 30.0;

/// How far around a pixel, in pixels, the mean is taken: three boxes of this half width.
const AROUND: usize = 18;

/// So many pixels inside the shore the shading begins, lest the sea's white rim shows.
const OFF_SHORE: usize = 2;

/// Slopes of plains are lifted and those of mountains lowered by this power.
const POWER: f32 = 0.82;

/// Where the power leaves the contrast as it is.
const GAIN: f32 = 0.78;

const QUALITY: u8 = 85;

/// `relief.jpg`: one level a pixel, see [`RELIEF_FLAT`].
pub(crate) fn picture(source: &[u8], land: &[Polygon]) -> Result<Vec<u8>> {
    let source = image::load_from_memory_with_format(source, ImageFormat::Jpeg)?.into_rgb8();
    let frame = Frame::new();
    let light = frame.sampled(&source, brightness);
    let land = frame.land(land).times(&frame.sampled(&source, dry)).eroded(OFF_SHORE);
    let mean = light.times(&land).blurred(AROUND).over(&land.blurred(AROUND));
    let soft = land.blurred(1);
    let level = |((light, mean), soft): ((&f32, &f32), &f32)| {
        let slope = if *mean > 1.0 { light / mean - 1.0 } else { 0.0 };
        let shade = slope.signum() * slope.abs().powf(POWER) * GAIN;
        let inland = (soft * 2.0 - 1.0).max(0.0);
        (f32::from(RELIEF_FLAT) * (1.0 + shade * inland)).round().clamp(0.0, 255.0) as u8
    };
    let all = light.pixels.iter().zip(&mean.pixels).zip(&soft.pixels);
    let levels: Vec<u8> = all.map(level).collect();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode(
        &levels,
        frame.width as u32,
        frame.height as u32,
        ExtendedColorType::L8,
    )?;
    Ok(bytes)
}

/// The picture's place in the projection: x and y of the north-west corner and the size of a pixel,
/// in radians.
struct Frame {
    width: usize,
    height: usize,
    west: f64,
    north: f64,
    pixel: f64,
}

impl Frame {
    fn new() -> Self {
        let [west, south, east, north] = RELIEF_EXTENT;
        let pixel = (1.0 / PER_DEGREE).to_radians();
        let top = mercator(E5::from_degrees(west, north));
        let bottom = mercator(E5::from_degrees(east, south));
        let across = |length: f64| (length / pixel).round() as usize;
        let (width, height) = (across(bottom.x - top.x), across(top.y - bottom.y));
        // The rows divide the extent exactly; a pixel is a hair off being square.
        Self { width, height, west: top.x, north: top.y, pixel }
    }

    /// The source at the middle of each pixel, between the four pixels around it.
    fn sampled(&self, source: &RgbImage, value: fn([f32; 3]) -> f32) -> Field {
        let (w, h) = source.dimensions();
        let light =
            |x: u32, y: u32| value(source.get_pixel(x.min(w - 1), y.min(h - 1)).0.map(f32::from));
        Field::of(self, |column, row| {
            let lon = self.west + (column as f64 + 0.5) * self.pixel;
            let lat = (self.north - (row as f64 + 0.5) * self.pixel).sinh().atan();
            let x = (lon / (2.0 * PI) + 0.5) * f64::from(w) - 0.5;
            let y = (0.5 - lat / PI) * f64::from(h) - 0.5;
            let (i, j) = (x.floor() as u32, y.floor() as u32);
            let (u, v) = ((x - x.floor()) as f32, (y - y.floor()) as f32);
            let top = light(i, j) * (1.0 - u) + light(i + 1, j) * u;
            let bottom = light(i, j + 1) * (1.0 - u) + light(i + 1, j + 1) * u;
            top * (1.0 - v) + bottom * v
        })
    }

    /// 1 on land, 0 at sea.
    fn land(&self, land: &[Polygon]) -> Field {
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); self.height];
        for ring in land.iter().flat_map(Polygon::rings) {
            for (a, b) in crate::e5::edges(ring) {
                let at = |v: E5| {
                    let m = mercator(v);
                    ((m.x - self.west) / self.pixel - 0.5, (self.north - m.y) / self.pixel - 0.5)
                };
                let ((ax, ay), (bx, by)) = (at(a), at(b));
                let first = ay.min(by).ceil().max(0.0) as usize;
                let last = ay.max(by).ceil().clamp(0.0, self.height as f64) as usize;
                for (row, crossed) in crossings.iter_mut().enumerate().take(last).skip(first) {
                    crossed.push(ax + (row as f64 - ay) / (by - ay) * (bx - ax));
                }
            }
        }
        for row in &mut crossings {
            row.sort_by(f64::total_cmp);
        }
        Field::of(self, |column, row| {
            let crossed = crossings.get(row).map_or(&[][..], Vec::as_slice);
            (crossed.partition_point(|x| *x < column as f64) % 2) as f32
        })
    }
}

fn brightness([r, g, b]: [f32; 3]) -> f32 {
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// 1 where the picture is not blue: its sea comes into some estuaries, and lakes have no slopes.
fn dry([_, g, b]: [f32; 3]) -> f32 {
    f32::from(u8::from(b <= g))
}

/// A number for every pixel.
struct Field {
    width: usize,
    pixels: Vec<f32>,
}

impl Field {
    fn of(frame: &Frame, value: impl Fn(usize, usize) -> f32) -> Self {
        let rows =
            (0..frame.height).flat_map(|row| (0..frame.width).map(move |column| (column, row)));
        Self { width: frame.width, pixels: rows.map(|(column, row)| value(column, row)).collect() }
    }

    fn times(&self, other: &Self) -> Self {
        let pixels = self.pixels.iter().zip(&other.pixels).map(|(a, b)| a * b).collect();
        Self { width: self.width, pixels }
    }

    fn over(&self, other: &Self) -> Self {
        let pixels = self.pixels.iter().zip(&other.pixels);
        let pixels = pixels.map(|(a, b)| if *b > 1e-4 { a / b } else { 0.0 }).collect();
        Self { width: self.width, pixels }
    }

    /// Three boxes one after the other, which is nearly a bell.
    fn blurred(&self, half: usize) -> Self {
        let mut field = Self { width: self.width, pixels: self.pixels.clone() };
        for _ in 0..3 {
            field = field.boxed(half).turned().boxed(half).turned();
        }
        field
    }

    /// 1 where all within `half` pixels is 1.
    fn eroded(&self, half: usize) -> Self {
        let mut field = self.boxed(half).turned().boxed(half).turned();
        for pixel in &mut field.pixels {
            *pixel = f32::from(u8::from(*pixel > 0.999));
        }
        field
    }

    /// Each pixel the mean of those within `half` pixels in its row.
    fn boxed(&self, half: usize) -> Self {
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for row in self.pixels.chunks(self.width) {
            let sums: Vec<f64> = std::iter::once(0.0)
                .chain(row.iter().scan(0.0, |sum, v| {
                    *sum += f64::from(*v);
                    Some(*sum)
                }))
                .collect();
            let sum = |i: usize| sums.get(i).copied().unwrap_or(0.0);
            pixels.extend((0..row.len()).map(|i| {
                let (from, to) = (i.saturating_sub(half), (i + half + 1).min(row.len()));
                ((sum(to) - sum(from)) / (to - from) as f64) as f32
            }));
        }
        Self { width: self.width, pixels }
    }

    /// Rows and columns changed for one another.
    fn turned(&self) -> Self {
        let height = self.pixels.len() / self.width;
        let columns = (0..self.width).map(|c| self.pixels.iter().skip(c).step_by(self.width));
        Self { width: height, pixels: columns.flatten().copied().collect() }
    }
}
