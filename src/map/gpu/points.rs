//! Discs by the hundred thousand: one instance each, sent to the graphics card once.

use super::chunks::Chunks;
use super::{PipelineParts, UniformSlot, Viewport, relative, shader_color};
use crate::map::view::{View, WorldXy};
use egui::{Color32, Rect, Shape};
use egui_wgpu::wgpu::util::{BufferInitDescriptor, DeviceExt as _};
use egui_wgpu::{Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor, wgpu};
use std::ops::Range;
use std::sync::Arc;

/// How many kinds a disc can be of.
pub(in crate::map) const KINDS: usize = 6;
/// Units of position across the world: one is 0.004 points at the deepest zoom, and the difference
/// of any two positions is a whole number of 32 bits.
const UNITS: f64 = (1_u64 << 30) as f64;

/// A disc of a batch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Disc {
    /// A point of one kind.
    Point {
        /// Its middle.
        at: WorldXy,
        /// The kind's place in [`PointStyle::palette`].
        kind: usize,
    },
    /// Many points that stand as one.
    Cluster {
        /// Its middle.
        at: WorldXy,
        /// Radius of the middle of its ring in points, up to 127.
        radius: f32,
        /// How many points are of each kind.
        kinds: [u32; KINDS],
    },
}

impl Disc {
    const fn at(&self) -> WorldXy {
        match self {
            Self::Point { at, .. } | Self::Cluster { at, .. } => *at,
        }
    }
}

/// How discs are drawn. Lengths in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointStyle {
    /// Radius of a point, with its rim.
    pub point_radius: f32,
    /// Width of a point's rim.
    pub rim: f32,
    /// Width of a cluster's ring.
    pub ring: f32,
    /// Width of the shadow round each disc.
    pub shade: f32,
    /// Fill of clusters.
    pub fill: Color32,
    /// Rim of points.
    pub edge: Color32,
    /// Shadow.
    pub shadow: Color32,
    /// Colour of each kind.
    pub palette: [Color32; KINDS],
}

#[repr(C)]
#[derive(Clone, Copy, Debug, bytemuck::Pod, bytemuck::Zeroable)]
struct Instance {
    at: [i32; 2],
    /// Where the first four kinds end on the ring, of 255.
    shares: [u8; 4],
    /// Where the fifth ends, the kind of a point, the radius in half points (0: a point), nothing.
    look: [u8; 4],
}

/// A position in units.
fn units(at: WorldXy) -> [f64; 2] {
    [(at.x - 0.5) * UNITS, (at.y - 0.5) * UNITS]
}

/// `at` to the unit: the position at which it is drawn.
#[must_use]
pub(in crate::map) fn snapped(at: WorldXy) -> WorldXy {
    let [x, y] = units(at).map(f64::round);
    WorldXy { x: x / UNITS + 0.5, y: y / UNITS + 0.5 }
}

impl Instance {
    fn new(disc: &Disc) -> Self {
        let at = units(disc.at()).map(|unit| unit.round() as i32);
        match *disc {
            Disc::Point { kind, .. } => Self { at, shares: [0; 4], look: [0, kind as u8, 0, 0] },
            Disc::Cluster { radius, kinds, .. } => {
                let total: u64 = kinds.iter().map(|count| u64::from(*count)).sum();
                let mut before = 0;
                let [a, b, c, d, e, _] = kinds.map(|count| {
                    before += u64::from(count);
                    (255.0 * before as f64 / total.max(1) as f64).round() as u8
                });
                let radius = (2.0 * radius).round().clamp(1.0, 255.0) as u8;
                Self { at, shares: [a, b, c, d], look: [e, 0, radius, 0] }
            }
        }
    }
}

/// Discs ready for the graphics card, in layers of which one is drawn at a time. Cheap to clone;
/// all layers are uploaded once, together.
#[derive(Clone, Debug)]
pub struct PointBatch {
    instances: Arc<Vec<Instance>>,
    layers: Arc<Vec<Chunks>>,
}

impl PointBatch {
    /// A batch of these layers. Discs that follow each other should lie near each other.
    #[must_use]
    pub fn new<L: IntoIterator<Item = Disc>>(layers: impl IntoIterator<Item = L>) -> Self {
        let mut instances: Vec<Instance> = Vec::new();
        let mut found = Vec::new();
        for layer in layers {
            let first = instances.len();
            let mut corners = Vec::new();
            for disc in layer {
                corners.push(relative(disc.at()));
                instances.push(Instance::new(&disc));
            }
            found.push(Chunks::new(&corners, first as u32, |corner| [*corner]));
        }
        Self { instances: Arc::new(instances), layers: Arc::new(found) }
    }

    /// How many discs all layers have.
    #[must_use]
    pub fn len(&self) -> usize {
        self.instances.len()
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.instances.is_empty()
    }

    /// Bytes that the discs take here, and once more on the graphics card.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.instances.len() * size_of::<Instance>()
    }
}

/// The shape that draws layer `layer` of `batch` over the whole map; `reach` is the largest
/// radius among its discs, in points.
pub fn shape(
    view: &View,
    batch: &PointBatch,
    layer: usize,
    reach: f32,
    style: &PointStyle,
) -> Shape {
    let reach = reach + style.ring + style.shade + 2.0;
    let ranges =
        batch.layers.get(layer).map(|chunks| chunks.visible(view, reach)).unwrap_or_default();
    if ranges.is_empty() {
        return Shape::Noop;
    }
    let scale = view.scale() / UNITS;
    let exact = units(view.world_from_screen(view.rect.center()));
    let center = exact.map(f64::round);
    let half = 0.5 * view.rect.size();
    let rest = |axis: usize, half: f32| {
        let (exact, center) = (exact.get(axis).copied(), center.get(axis).copied());
        f64::from(half) - scale * (exact.unwrap_or_default() - center.unwrap_or_default())
    };
    let uniform = Uniform {
        center: center.map(|unit| unit as i32),
        offset: [rest(0, half.x) as f32, rest(1, half.y) as f32],
        viewport: view.rect.size().into(),
        scale: scale as f32,
        pixels_per_point: 1.0,
        point_radius: style.point_radius,
        rim: style.rim,
        ring: style.ring,
        shade: style.shade,
        fill: shader_color(style.fill),
        edge: shader_color(style.edge),
        shadow: shader_color(style.shadow),
        palette: style.palette.map(shader_color),
    };
    let call = PointCall { rect: view.rect, batch: batch.clone(), ranges, uniform };
    Shape::Callback(Callback::new_paint_callback(view.rect, call))
}

#[repr(C)]
#[derive(Clone, Copy, Debug, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniform {
    center: [i32; 2],
    offset: [f32; 2],
    viewport: [f32; 2],
    scale: f32,
    pixels_per_point: f32,
    point_radius: f32,
    rim: f32,
    ring: f32,
    shade: f32,
    fill: [f32; 4],
    edge: [f32; 4],
    shadow: [f32; 4],
    palette: [[f32; 4]; KINDS],
}

struct PointCall {
    rect: Rect,
    batch: PointBatch,
    ranges: Vec<Range<u32>>,
    uniform: Uniform,
}

struct Uploaded {
    /// Held to tell whether the discs to draw are those uploaded.
    instances: Arc<Vec<Instance>>,
    buffer: wgpu::Buffer,
}

struct PointResources {
    pipeline: wgpu::RenderPipeline,
    slot: UniformSlot,
    uploaded: Option<Uploaded>,
    uploads: u64,
}

impl CallbackTrait for PointCall {
    fn prepare(
        &self,
        device: &wgpu::Device,
        queue: &wgpu::Queue,
        screen: &ScreenDescriptor,
        _: &mut wgpu::CommandEncoder,
        resources: &mut CallbackResources,
    ) -> Vec<wgpu::CommandBuffer> {
        let seen = Viewport::of(self.rect, screen, resources);
        let Some(points) = resources.get_mut::<PointResources>() else { return Vec::new() };
        let uniform = Uniform {
            pixels_per_point: screen.pixels_per_point,
            offset: seen.moved(self.uniform.offset),
            viewport: seen.size.into(),
            ..self.uniform
        };
        queue.write_buffer(&points.slot.buffer, 0, bytemuck::bytes_of(&uniform));
        let is_there =
            |uploaded: &Uploaded| Arc::ptr_eq(&uploaded.instances, &self.batch.instances);
        if !points.uploaded.as_ref().is_some_and(is_there) {
            points.uploads += 1;
            points.uploaded = Some(Uploaded {
                instances: self.batch.instances.clone(),
                buffer: device.create_buffer_init(&BufferInitDescriptor {
                    label: Some("points"),
                    contents: bytemuck::cast_slice(&self.batch.instances),
                    usage: wgpu::BufferUsages::VERTEX,
                }),
            });
        }
        Vec::new()
    }

    fn paint(
        &self,
        _: egui::epaint::PaintCallbackInfo,
        pass: &mut wgpu::RenderPass<'static>,
        resources: &CallbackResources,
    ) {
        let Some(points) = resources.get::<PointResources>() else { return };
        let Some(uploaded) = &points.uploaded else { return };
        pass.set_pipeline(&points.pipeline);
        pass.set_bind_group(0, &points.slot.bind_group, &[]);
        pass.set_vertex_buffer(0, uploaded.buffer.slice(..));
        for range in &self.ranges {
            pass.draw(0..4, range.clone());
        }
    }
}

/// How often points were sent to the graphics card.
pub(super) fn uploads(resources: &CallbackResources) -> u64 {
    resources.get::<PointResources>().map_or(0, |points| points.uploads)
}

/// Makes the point pipeline of a renderer.
pub(super) fn install(render_state: &RenderState) {
    let device = &render_state.device;
    let shader = device.create_shader_module(wgpu::ShaderModuleDescriptor {
        label: Some("points"),
        source: wgpu::ShaderSource::Wgsl(include_str!("point.wgsl").into()),
    });
    let layout = super::uniform_layout(device, "point style");
    let attributes = wgpu::vertex_attr_array![0 => Sint32x2, 1 => Unorm8x4, 2 => Uint8x4];
    let pipeline = super::pipeline(
        render_state,
        &PipelineParts {
            label: "points",
            shader: &shader,
            layout: &layout,
            vertices: wgpu::VertexBufferLayout {
                array_stride: size_of::<Instance>() as u64,
                step_mode: wgpu::VertexStepMode::Instance,
                attributes: &attributes,
            },
            topology: wgpu::PrimitiveTopology::TriangleStrip,
        },
    );
    let slot = UniformSlot::new(device, &layout, "point style", size_of::<Uniform>());
    let resources = PointResources { pipeline, slot, uploaded: None, uploads: 0 };
    render_state.renderer.write().callback_resources.insert(resources);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;

    #[test]
    fn kinds_end_on_the_ring_where_their_shares_do() {
        let at = WorldXy { x: 0.5, y: 0.5 };
        let ring = |kinds| {
            let Instance { shares: [a, b, c, d], look: [e, ..], .. } =
                Instance::new(&Disc::Cluster { at, radius: 18.0, kinds });
            [a, b, c, d, e]
        };
        assert_eq!(ring([1, 1, 0, 2, 0, 0]), [64, 128, 128, 255, 255]);
        assert_eq!(ring([0, 0, 0, 0, 0, 9]), [0; 5]);
        assert_eq!(ring([u32::MAX; 6]), [43, 85, 128, 170, 213]);
        assert_eq!(ring([0; 6]), [0; 5]);
    }

    #[test]
    fn positions_keep_a_hundredth_of_a_point_at_the_deepest_zoom_all_round_the_world() {
        for lon in [-180.0, -179.999_999, 0.0, 2.967_78, 180.0] {
            let at = WorldXy::from_geo(LonLat::saturating(lon, 19.948_61));
            let drawn = Instance::new(&Disc::Point { at, kind: 0 }).at.map(f64::from);
            let points = 256.0 * 14.0_f64.exp2();
            let off = (drawn[0] / UNITS + 0.5 - at.x).hypot(drawn[1] / UNITS + 0.5 - at.y);
            assert!(off * points < 0.01, "{lon}: {}", off * points);
            assert!(drawn.iter().all(|unit| unit.abs() <= UNITS / 2.0));
        }
    }
}
