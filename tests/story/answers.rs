//! What the shell might answer to an effect: soon, late, twice or never.

use super::actions::{camera, path, text};
use super::chance::Chance;
use super::network;
use sahel_map::state::{
    Action, ArchiveFault, Effect, ExportAction, Glance, Notice, Outlet, Pixels, Schema, TileKind,
    TileSet, TilesFrom,
};
use std::sync::Arc;

/// The answers to an effect, in their order. The compiler asks for those of an effect that is added.
pub(crate) fn to(effect: &Effect, chance: &mut Chance) -> Vec<Action> {
    match effect {
        // The map flies and comes to rest.
        Effect::ShowPlace(_) | Effect::FlyHome | Effect::Fly(_) => {
            let end = camera(chance);
            vec![Action::MoveCamera(camera(chance)), Action::MoveCamera(end), Action::Rest(end)]
        }
        Effect::Export(outlet) => made(*outlet, chance),
        Effect::CancelExport => vec![Action::Export(ExportAction::Cancelled)],
        Effect::CopyPicture(_) | Effect::Copy(_) => Vec::new(),
        Effect::ChooseFolder => {
            let written = Action::SetExportFolder(text(chance));
            vec![chance.of(&[written, Action::Export(ExportAction::WriteFolder)])]
        }
        Effect::FillScreen(fills) => vec![Action::Resize([1920.0, 1080.0], *fills)],
        Effect::OpenArchive(path) => {
            let kind =
                chance.of(&[TileKind::Raster { side: 512 }, TileKind::Vector(Schema::Other)]);
            let info = TileSet {
                from: TilesFrom::File(path.clone()),
                name: text(chance),
                attribution: text(chance),
                min_zoom: 0,
                max_zoom: 12,
                bounds: None,
                kind,
            };
            let fault = chance.of(&[ArchiveFault::Missing, ArchiveFault::Version(2)]);
            let opened = Action::ArchiveOpened(Arc::new(info));
            vec![chance.of(&[opened, Action::ArchiveFailed(path.clone(), fault)])]
        }
        Effect::KeepOnline
        | Effect::TrySource(_)
        | Effect::RetryOnline
        | Effect::EmptyTileCache => network::answers(effect, chance),
        Effect::ChooseArchive => {
            let chosen = Action::OpenArchive(path(chance));
            vec![chance.of(&[chosen, Action::WritePath])]
        }
    }
}

/// What is told of a file, a picture or a print that is made.
fn made(outlet: Outlet, chance: &mut Chance) -> Vec<Action> {
    let export = Action::Export;
    let mut told = vec![
        export(ExportAction::Began),
        export(ExportAction::Done(1, 3)),
        export(ExportAction::Lasts),
        export(ExportAction::Done(3, 3)),
    ];
    told.truncate(chance.below(5));
    let path = path(chance);
    let pixels = Arc::new(Pixels { size: [1, 1], rgb: vec![0; 3] });
    let why = Notice::NotWritten { path: path.clone(), problem: text(chance) };
    told.push(match outlet {
        Outlet::Clipboard => export(ExportAction::Copied(pixels)),
        Outlet::Printer => export(ExportAction::Printed),
        Outlet::File(_) | Outlet::Dossier => chance.of(&[
            Action::Saved(path.clone()),
            Action::Saved(path.clone()),
            Action::NotSaved(why.clone()),
            export(ExportAction::Taken(path)),
            export(ExportAction::Refused(why)),
        ]),
    });
    let glance = Glance::Table { rows: 9, columns: 4 };
    if chance.once_in(4) {
        told.extend([export(ExportAction::Outdated), export(ExportAction::Glanced(glance))]);
    }
    told
}
