//! egui without a window: runs a user interface and reads its picture back from the graphics
//! card, or from a software driver where there is none.

use super::pieces::Cut;
use crate::geodata::GeodataError;
use crate::map::theme::ThemeError;
use crate::map::{TilesError, gpu};
use egui::epaint::{ClippedPrimitive, ClippedShape, textures::TexturesDelta};
use egui::{Pos2, RawInput, Rect, TextureId, Ui, ViewportId, vec2};
use egui_wgpu::{
    RenderState, RendererOptions, ScreenDescriptor, WgpuConfiguration, WgpuSetup,
    WgpuSetupCreateNew, WgpuSetupExisting, wgpu,
};

/// Why a picture cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// There is no Vulkan or OpenGL driver, or it does not start.
    #[error("starting the graphics driver")]
    Start(#[from] egui_wgpu::WgpuError),
    /// The driver refused, for example for want of memory.
    #[error("the graphics driver")]
    Driver(#[from] wgpu::Error),
    /// The driver did not hand the picture back.
    #[error("reading the picture back: {0}")]
    Readback(String),
    /// It is no longer wanted.
    #[error("it was stopped")]
    Cancelled,
    /// Tiles that it wants did not come over the network.
    #[error("tiles of the base map did not come over the network")]
    TilesMissing,
    /// The colours are damaged.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The base map is damaged.
    #[error(transparent)]
    Tiles(#[from] TilesError),
    /// The list of sources, whose credits go into the file, is damaged.
    #[error(transparent)]
    Sources(#[from] GeodataError),
    /// The picture cannot be encoded.
    #[error("encoding the picture")]
    Encode(#[from] png::EncodingError),
    /// The picture of a page cannot be encoded.
    #[error("encoding the picture")]
    EncodePage(#[from] image::ImageError),
    /// A page cannot take its picture.
    #[error("putting the picture on its page: {0}")]
    Unreadable(String),
    /// The PDF cannot be put together.
    #[error("the PDF")]
    Document(#[from] krilla::error::KrillaError),
}

impl DrawError {
    /// Whether another graphics driver may help.
    #[must_use]
    pub const fn is_of_driver(&self) -> bool {
        matches!(self, Self::Start(_) | Self::Driver(_) | Self::Readback(_))
    }
}

/// A renderer and an egui context of their own.
pub struct Offscreen {
    render_state: RenderState,
    /// The context that the pictures are drawn in.
    pub ctx: egui::Context,
}

impl Offscreen {
    /// A renderer on the window's device, or on one of its own.
    ///
    /// # Errors
    /// When no graphics driver can be started.
    pub fn new(window: Option<&RenderState>) -> Result<Self, DrawError> {
        let setup = match window {
            Some(shared) => WgpuSetup::Existing(WgpuSetupExisting {
                instance: shared.instance.clone(),
                adapter: shared.adapter.clone(),
                device: shared.device.clone(),
                queue: shared.queue.clone(),
            }),
            None => WgpuSetup::CreateNew(WgpuSetupCreateNew::without_display_handle()),
        };
        let render_state = pollster::block_on(async {
            let instance = setup.new_instance().await;
            let config = WgpuConfiguration { wgpu_setup: setup, ..Default::default() };
            RenderState::create(&config, &instance, None, RendererOptions::PREDICTABLE).await
        })?;
        gpu::install(&render_state);
        Ok(Self { render_state, ctx: egui::Context::default() })
    }

    /// What it draws with.
    #[must_use]
    pub fn device(&self) -> &wgpu::Device {
        &self.render_state.device
    }

    /// The pieces that a picture of this size is drawn in: one, where the driver can.
    #[must_use]
    pub fn cut(&self, size: [u32; 2]) -> Cut {
        Cut::new(size, self.render_state.device.limits().max_texture_dimension_2d)
    }

    /// Runs `ui` and returns the picture in one piece: rows of red, green, blue, from the top.
    ///
    /// The interface runs twice: the first time makes the glyphs and textures that the second
    /// one needs, as in a window.
    ///
    /// # Errors
    /// When the size is beyond the driver's limit, or the driver fails or is out of memory.
    pub fn picture(
        &mut self,
        size: [u32; 2],
        pixels_per_point: f32,
        mut ui: impl FnMut(&mut Ui),
    ) -> Result<Vec<u8>, DrawError> {
        let shapes = self.lay_out(size, pixels_per_point, &mut ui);
        self.piece(size, pixels_per_point, &self.primitives(shapes, pixels_per_point))
    }

    /// The shapes of `ui` on a picture of this size, whose textures are on the device from then on.
    pub(super) fn lay_out(
        &self,
        size: [u32; 2],
        pixels_per_point: f32,
        mut ui: impl FnMut(&mut Ui),
    ) -> Vec<ClippedShape> {
        let mut shapes = Vec::new();
        for pass in 0..2_u8 {
            let time = f64::from(pass) / 60.0;
            let (laid_out, textures) = self.run(size, pixels_per_point, time, &mut ui);
            self.take_textures(textures, |_| true);
            shapes = laid_out;
        }
        shapes
    }

    /// The shapes of `ui`, which is run once more and has no text: the glyphs stay where they are.
    pub(super) fn lay_out_again(
        &self,
        size: [u32; 2],
        pixels_per_point: f32,
        mut ui: impl FnMut(&mut Ui),
    ) -> Vec<ClippedShape> {
        let (shapes, textures) = self.run(size, pixels_per_point, 1.0, &mut ui);
        self.take_textures(textures, |id| id != TextureId::default());
        shapes
    }

    fn run(
        &self,
        size: [u32; 2],
        pixels_per_point: f32,
        time: f64,
        ui: &mut impl FnMut(&mut Ui),
    ) -> (Vec<ClippedShape>, TexturesDelta) {
        let points = vec2(size[0] as f32, size[1] as f32) / pixels_per_point;
        let side = self.render_state.device.limits().max_texture_dimension_2d;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, points)),
            time: Some(time),
            max_texture_side: Some(side as usize),
            ..Default::default()
        };
        input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point =
            Some(pixels_per_point);
        let output = self.ctx.run_ui(input, |root| ui(root));
        (output.shapes, output.textures_delta)
    }

    /// Sends textures to the device. None is freed: a picture is over before it has many.
    fn take_textures(&self, mut textures: TexturesDelta, takes: impl Fn(TextureId) -> bool) {
        let (device, queue) = (&self.render_state.device, &self.render_state.queue);
        let mut renderer = self.render_state.renderer.write();
        for (id, deltas) in textures.set.drain().filter(|(id, _)| takes(*id)) {
            for delta in deltas {
                renderer.update_texture(device, queue, id, &delta);
            }
        }
        textures.clear();
    }

    /// Triangles and calls of shapes.
    pub(super) fn primitives(
        &self,
        shapes: Vec<ClippedShape>,
        pixels_per_point: f32,
    ) -> Vec<ClippedPrimitive> {
        self.ctx.tessellate(shapes, pixels_per_point)
    }

    /// Says that what is drawn next is the piece with this corner, in points of the whole picture.
    pub(super) fn begin_piece(&self, corner: egui::Vec2) {
        gpu::draw_piece(&self.render_state, corner);
    }

    /// Draws primitives and reads them back: rows of red, green, blue.
    ///
    /// # Errors
    /// When the size is beyond the driver's limit, or the driver fails or is out of memory.
    pub(super) fn piece(
        &self,
        size: [u32; 2],
        pixels_per_point: f32,
        primitives: &[ClippedPrimitive],
    ) -> Result<Vec<u8>, DrawError> {
        let [width, height] = size;
        let texture = self.refusable(|| {
            let texture = self.render_state.device.create_texture(&wgpu::TextureDescriptor {
                label: Some("picture"),
                size: wgpu::Extent3d { width, height, depth_or_array_layers: 1 },
                mip_level_count: 1,
                sample_count: 1,
                dimension: wgpu::TextureDimension::D2,
                format: self.render_state.target_format,
                usage: wgpu::TextureUsages::RENDER_ATTACHMENT | wgpu::TextureUsages::COPY_SRC,
                view_formats: &[],
            });
            self.render(&texture, size, pixels_per_point, primitives);
            texture
        })?;
        self.refusable(|| self.read_back(&texture, size))?
    }

    /// Does `work` on the device. Where the driver refuses, by default wgpu ends the thread.
    fn refusable<T>(&self, work: impl FnOnce() -> T) -> Result<T, DrawError> {
        let device = &self.render_state.device;
        let memory = device.push_error_scope(wgpu::ErrorFilter::OutOfMemory);
        let validation = device.push_error_scope(wgpu::ErrorFilter::Validation);
        let done = work();
        // In the reverse order of their pushing.
        let validation = pollster::block_on(validation.pop());
        let memory = pollster::block_on(memory.pop());
        memory.or(validation).map_or(Ok(done), |refused| Err(refused.into()))
    }

    fn render(
        &self,
        texture: &wgpu::Texture,
        size: [u32; 2],
        pixels_per_point: f32,
        primitives: &[ClippedPrimitive],
    ) {
        let (device, queue) = (&self.render_state.device, &self.render_state.queue);
        let mut renderer = self.render_state.renderer.write();
        let screen = ScreenDescriptor { size_in_pixels: size, pixels_per_point };
        let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        let buffers = renderer.update_buffers(device, queue, &mut encoder, primitives, &screen);
        let view = texture.create_view(&wgpu::TextureViewDescriptor::default());
        {
            let mut pass = encoder
                .begin_render_pass(&wgpu::RenderPassDescriptor {
                    label: Some("picture"),
                    color_attachments: &[Some(wgpu::RenderPassColorAttachment {
                        view: &view,
                        resolve_target: None,
                        depth_slice: None,
                        ops: wgpu::Operations {
                            load: wgpu::LoadOp::Clear(wgpu::Color::BLACK),
                            store: wgpu::StoreOp::Store,
                        },
                    })],
                    ..Default::default()
                })
                .forget_lifetime();
            renderer.render(&mut pass, primitives, &screen);
        }
        drop(renderer);
        queue.submit(buffers.into_iter().chain([encoder.finish()]));
    }

    fn read_back(
        &self,
        texture: &wgpu::Texture,
        [width, height]: [u32; 2],
    ) -> Result<Vec<u8>, DrawError> {
        let (device, queue) = (&self.render_state.device, &self.render_state.queue);
        let row = (width * 4).next_multiple_of(wgpu::COPY_BYTES_PER_ROW_ALIGNMENT);
        let buffer = device.create_buffer(&wgpu::BufferDescriptor {
            label: Some("picture"),
            size: u64::from(row) * u64::from(height),
            usage: wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        encoder.copy_texture_to_buffer(
            texture.as_image_copy(),
            wgpu::TexelCopyBufferInfo {
                buffer: &buffer,
                layout: wgpu::TexelCopyBufferLayout {
                    offset: 0,
                    bytes_per_row: Some(row),
                    rows_per_image: None,
                },
            },
            wgpu::Extent3d { width, height, depth_or_array_layers: 1 },
        );
        queue.submit([encoder.finish()]);
        let (sender, mapped) = crossbeam_channel::bounded(1);
        buffer.slice(..).map_async(wgpu::MapMode::Read, move |done| {
            // The receiver below lives until this is called.
            let _ = sender.send(done);
        });
        let readback = |error: &dyn std::fmt::Display| DrawError::Readback(error.to_string());
        device.poll(wgpu::PollType::wait_indefinitely()).map_err(|e| readback(&e))?;
        mapped.recv().map_err(|e| readback(&e))?.map_err(|e| readback(&e))?;
        let data = buffer.slice(..).get_mapped_range().map_err(|e| readback(&e))?;
        let bgra = matches!(
            self.render_state.target_format,
            wgpu::TextureFormat::Bgra8Unorm | wgpu::TextureFormat::Bgra8UnormSrgb
        );
        let mut pixels = Vec::with_capacity((width * height * 3) as usize);
        for line in data.chunks(row as usize) {
            for pixel in line.chunks_exact(4).take(width as usize) {
                if let &[a, b, c, _] = pixel {
                    pixels.extend_from_slice(&if bgra { [c, b, a] } else { [a, b, c] });
                }
            }
        }
        Ok(pixels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_driver_refuses_is_an_error_and_no_panic() {
        let mut offscreen = Offscreen::new(None).unwrap();
        let refused = offscreen.picture([0, 64], 1.0, |_| {}).unwrap_err();
        assert!(matches!(refused, DrawError::Driver(_)), "{refused:?}");
        assert!(offscreen.picture([64, 64], 1.0, |_| {}).is_ok(), "the device is as before");
        let large = offscreen.picture([1 << 20, 64], 1.0, |_| {}).unwrap_err();
        assert!(matches!(large, DrawError::Driver(_)), "{large:?}");
    }
}
