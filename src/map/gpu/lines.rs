//! Lines with round joins and ends, one instance a segment, as wide on screen at every zoom.

use super::chunks::Chunks;
use super::{PipelineParts, UniformSlot, Viewport, origin_offset, relative, shader_color};
use crate::map::view::{View, WorldXy};
use egui::{Color32, Pos2, Rect, Shape, vec2};
use egui_wgpu::wgpu::util::{BufferInitDescriptor, DeviceExt as _};
use egui_wgpu::{Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor, wgpu};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Frames after which the buffer of a batch that is no longer drawn is freed.
const FORGET_AFTER: u64 = 120;

/// How a line is drawn. Lengths in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineStyle {
    /// Full width.
    pub width: f32,
    /// Colour with its opacity.
    pub color: Color32,
    /// Dash and gap; `None` is solid.
    pub dash: Option<(f32, f32)>,
    /// Width over which the edge fades on each side; 0 is crisp.
    pub fade: f32,
}

impl LineStyle {
    /// A solid crisp line.
    #[must_use]
    pub const fn solid(width: f32, color: Color32) -> Self {
        Self { width, color, dash: None, fade: 0.0 }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug, bytemuck::Pod, bytemuck::Zeroable)]
struct Segment {
    before: [f32; 2],
    a: [f32; 2],
    b: [f32; 2],
    after: [f32; 2],
    along: f32,
}

/// Polylines ready for the graphics card. Cheap to clone; uploaded once for as long as it is
/// drawn at least every few frames.
#[derive(Clone, Debug)]
pub struct LineBatch {
    segments: Arc<Vec<Segment>>,
    chunks: Arc<Chunks>,
}

impl LineBatch {
    /// A batch of polylines; one whose last point equals its first is joined there.
    #[must_use]
    pub fn new<'a>(lines: impl IntoIterator<Item = &'a [WorldXy]>) -> Self {
        let mut segments = Vec::new();
        for line in lines {
            push_polyline(&mut segments, line);
        }
        let chunks = Chunks::new(&segments, 0, |segment| [segment.a, segment.b]);
        Self { segments: Arc::new(segments), chunks: Arc::new(chunks) }
    }

    /// The ends of the segments that may be seen, on the screen: to the nearest point or so.
    pub(in crate::map) fn on_screen(&self, view: &View) -> impl Iterator<Item = [Pos2; 2]> {
        let seen = self.chunks.visible(view, 0.0).into_iter();
        let seen = seen.filter_map(|run| self.segments.get(run.start as usize..run.end as usize));
        let (from, scale) = (view.screen_from_world(super::ORIGIN), view.scale() as f32);
        let at = move |[x, y]: [f32; 2]| from + scale * vec2(x, y);
        seen.flatten().map(move |segment| [at(segment.a), at(segment.b)])
    }

    /// Number of segments.
    #[must_use]
    pub fn len(&self) -> usize {
        self.segments.len()
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }
}

fn push_polyline(segments: &mut Vec<Segment>, line: &[WorldXy]) {
    let points: Vec<[f32; 2]> = line.iter().map(|p| relative(*p)).collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
    // The same corner twice is the same two numbers.
    let closed = points.len() > 2 && first.map(f32::to_bits) == last.map(f32::to_bits);
    let mut along = 0.0_f64;
    for (i, pair) in points.windows(2).enumerate() {
        let &[a, b] = pair else { continue };
        let before = match i.checked_sub(1) {
            Some(j) => points.get(j),
            None if closed => points.get(points.len() - 2),
            None => None,
        };
        let after = match points.get(i + 2) {
            None if closed => points.get(1),
            found => found,
        };
        segments.push(Segment {
            before: *before.unwrap_or(&a),
            a,
            b,
            after: *after.unwrap_or(&b),
            along: along as f32,
        });
        along += f64::from(b[0] - a[0]).hypot(f64::from(b[1] - a[1]));
    }
}

/// Hands out the shapes of a frame's lines. Make one a frame.
#[derive(Debug, Default)]
pub struct LinePainter {
    slots: usize,
}

impl LinePainter {
    /// The shape that draws `batch` in `style` over the whole map.
    pub fn shape(&mut self, view: &View, batch: &LineBatch, style: LineStyle) -> Shape {
        let ranges = batch.chunks.visible(view, style.width + style.fade + 2.0);
        if ranges.is_empty() {
            return Shape::Noop;
        }
        let slot = self.slots;
        self.slots += 1;
        let (dash, gap) = style.dash.unwrap_or((0.0, 0.0));
        let uniform = Uniform {
            scale: view.scale() as f32,
            pixels_per_point: 1.0,
            offset: origin_offset(view),
            viewport: view.rect.size().into(),
            half_width: 0.5 * style.width,
            dash,
            gap,
            fade: style.fade,
            pad: [0.0; 2],
            color: shader_color(style.color),
        };
        let segments = batch.segments.clone();
        let call = LineCall { rect: view.rect, segments, ranges, uniform, slot };
        Shape::Callback(Callback::new_paint_callback(view.rect, call))
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniform {
    scale: f32,
    pixels_per_point: f32,
    offset: [f32; 2],
    viewport: [f32; 2],
    half_width: f32,
    dash: f32,
    gap: f32,
    fade: f32,
    pad: [f32; 2],
    color: [f32; 4],
}

struct LineCall {
    rect: Rect,
    segments: Arc<Vec<Segment>>,
    ranges: Vec<Range<u32>>,
    uniform: Uniform,
    /// Which of the frame's uniform buffers is this call's.
    slot: usize,
}

struct Uploaded {
    /// Held, so that no other batch can get the address that is this one's key.
    _segments: Arc<Vec<Segment>>,
    buffer: wgpu::Buffer,
    last_drawn: u64,
}

struct LineResources {
    pipeline: wgpu::RenderPipeline,
    layout: wgpu::BindGroupLayout,
    uniforms: Vec<UniformSlot>,
    uploaded: HashMap<usize, Uploaded>,
    frame: u64,
    uploads: u64,
}

fn key(segments: &Arc<Vec<Segment>>) -> usize {
    Arc::as_ptr(segments).addr()
}

impl CallbackTrait for LineCall {
    fn prepare(
        &self,
        device: &wgpu::Device,
        queue: &wgpu::Queue,
        screen: &ScreenDescriptor,
        _: &mut wgpu::CommandEncoder,
        resources: &mut CallbackResources,
    ) -> Vec<wgpu::CommandBuffer> {
        let seen = Viewport::of(self.rect, screen, resources);
        let Some(lines) = resources.get_mut::<LineResources>() else { return Vec::new() };
        if self.slot == 0 {
            lines.frame += 1;
            let frame = lines.frame;
            lines.uploaded.retain(|_, u| u.last_drawn + FORGET_AFTER > frame);
        }
        while lines.uniforms.len() <= self.slot {
            let size = size_of::<Uniform>();
            lines.uniforms.push(UniformSlot::new(device, &lines.layout, "line style", size));
        }
        if let Some(slot) = lines.uniforms.get(self.slot) {
            let uniform = Uniform {
                pixels_per_point: screen.pixels_per_point,
                offset: seen.moved(self.uniform.offset),
                viewport: seen.size.into(),
                ..self.uniform
            };
            queue.write_buffer(&slot.buffer, 0, bytemuck::bytes_of(&uniform));
        }
        let frame = lines.frame;
        let LineResources { uploaded, uploads, .. } = lines;
        uploaded
            .entry(key(&self.segments))
            .or_insert_with(|| {
                *uploads += 1;
                Uploaded {
                    _segments: self.segments.clone(),
                    buffer: device.create_buffer_init(&BufferInitDescriptor {
                        label: Some("line segments"),
                        contents: bytemuck::cast_slice(&self.segments),
                        usage: wgpu::BufferUsages::VERTEX,
                    }),
                    last_drawn: frame,
                }
            })
            .last_drawn = frame;
        Vec::new()
    }

    fn paint(
        &self,
        _: egui::epaint::PaintCallbackInfo,
        pass: &mut wgpu::RenderPass<'static>,
        resources: &CallbackResources,
    ) {
        let Some(lines) = resources.get::<LineResources>() else { return };
        let (Some(slot), Some(uploaded)) =
            (lines.uniforms.get(self.slot), lines.uploaded.get(&key(&self.segments)))
        else {
            return;
        };
        pass.set_pipeline(&lines.pipeline);
        pass.set_bind_group(0, &slot.bind_group, &[]);
        pass.set_vertex_buffer(0, uploaded.buffer.slice(..));
        for range in &self.ranges {
            pass.draw(0..4, range.clone());
        }
    }
}

/// How often lines were sent to the graphics card.
pub(super) fn uploads(resources: &CallbackResources) -> u64 {
    resources.get::<LineResources>().map_or(0, |lines| lines.uploads)
}

/// Makes the line pipeline of a renderer.
pub(super) fn install(render_state: &RenderState) {
    let device = &render_state.device;
    let shader = device.create_shader_module(wgpu::ShaderModuleDescriptor {
        label: Some("lines"),
        source: wgpu::ShaderSource::Wgsl(include_str!("line.wgsl").into()),
    });
    let layout = super::uniform_layout(device, "line style");
    let attributes = wgpu::vertex_attr_array![0 => Float32x2, 1 => Float32x2, 2 => Float32x2, 3 => Float32x2, 4 => Float32];
    let pipeline = super::pipeline(
        render_state,
        &PipelineParts {
            label: "lines",
            shader: &shader,
            layout: &layout,
            vertices: wgpu::VertexBufferLayout {
                array_stride: size_of::<Segment>() as u64,
                step_mode: wgpu::VertexStepMode::Instance,
                attributes: &attributes,
            },
            topology: wgpu::PrimitiveTopology::TriangleStrip,
        },
    );
    render_state.renderer.write().callback_resources.insert(LineResources {
        pipeline,
        layout,
        uniforms: Vec::new(),
        uploaded: HashMap::new(),
        frame: 0,
        uploads: 0,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;
    use crate::map::gpu::ORIGIN;
    use crate::state::Camera;
    use egui::{Rect, pos2, vec2};

    fn world(lon: f64, lat: f64) -> WorldXy {
        WorldXy::from_geo(LonLat::saturating(lon, lat))
    }

    #[test]
    fn a_closed_line_is_joined_at_its_ends() {
        let ring = [world(0.0, 10.0), world(5.0, 10.0), world(5.0, 15.0), world(0.0, 10.0)];
        let batch = LineBatch::new([ring.as_slice()]);
        assert_eq!(batch.len(), 3);
        let (first, last) = (batch.segments[0], batch.segments[2]);
        let bits = |point: [f32; 2]| point.map(f32::to_bits);
        assert_eq!(bits(first.before), bits(last.a));
        assert_eq!(bits(last.after), bits(first.b));
    }

    #[test]
    fn an_open_line_repeats_its_ends() {
        let line = [world(0.0, 10.0), world(5.0, 10.0)];
        let segment = LineBatch::new([line.as_slice()]).segments[0];
        let bits = |point: [f32; 2]| point.map(f32::to_bits);
        assert_eq!(bits(segment.before), bits(segment.a));
        assert_eq!(bits(segment.after), bits(segment.b));
    }

    #[test]
    fn what_is_off_the_screen_is_not_drawn() {
        let near: Vec<_> = (0..200).map(|i| world(f64::from(i) * 0.001, 15.0)).collect();
        let far: Vec<_> = (0..200).map(|i| world(10.0 + f64::from(i) * 0.001, 30.0)).collect();
        let batch = LineBatch::new([near.as_slice(), far.as_slice()]);
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        let view = View::new(rect, Camera { center: LonLat::saturating(0.1, 15.0), zoom: 12.0 });
        let seen: u32 = batch.chunks.visible(&view, 4.0).iter().map(|r| r.end - r.start).sum();
        assert!((1..=256).contains(&seen), "{seen} of {} segments", batch.len());
        assert!((ORIGIN.x - world(2.0, 23.0).x).abs() < 1e-9);
        assert!((ORIGIN.y - world(2.0, 23.0).y).abs() < 1e-4);
    }
}
