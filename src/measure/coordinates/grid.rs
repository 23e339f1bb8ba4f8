//! Where a position is on the metre grids of UTM and, at the poles, of UPS; and the way back.
//!
//! UTM is the transverse Mercator projection by Krüger's series to the sixth order, UPS the polar
//! stereographic one, both on WGS84 and both as [Karney (2011)] writes them. Within a zone the
//! series is exact to some nanometres.
//!
//! [Karney (2011)]: https://doi.org/10.1007/s00190-011-0445-3

use crate::geodata::LonLat;

/// WGS84: half the longer axis in metres, and the flattening.
const A: f64 = 6_378_137.0;
const F: f64 = 1.0 / 298.257_223_563;
/// The third flattening, in which Krüger's series are written.
const N: f64 = F / (2.0 - F);

/// Scale on the middle meridian of a UTM zone, and at a pole.
const UTM_SCALE: f64 = 0.9996;
const UPS_SCALE: f64 = 0.994;
/// What is added so that no figure is negative, in metres.
const UTM_EASTING: f64 = 500_000.0;
const UTM_NORTHING_SOUTH: f64 = 10_000_000.0;
const UPS_BOTH: f64 = 2_000_000.0;

/// Polynomials in the third flattening, the highest power first, and what each is divided by: the
/// coefficients of the sines on the way to the grid (Karney's α, equation 35).
const TO_GRID: [(&[f64], f64); 6] = [
    (&[31_564.0, -66_675.0, 34_440.0, 47_250.0, -100_800.0, 75_600.0], 151_200.0),
    (&[-1_983_433.0, 863_232.0, 748_608.0, -1_161_216.0, 524_160.0], 1_935_360.0),
    (&[670_412.0, 406_647.0, -533_952.0, 184_464.0], 725_760.0),
    (&[6_601_661.0, -7_732_800.0, 2_230_245.0], 7_257_600.0),
    (&[-13_675_556.0, 3_438_171.0], 7_983_360.0),
    (&[212_378_941.0], 319_334_400.0),
];
/// The same for the way back (Karney's β, equation 36).
const FROM_GRID: [(&[f64], f64); 6] = [
    (&[384_796.0, -382_725.0, -6_720.0, 932_400.0, -1_612_800.0, 1_209_600.0], 2_419_200.0),
    (&[-1_118_711.0, 1_695_744.0, -1_174_656.0, 258_048.0, 80_640.0], 3_870_720.0),
    (&[22_276.0, -16_929.0, -15_984.0, 12_852.0], 362_880.0),
    (&[-830_251.0, -158_400.0, 197_865.0], 7_257_600.0),
    (&[-435_388.0, 453_717.0], 15_966_720.0),
    (&[20_648_693.0], 638_668_800.0),
];

/// One of the 122 grids: 60 zones of UTM on either side of the equator, and two of UPS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grid {
    /// Between 80° S and 84° N.
    Utm { zone: u8, north: bool },
    /// Beyond that.
    Ups { north: bool },
}

/// A point of a grid, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct GridPoint {
    pub(super) easting: f64,
    pub(super) northing: f64,
}

impl Grid {
    /// The grid that a position belongs to, with the exceptions of Norway and Svalbard.
    pub(super) fn of(at: LonLat) -> Self {
        let (lon, lat) = (at.lon(), at.lat());
        let north = lat >= 0.0;
        if !(-80.0..=84.0).contains(&lat) {
            return Self::Ups { north };
        }
        // The end of the world in the east is its beginning in the west.
        let usual = ((lon + 180.0) / 6.0).floor() as u8 % 60 + 1;
        let zone = if (56.0..64.0).contains(&lat) && (3.0..12.0).contains(&lon) {
            32
        } else if lat >= 72.0 && (0.0..42.0).contains(&lon) {
            // Zones 32, 34 and 36 give way to their neighbours.
            31 + 2 * ((lon + 3.0) / 12.0).floor() as u8
        } else {
            usual
        };
        Self::Utm { zone, north }
    }

    /// Where `at` lies on this grid.
    pub(super) fn project(self, at: LonLat) -> GridPoint {
        match self {
            Self::Utm { zone, north } => {
                let from_middle = LonLat::saturating(at.lon() - middle(zone), 0.0).lon();
                let (x, y) = transverse_mercator(from_middle, at.lat());
                GridPoint { easting: UTM_EASTING + x, northing: y + zero_northing(north) }
            }
            Self::Ups { north } => {
                let sign = if north { 1.0 } else { -1.0 };
                let tau = conformal((sign * at.lat()).to_radians().tan());
                let (sin, cos) = at.lon().to_radians().sin_cos();
                let radius = polar_scale() / (1.0_f64.hypot(tau) + tau);
                GridPoint {
                    easting: UPS_BOTH + radius * sin,
                    northing: UPS_BOTH - sign * radius * cos,
                }
            }
        }
    }

    /// The position of a point of this grid.
    pub(super) fn position(self, point: GridPoint) -> LonLat {
        match self {
            Self::Utm { zone, north } => {
                let (x, y) = (point.easting - UTM_EASTING, point.northing - zero_northing(north));
                let (from_middle, lat) = transverse_mercator_back(x, y);
                LonLat::saturating(middle(zone) + from_middle, lat)
            }
            Self::Ups { north } => {
                let sign = if north { 1.0 } else { -1.0 };
                let (x, y) = (point.easting - UPS_BOTH, sign * (UPS_BOTH - point.northing));
                // At the pole itself the tangent is as large as it gets.
                let t = (x.hypot(y) / polar_scale()).max(f64::EPSILON.powi(2));
                let lat = conformal_back((1.0 / t - t) / 2.0).atan().to_degrees();
                LonLat::saturating(x.atan2(y).to_degrees(), sign * lat)
            }
        }
    }
}

/// The middle meridian of a zone, in degrees.
fn middle(zone: u8) -> f64 {
    6.0 * f64::from(zone) - 183.0
}

const fn zero_northing(north: bool) -> f64 {
    if north { 0.0 } else { UTM_NORTHING_SOUTH }
}

fn eccentricity() -> f64 {
    (F * (2.0 - F)).sqrt()
}

/// The tangent of the conformal latitude from that of the latitude (Karney, equation 7 to 9).
fn conformal(tau: f64) -> f64 {
    let e = eccentricity();
    let sigma = (e * (e * tau / 1.0_f64.hypot(tau)).atanh()).sinh();
    tau * 1.0_f64.hypot(sigma) - sigma * 1.0_f64.hypot(tau)
}

/// The way back, by Newton's method (Karney, equation 19 to 21). The first guess is right to five
/// digits, so that three steps are more than enough.
fn conformal_back(wanted: f64) -> f64 {
    let e = eccentricity();
    let rest = 1.0 - e * e;
    let mut tau = wanted * (e * e.atanh()).exp();
    for _ in 0..3 {
        let got = conformal(tau);
        let slope = (1.0 + rest * tau * tau) / (rest * 1.0_f64.hypot(tau) * 1.0_f64.hypot(got));
        tau += (wanted - got) * slope;
    }
    tau
}

/// Metres that the tangent of a quarter of the way from a pole to the other is long, on UPS.
fn polar_scale() -> f64 {
    let e = eccentricity();
    2.0 * UPS_SCALE * A / ((1.0 - F) * (e * e.atanh()).exp())
}

/// Metres of a unit of the projected sphere, on UTM (Karney, equation 14).
fn utm_scale() -> f64 {
    let n2 = N * N;
    UTM_SCALE * A / (1.0 + N) * (1.0 + n2 / 4.0 + n2 * n2 / 64.0 + n2 * n2 * n2 / 256.0)
}

/// Adds Krüger's series, multiplied by `sign`, to a point of the projected sphere.
fn corrected(xi: f64, eta: f64, series: [(&[f64], f64); 6], sign: f64) -> (f64, f64) {
    let (mut sum_xi, mut sum_eta) = (xi, eta);
    let mut power = 1.0;
    let mut turn = 0.0;
    for (polynomial, divisor) in series {
        power *= N;
        turn += 2.0;
        let factor = polynomial.iter().fold(0.0, |sum, coefficient| sum * N + coefficient);
        let factor = sign * power * factor / divisor;
        sum_xi += factor * (turn * xi).sin() * (turn * eta).cosh();
        sum_eta += factor * (turn * xi).cos() * (turn * eta).sinh();
    }
    (sum_xi, sum_eta)
}

/// Metres east of the middle meridian and north of the equator.
fn transverse_mercator(from_middle: f64, lat: f64) -> (f64, f64) {
    let tau = conformal(lat.to_radians().tan());
    let (sin, cos) = from_middle.to_radians().sin_cos();
    let (xi, eta) = (tau.atan2(cos), (sin / tau.hypot(cos)).asinh());
    let (xi, eta) = corrected(xi, eta, TO_GRID, 1.0);
    (utm_scale() * eta, utm_scale() * xi)
}

/// Degrees from the middle meridian, and the latitude.
fn transverse_mercator_back(x: f64, y: f64) -> (f64, f64) {
    let (xi, eta) = (y / utm_scale(), x / utm_scale());
    let (xi, eta) = corrected(xi, eta, FROM_GRID, -1.0);
    let tau = conformal_back(xi.sin() / eta.sinh().hypot(xi.cos()));
    (eta.sinh().atan2(xi.cos()).to_degrees(), tau.atan().to_degrees())
}
