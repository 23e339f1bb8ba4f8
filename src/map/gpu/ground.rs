//! Land in its country's tint, multiplied by the relief, and water areas over it.

use super::{PipelineParts, Viewport, origin_offset, relative, shader_color};
use crate::map::view::{View, WorldXy};
use egui::{Color32, Rect, Shape};
use egui_wgpu::wgpu::util::{BufferInitDescriptor, DeviceExt as _};
use egui_wgpu::{Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor, wgpu};
use std::sync::Arc;

/// Roles of an area, in the order of the shader's palette.
const ROLES: usize = 6;
/// How many meshes may be drawn in a frame: see [`GroundLayer`].
const LAYERS: usize = 5;

/// Which of the frame's meshes this is; each has buffers of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroundLayer {
    /// Land for small scales.
    Coarse = 0,
    /// Land for large scales.
    Fine = 1,
    /// Water areas for large scales.
    Water = 2,
    /// Land of the small map in the corner.
    Overview = 3,
    /// Land in the loupe of a claim.
    Loupe = 4,
}

/// Triangles of areas, each vertex with the area's role.
#[derive(Clone, Debug, Default)]
pub struct GroundMesh {
    vertices: Vec<Vertex>,
    indices: Vec<u32>,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, bytemuck::Pod, bytemuck::Zeroable)]
struct Vertex {
    at: [f32; 2],
    role: u32,
}

impl GroundMesh {
    /// Adds an area; `role` is its place in the palette of [`GroundStyle::tints`], `triangles`
    /// are indices into `vertices`. A role outside the palette is left out.
    pub fn push(
        &mut self,
        role: usize,
        vertices: impl Iterator<Item = WorldXy>,
        triangles: &[u32],
    ) {
        if role >= ROLES {
            return;
        }
        let first = self.vertices.len() as u32;
        self.vertices.extend(vertices.map(|v| Vertex { at: relative(v), role: role as u32 }));
        self.indices.extend(triangles.iter().map(|i| first + i));
    }
}

/// The hillshade, and where it lies.
#[derive(Clone, Debug)]
pub struct Relief {
    /// Grey values, row by row from the north; 128 is flat.
    pub shades: Vec<u8>,
    /// Columns and rows.
    pub size: [u32; 2],
    /// North-west corner.
    pub from: WorldXy,
    /// South-east corner.
    pub to: WorldXy,
}

/// Colours and strength of the relief.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroundStyle {
    /// Algeria, Mali, Niger, Burkina Faso, land outside, water.
    pub tints: [Color32; ROLES],
    /// How strongly the relief shows on the four countries (k of the theme).
    pub shade_tints: f32,
    /// How strongly it shows outside.
    pub shade_outside: f32,
}

/// The shape that draws one of the meshes over the whole map.
pub fn shape(
    view: &View,
    layer: GroundLayer,
    mesh: &Arc<GroundMesh>,
    relief: &Arc<Relief>,
    style: &GroundStyle,
) -> Shape {
    let (from, to) = (relative(relief.from), relative(relief.to));
    let uniform = Uniform {
        scale: view.scale() as f32,
        shade_tints: style.shade_tints,
        offset: origin_offset(view),
        viewport: view.rect.size().into(),
        shade_outside: style.shade_outside,
        pad: 0.0,
        relief_origin: from,
        relief_size: [to[0] - from[0], to[1] - from[1]],
        tints: style.tints.map(shader_color),
    };
    let (mesh, relief) = (mesh.clone(), relief.clone());
    let call = GroundCall { rect: view.rect, layer, mesh, relief, uniform };
    Shape::Callback(Callback::new_paint_callback(view.rect, call))
}

#[repr(C)]
#[derive(Clone, Copy, Debug, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniform {
    scale: f32,
    shade_tints: f32,
    offset: [f32; 2],
    viewport: [f32; 2],
    shade_outside: f32,
    pad: f32,
    relief_origin: [f32; 2],
    relief_size: [f32; 2],
    tints: [[f32; 4]; ROLES],
}

struct GroundCall {
    rect: Rect,
    layer: GroundLayer,
    mesh: Arc<GroundMesh>,
    relief: Arc<Relief>,
    uniform: Uniform,
}

struct Uploaded {
    /// Held to tell whether the mesh to draw is the one uploaded.
    mesh: Arc<GroundMesh>,
    vertices: wgpu::Buffer,
    indices: wgpu::Buffer,
    uniform: wgpu::Buffer,
    bind_group: wgpu::BindGroup,
}

struct GroundResources {
    pipeline: wgpu::RenderPipeline,
    layout: wgpu::BindGroupLayout,
    sampler: wgpu::Sampler,
    relief: Option<wgpu::TextureView>,
    uploaded: [Option<Uploaded>; LAYERS],
    uploads: u64,
}

impl GroundResources {
    fn upload_relief(&mut self, device: &wgpu::Device, queue: &wgpu::Queue, relief: &Relief) {
        let [width, height] = relief.size;
        let texture = device.create_texture_with_data(
            queue,
            &wgpu::TextureDescriptor {
                label: Some("relief"),
                size: wgpu::Extent3d { width, height, depth_or_array_layers: 1 },
                mip_level_count: 1,
                sample_count: 1,
                dimension: wgpu::TextureDimension::D2,
                format: wgpu::TextureFormat::R8Unorm,
                usage: wgpu::TextureUsages::TEXTURE_BINDING,
                view_formats: &[],
            },
            wgpu::util::TextureDataOrder::LayerMajor,
            &relief.shades,
        );
        self.relief = Some(texture.create_view(&wgpu::TextureViewDescriptor::default()));
    }

    fn upload(&self, device: &wgpu::Device, mesh: &Arc<GroundMesh>) -> Option<Uploaded> {
        let relief = self.relief.as_ref()?;
        let buffer = |label, contents, usage| {
            device.create_buffer_init(&BufferInitDescriptor { label: Some(label), contents, usage })
        };
        let uniform = device.create_buffer(&wgpu::BufferDescriptor {
            label: Some("ground style"),
            size: size_of::<Uniform>() as u64,
            usage: wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let bind_group = device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some("ground"),
            layout: &self.layout,
            entries: &[
                wgpu::BindGroupEntry { binding: 0, resource: uniform.as_entire_binding() },
                wgpu::BindGroupEntry {
                    binding: 1,
                    resource: wgpu::BindingResource::TextureView(relief),
                },
                wgpu::BindGroupEntry {
                    binding: 2,
                    resource: wgpu::BindingResource::Sampler(&self.sampler),
                },
            ],
        });
        // Two layers may draw one mesh.
        let same = self.uploaded.iter().flatten().find(|u| Arc::ptr_eq(&u.mesh, mesh));
        let (vertices, indices) = same.map_or_else(
            || {
                let vertices = bytemuck::cast_slice(&mesh.vertices);
                let indices = bytemuck::cast_slice(&mesh.indices);
                (
                    buffer("ground vertices", vertices, wgpu::BufferUsages::VERTEX),
                    buffer("ground triangles", indices, wgpu::BufferUsages::INDEX),
                )
            },
            |same| (same.vertices.clone(), same.indices.clone()),
        );
        Some(Uploaded { mesh: mesh.clone(), vertices, indices, uniform, bind_group })
    }
}

impl CallbackTrait for GroundCall {
    fn prepare(
        &self,
        device: &wgpu::Device,
        queue: &wgpu::Queue,
        screen: &ScreenDescriptor,
        _: &mut wgpu::CommandEncoder,
        resources: &mut CallbackResources,
    ) -> Vec<wgpu::CommandBuffer> {
        let seen = Viewport::of(self.rect, screen, resources);
        let Some(ground) = resources.get_mut::<GroundResources>() else { return Vec::new() };
        if ground.relief.is_none() {
            ground.uploads += 1;
            ground.upload_relief(device, queue, &self.relief);
        }
        let slot = self.layer as usize;
        let stale =
            !matches!(ground.uploaded.get(slot), Some(Some(u)) if Arc::ptr_eq(&u.mesh, &self.mesh));
        if stale {
            ground.uploads += 1;
            let fresh = ground.upload(device, &self.mesh);
            if let Some(place) = ground.uploaded.get_mut(slot) {
                *place = fresh;
            }
        }
        if let Some(Some(uploaded)) = ground.uploaded.get(slot) {
            let uniform = Uniform {
                offset: seen.moved(self.uniform.offset),
                viewport: seen.size.into(),
                ..self.uniform
            };
            queue.write_buffer(&uploaded.uniform, 0, bytemuck::bytes_of(&uniform));
        }
        Vec::new()
    }

    fn paint(
        &self,
        _: egui::epaint::PaintCallbackInfo,
        pass: &mut wgpu::RenderPass<'static>,
        resources: &CallbackResources,
    ) {
        let Some(ground) = resources.get::<GroundResources>() else { return };
        let Some(Some(uploaded)) = ground.uploaded.get(self.layer as usize) else { return };
        pass.set_pipeline(&ground.pipeline);
        pass.set_bind_group(0, &uploaded.bind_group, &[]);
        pass.set_vertex_buffer(0, uploaded.vertices.slice(..));
        pass.set_index_buffer(uploaded.indices.slice(..), wgpu::IndexFormat::Uint32);
        pass.draw_indexed(0..uploaded.mesh.indices.len() as u32, 0, 0..1);
    }
}

/// How often ground or its relief was sent to the graphics card.
pub(super) fn uploads(resources: &CallbackResources) -> u64 {
    resources.get::<GroundResources>().map_or(0, |ground| ground.uploads)
}

fn bind_group_layout(device: &wgpu::Device) -> wgpu::BindGroupLayout {
    let entry = |binding, visibility, ty| wgpu::BindGroupLayoutEntry {
        binding,
        visibility,
        ty,
        count: None,
    };
    let uniform = wgpu::BindingType::Buffer {
        ty: wgpu::BufferBindingType::Uniform,
        has_dynamic_offset: false,
        min_binding_size: None,
    };
    let texture = wgpu::BindingType::Texture {
        sample_type: wgpu::TextureSampleType::Float { filterable: true },
        view_dimension: wgpu::TextureViewDimension::D2,
        multisampled: false,
    };
    let sampler = wgpu::BindingType::Sampler(wgpu::SamplerBindingType::Filtering);
    device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
        label: Some("ground"),
        entries: &[
            entry(0, wgpu::ShaderStages::VERTEX_FRAGMENT, uniform),
            entry(1, wgpu::ShaderStages::FRAGMENT, texture),
            entry(2, wgpu::ShaderStages::FRAGMENT, sampler),
        ],
    })
}

/// Makes the ground pipeline of a renderer.
pub(super) fn install(render_state: &RenderState) {
    let device = &render_state.device;
    let shader = device.create_shader_module(wgpu::ShaderModuleDescriptor {
        label: Some("ground"),
        source: wgpu::ShaderSource::Wgsl(include_str!("ground.wgsl").into()),
    });
    let layout = bind_group_layout(device);
    let attributes = wgpu::vertex_attr_array![0 => Float32x2, 1 => Uint32];
    let pipeline = super::pipeline(
        render_state,
        &PipelineParts {
            label: "ground",
            shader: &shader,
            layout: &layout,
            vertices: wgpu::VertexBufferLayout {
                array_stride: size_of::<Vertex>() as u64,
                step_mode: wgpu::VertexStepMode::Vertex,
                attributes: &attributes,
            },
            topology: wgpu::PrimitiveTopology::TriangleList,
        },
    );
    let sampler = device.create_sampler(&wgpu::SamplerDescriptor {
        label: Some("relief"),
        mag_filter: wgpu::FilterMode::Linear,
        min_filter: wgpu::FilterMode::Linear,
        ..Default::default()
    });
    render_state.renderer.write().callback_resources.insert(GroundResources {
        pipeline,
        layout,
        sampler,
        relief: None,
        uploaded: [const { None }; LAYERS],
        uploads: 0,
    });
}
