//! The guide's pictures: the program as it is, drawn by itself (`scripts/draw-guide`).

use crate::geodata::Lang;
use crate::map::kit::Kit;
use egui::{
    ColorImage, Id, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// Pixels of a picture to a point of the page, where there is room for all of it.
const SCALE: f32 = 1.6;

macro_rules! pictures {
    ($($name:literal),+ $(,)?) => {
        /// The files by their names in the pages: Arabic, French, English.
        static FILES: &[(&str, [&[u8]; 3])] = &[$((
            concat!("pictures/", $name, ".webp"),
            [
                include_bytes!(concat!("../../assets/guide/ar/pictures/", $name, ".webp")),
                include_bytes!(concat!("../../assets/guide/fr/pictures/", $name, ".webp")),
                include_bytes!(concat!("../../assets/guide/en/pictures/", $name, ".webp")),
            ],
        )),+];
    };
}

pictures!(
    "briefing",
    "card",
    "claim",
    "distances",
    "layers",
    "map",
    "measuring",
    "plate",
    "saving",
    "scene",
    "search",
    "settings",
    "window",
);

/// The file of a picture, by its name in the pages.
fn file(lang: Lang, name: &str) -> Option<&'static [u8]> {
    let (_, [ar, fr, en]) = FILES.iter().find(|(file, _)| *file == name)?;
    Some(match lang {
        Lang::Ar => ar,
        Lang::Fr => fr,
        Lang::En => en,
    })
}

/// The pictures of the page that is shown, on the graphics card.
#[derive(Clone, Default)]
struct Shown {
    page: Option<(Lang, usize)>,
    textures: Vec<(String, TextureHandle)>,
}

/// Shows a picture of the page with this number, on the reader's side.
pub(super) fn show(ui: &mut Ui, kit: Kit<'_>, page: usize, name: &str, says: &str) {
    let Some(texture) = texture(ui, (kit.words.lang(), page), name) else { return };
    let size = texture.size_vec2() / SCALE;
    let size = size * (ui.available_width() / size.x).min(1.0);
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), size.y), Sense::hover());
    let rect = super::row::Row::new(whole, kit.is_rtl()).start(size.x);
    let response = ui.interact(rect, ui.scope_id().with(("picture", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, says));
    let corners = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, corners, egui::Color32::WHITE);
    let edge = Stroke::new(1.0, kit.theme.ui.hairline);
    ui.painter().rect_stroke(rect, 0.0, edge, StrokeKind::Outside);
}

/// A picture on the graphics card: sent there once, and let go with its page.
fn texture(ui: &Ui, page: (Lang, usize), name: &str) -> Option<TextureHandle> {
    let id = Id::unique("pictures of the guide");
    let mut shown: Shown = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if shown.page != Some(page) {
        shown = Shown { page: Some(page), textures: Vec::new() };
    }
    if let Some((_, texture)) = shown.textures.iter().find(|(of, _)| of == name) {
        return Some(texture.clone());
    }
    let texture = ui.ctx().load_texture(name, image(page.0, name)?, TextureOptions::LINEAR);
    shown.textures.push((name.to_owned(), texture.clone()));
    ui.data_mut(|data| data.insert_temp(id, shown));
    Some(texture)
}

fn image(lang: Lang, name: &str) -> Option<Arc<ColorImage>> {
    let bytes = file(lang, name)?;
    match image::load_from_memory_with_format(bytes, image::ImageFormat::WebP) {
        Ok(picture) => {
            let picture = picture.into_rgb8();
            let size = [picture.width() as usize, picture.height() as usize];
            Some(Arc::new(ColorImage::from_rgb(size, picture.as_raw())))
        }
        Err(error) => {
            tracing::error!(%error, name, "a picture of the guide");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::guide::pages;
    use crate::i18n::markdown::Block;

    #[test]
    fn every_picture_of_a_page_is_there_and_small() {
        let mut bytes = 0;
        for lang in Lang::ALL {
            let mut seen = Vec::new();
            for block in pages(lang).iter().flat_map(|page| &page.blocks) {
                let Block::Picture { file: name, says } = block else { continue };
                let picture = image(lang, name).unwrap_or_else(|| panic!("no {name}"));
                assert!(picture.width() <= 1100 && picture.height() <= 1100, "{name}");
                assert!(says.chars().count() > 8, "{name} says nothing");
                bytes += file(lang, name).unwrap().len();
                seen.push(name);
            }
            assert_eq!(seen.len(), 13, "{seen:?}");
        }
        assert!(bytes <= 2_000_000, "{bytes} bytes of pictures");
    }
}
