//! What egui's painter cannot draw well: relief under tints, lines with round joins, and discs by
//! the hundred thousand.
//!
//! The pipelines keep their buffers in the renderer's callback resources. Positions of
//! ground and lines are f32 world units (the Mercator square is 1 wide) from [`ORIGIN`], which
//! leaves errors below a tenth of a point at the deepest zoom; those of points are whole numbers.

mod chunks;
mod ground;
mod lines;
mod points;

pub use ground::{GroundLayer, GroundMesh, GroundStyle, Relief, shape as ground_shape};
pub use lines::{LineBatch, LinePainter, LineStyle};
pub use points::{Disc, PointBatch, PointStyle, shape as points_shape};
pub(super) use points::{KINDS, snapped};

use super::view::{View, WorldXy};
use egui::epaint::ViewportInPixels;
use egui::{Rect, Vec2, vec2};
use egui_wgpu::{CallbackResources, RenderState, ScreenDescriptor, wgpu};

/// Where world units are counted from: the middle of the theatre (2° E, 23° N).
pub const ORIGIN: WorldXy = WorldXy { x: 0.505_555_555_555_555_5, y: 0.434_322_706_382_463_2 };

/// Readies a renderer for the map: call once for each renderer, before its first frame.
pub fn install(render_state: &RenderState) {
    walkers::install_renderer(Some(render_state));
    ground::install(render_state);
    lines::install(render_state);
    points::install(render_state);
}

/// How often ground, lines or points were sent to the graphics card of a renderer: it counts up when
/// something new is shown, and not with the frames.
#[must_use]
pub fn uploads(render_state: &RenderState) -> u64 {
    let resources = &render_state.renderer.read().callback_resources;
    ground::uploads(resources) + lines::uploads(resources) + points::uploads(resources)
}

/// The corner of the piece that is drawn now, in points of the whole picture.
struct Piece(Vec2);

/// Draws what follows as the piece of a picture with its corner at `corner`, in points of the whole.
/// Shapes are moved there by the caller; what is drawn by callbacks moves itself.
pub fn draw_piece(render_state: &RenderState, corner: Vec2) {
    render_state.renderer.write().callback_resources.insert(Piece(corner));
}

/// Where a call is really drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Viewport {
    /// From its corner to that of the call's rectangle, in points.
    shift: Vec2,
    /// In points.
    size: Vec2,
}

impl Viewport {
    /// The viewport that epaint makes of `rect`: it begins and ends at whole pixels, and within the
    /// screen, which may be a piece of a picture.
    fn of(rect: Rect, screen: &ScreenDescriptor, resources: &CallbackResources) -> Self {
        let corner = resources.get::<Piece>().map_or(Vec2::ZERO, |piece| piece.0);
        Self::within(rect.translate(-corner), screen)
    }

    fn within(rect: Rect, screen: &ScreenDescriptor) -> Self {
        let pixel = screen.pixels_per_point;
        let seen = ViewportInPixels::from_points(&rect, pixel, screen.size_in_pixels);
        let points = |x: i32, y: i32| vec2(x as f32, y as f32) / pixel;
        Self {
            shift: rect.min.to_vec2() - points(seen.left_px, seen.top_px),
            size: points(seen.width_px, seen.height_px),
        }
    }

    /// An offset from the rectangle's corner, from the viewport's.
    fn moved(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [x + self.shift.x, y + self.shift.y]
    }
}

/// A point in world units from [`ORIGIN`].
fn relative(at: WorldXy) -> [f32; 2] {
    [(at.x - ORIGIN.x) as f32, (at.y - ORIGIN.y) as f32]
}

/// Where [`ORIGIN`] lies, in points from the corner of the map.
fn origin_offset(view: &View) -> [f32; 2] {
    let at = view.screen_from_world(ORIGIN) - view.rect.min;
    [at.x, at.y]
}

/// A colour as the shaders take it: premultiplied, in gamma space.
fn shader_color(color: egui::Color32) -> [f32; 4] {
    color.to_array().map(|c| f32::from(c) / 255.0)
}

/// A uniform buffer of one call, bound.
struct UniformSlot {
    buffer: wgpu::Buffer,
    bind_group: wgpu::BindGroup,
}

impl UniformSlot {
    fn new(
        device: &wgpu::Device,
        layout: &wgpu::BindGroupLayout,
        label: &'static str,
        size: usize,
    ) -> Self {
        let buffer = device.create_buffer(&wgpu::BufferDescriptor {
            label: Some(label),
            size: size as u64,
            usage: wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let bind_group = device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some(label),
            layout,
            entries: &[wgpu::BindGroupEntry { binding: 0, resource: buffer.as_entire_binding() }],
        });
        Self { buffer, bind_group }
    }
}

/// The layout of a pipeline that takes one uniform buffer and nothing else.
fn uniform_layout(device: &wgpu::Device, label: &'static str) -> wgpu::BindGroupLayout {
    device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
        label: Some(label),
        entries: &[wgpu::BindGroupLayoutEntry {
            binding: 0,
            visibility: wgpu::ShaderStages::VERTEX_FRAGMENT,
            ty: wgpu::BindingType::Buffer {
                ty: wgpu::BufferBindingType::Uniform,
                has_dynamic_offset: false,
                min_binding_size: None,
            },
            count: None,
        }],
    })
}

/// What differs between the pipelines.
struct PipelineParts<'a> {
    label: &'static str,
    shader: &'a wgpu::ShaderModule,
    layout: &'a wgpu::BindGroupLayout,
    vertices: wgpu::VertexBufferLayout<'a>,
    topology: wgpu::PrimitiveTopology,
}

/// A pipeline that paints premultiplied colours into egui's own pass.
fn pipeline(render_state: &RenderState, parts: &PipelineParts<'_>) -> wgpu::RenderPipeline {
    let device = &render_state.device;
    let layout = device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
        label: Some(parts.label),
        bind_group_layouts: &[Some(parts.layout)],
        immediate_size: 0,
    });
    device.create_render_pipeline(&wgpu::RenderPipelineDescriptor {
        label: Some(parts.label),
        layout: Some(&layout),
        vertex: wgpu::VertexState {
            module: parts.shader,
            entry_point: Some("vs"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            buffers: &[Some(parts.vertices.clone())],
        },
        fragment: Some(wgpu::FragmentState {
            module: parts.shader,
            entry_point: Some("fs"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            targets: &[Some(wgpu::ColorTargetState {
                format: render_state.target_format,
                blend: Some(wgpu::BlendState::PREMULTIPLIED_ALPHA_BLENDING),
                write_mask: wgpu::ColorWrites::ALL,
            })],
        }),
        primitive: wgpu::PrimitiveState { topology: parts.topology, ..Default::default() },
        depth_stencil: None,
        multisample: wgpu::MultisampleState::default(),
        multiview_mask: None,
        cache: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_call_that_leaves_the_screen_keeps_its_place_and_its_scale() {
        let screen = ScreenDescriptor { size_in_pixels: [200, 100], pixels_per_point: 2.0 };
        let rect = Rect::from_min_max(pos2(-30.0, 10.0), pos2(400.0, 45.0));
        let seen = Viewport::within(rect, &screen);
        assert_eq!(seen, Viewport { shift: vec2(-30.0, 0.0), size: vec2(100.0, 35.0) });
        let rect = Rect::from_min_max(pos2(10.2, 10.0), pos2(60.0, 45.0));
        let seen = Viewport::within(rect, &screen);
        assert!((seen.shift.x - 0.2).abs() < 1e-5, "epaint begins at the whole pixel 20");
    }
}
