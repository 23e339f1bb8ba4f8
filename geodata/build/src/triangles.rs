//! How an area is cut into triangles.

use crate::e5::{E5, pack};
use crate::format::MeshPartFile;
use crate::polygons::Polygon;
use geo::{Coord, LineString, TriangulateEarcut};

/// Areas of one role, cut into triangles.
#[derive(Default)]
pub(crate) struct Triangles {
    vertices: Vec<E5>,
    corners: Vec<u32>,
}

impl Triangles {
    /// The triangles of all polygons together.
    pub(crate) fn of<'a>(polygons: impl Iterator<Item = &'a Polygon>) -> Self {
        let mut all = Self::default();
        for polygon in polygons {
            all.add(polygon);
        }
        all
    }

    /// Cuts in the plane of the map: an edge that is straight there may cross another one where
    /// both are straight in degrees.
    fn add(&mut self, polygon: &Polygon) {
        let ring = |r: &Vec<E5>| r.iter().map(|v| mercator(*v)).collect::<LineString<f64>>();
        let holes = polygon.holes.iter().map(ring).collect();
        let cut = geo::Polygon::new(ring(&polygon.outer), holes).earcut_triangles_raw();
        let first = self.vertices.len() as u32;
        // The cutter takes each ring without its last vertex, outer ring first.
        let open = polygon.rings().flat_map(|r| r.iter().take(r.len().saturating_sub(1)));
        self.vertices.extend(open);
        self.corners.extend(cut.triangle_indices.iter().map(|i| first + *i as u32));
    }

    /// As the file has it.
    pub(crate) fn part(&self, role: [u8; 3], detail: u8) -> MeshPartFile {
        let mut last = 0;
        let step = |corner: &u32| {
            let step = *corner as i32 - last;
            last = *corner as i32;
            step
        };
        MeshPartFile {
            role,
            detail,
            vertices: pack(&self.vertices),
            triangles: self.corners.iter().map(step).collect(),
        }
    }
}

/// The vertex in the plane of the Web Mercator projection, in radians.
pub(crate) fn mercator(v: E5) -> Coord<f64> {
    let lat = v.lat_deg().clamp(-85.051_13, 85.051_13).to_radians();
    Coord { x: v.lon_deg().to_radians(), y: lat.tan().asinh() }
}
