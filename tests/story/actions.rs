//! What a reader, or chance, might do next.

use super::chance::Chance;
use super::network;
use sahel_map::dossier::{CalloutAt, ClaimId, Extent, Kind, Layer, PlaceId, SceneId};
use sahel_map::geodata::{Country, Lang, LonLat};
use sahel_map::i18n::{Digits, MonthNames, Usage};
use sahel_map::measure::coordinates::CoordinateStyle;
use sahel_map::measure::{LengthUnit, Metres};
use sahel_map::state::scenes::{self, Field};
use sahel_map::state::{
    Action, AppState, ArticleView, Base, BriefingAction, Camera, Destination, Dialog, Export,
    ExportAction, FindAction, Form, IfTaken, Listing, MapMenu, MeasureAction, Measured,
    MeasurementId, Notice, Order, PanelTab, Paper, Pen, PenShape, ReadAction, Said, SceneAction,
    SearchAction, Sheet, Strength, TextSize, ThemeChoice, Tool, TranslationChoice, Veil,
};
use std::path::PathBuf;

/// Words that make trouble: other scripts, marks of direction, nothing, too much.
const TEXTS: &[&str] = &[
    "",
    " ",
    "kidal",
    "كيدال",
    "تِينْزَاوَاتِين",
    "18.44345, 1.40921",
    "١٨°٢٦′٣٦″ ش، ١°٢٤′٣٣″ ق",
    "-95,0",
    "\u{202e}gnp.pam\u{2066}",
    "a\0b\n\t",
    "../../etc/passwd",
    "12 miles",
    "٣٫٥",
    "0",
    "99999999999999999999",
    "👩\u{200d}👩\u{200d}👧",
];

/// Anything that can be done, mostly with what is there.
pub(crate) fn any(state: &AppState, chance: &mut Chance) -> Action {
    match chance.below(22) {
        0..=2 => of_map(state, chance),
        3..=4 => of_selection(state, chance),
        5..=7 => of_settings(chance),
        8..=10 => Action::Measure(of_measuring(state, chance)),
        11..=13 => Action::Scene(of_scenes(state, chance)),
        14 => Action::Briefing(of_briefing(chance)),
        15 => of_texts(chance),
        16..=17 => of_saving(chance),
        18 => chance.of(&[Action::Undo, Action::Undo, Action::Redo]),
        19 => Action::Online(network::any(state, chance)),
        20 => of_reading(chance),
        _ => of_window(state, chance),
    }
}

pub(crate) fn text(chance: &mut Chance) -> String {
    if chance.once_in(50) {
        return "كيدال Gao ".repeat(chance.below(300));
    }
    [chance.of(TEXTS), if chance.once_in(4) { chance.of(TEXTS) } else { "" }].concat()
}

pub(crate) fn path(chance: &mut Chance) -> PathBuf {
    let name = chance.of(&["mali", "niger", "خريطة", "a b", ""]);
    PathBuf::from(format!("/maps/{name}.pmtiles"))
}

pub(crate) fn camera(chance: &mut Chance) -> Camera {
    let zoom = chance.of(&[3.5, 7.25, 13.9, -4.0, 99.0, f64::NAN, f64::INFINITY]);
    Camera { center: position(chance), zoom }
}

/// Mostly in the theatre, where something is near.
fn position(chance: &mut Chance) -> LonLat {
    if chance.once_in(10) {
        let far = [(0.0, 90.0), (180.0, 0.0), (-180.0, -90.0), (1.0, 18.0)];
        let (lon, lat) = chance.of(&far);
        return LonLat::new(lon, lat).unwrap();
    }
    LonLat::new(chance.within(-13.0, 17.0), chance.within(9.0, 38.0)).unwrap()
}

fn small(chance: &mut Chance) -> isize {
    chance.step() as isize
}

fn some<T>(chance: &mut Chance, thing: Option<T>) -> Option<T> {
    thing.filter(|_| !chance.once_in(4))
}

/// A place of the dossier, or one that it lacks.
fn place(state: &AppState, chance: &mut Chance) -> PlaceId {
    if chance.once_in(20) {
        return PlaceId::new("nowhere").unwrap();
    }
    chance.of(&state.world.dossier.places).id
}

fn of_map(state: &AppState, chance: &mut Chance) -> Action {
    match chance.below(9) {
        0 => Action::MoveCamera(camera(chance)),
        1 => Action::Rest(camera(chance).bounded()),
        2 => Action::StepViews(small(chance)),
        3 => Action::FitPins,
        4 => Action::Home,
        5 => {
            let (at, view) = (position(chance), camera(chance).bounded());
            let extent = Destination::Extent { south_west: at, north_east: position(chance) };
            let spot = Destination::Spot { at, zoom: 9.0 };
            Action::GoTo(chance.of(&[spot, extent, Destination::View(view)]))
        }
        6 => {
            let measured = Measured::new(&state.world.borders, position(chance), Metres(0.0));
            Action::Hover(some(chance, Some(Box::new(measured))))
        }
        7 => {
            let place = place(state, chance);
            let place = some(chance, Some(place));
            let menu = MapMenu { on_screen: [40.0, 99.0], at: position(chance), place };
            Action::OpenMenu(some(chance, Some(menu)))
        }
        _ => chance.of(&[Action::CopyPointed, Action::Copy("18.4, 1.4".to_owned())]),
    }
}

fn of_selection(state: &AppState, chance: &mut Chance) -> Action {
    let place = place(state, chance);
    match chance.below(9) {
        0 => Action::Select(place),
        1 => Action::SelectNext { step: chance.step() as i32 },
        2 => Action::SelectNext { step: chance.of(&[i32::MAX, i32::MIN]) },
        3 => Action::ShowCountry(chance.of(&Country::ALL)),
        4 => Action::ClearSelection,
        5 => {
            let claims = state.world.dossier.claims.iter().map(|claim| claim.id.clone());
            let claims: Vec<_> = claims.chain(ClaimId::new("no-such-claim")).collect();
            let claim = chance.of(&claims);
            Action::ShowClaim(some(chance, Some(claim)))
        }
        6 => Action::ShowTab(chance.of(&[
            PanelTab::List,
            PanelTab::Card,
            PanelTab::Article,
            PanelTab::Measure,
            PanelTab::Layers,
            PanelTab::Scenes,
        ])),
        7 => Action::PointAt(some(chance, Some(place))),
        _ => {
            let actors = &state.world.dossier.actors;
            let actor = Some(chance.of(actors).id);
            let (kind, country) = (Some(chance.of(&Kind::ALL)), Some(chance.of(&Country::ALL)));
            Action::SetListing(Listing {
                order: chance.of(&Order::ALL),
                kind: kind.filter(|_| chance.once_in(3)),
                actor: actor.filter(|_| chance.once_in(3)),
                country: country.map(Country::code).filter(|_| chance.once_in(3)),
                said: Some(Said::Context).filter(|_| chance.once_in(5)),
                open: chance.is(),
            })
        }
    }
}

fn of_settings(chance: &mut Chance) -> Action {
    match chance.below(20) {
        0 => Action::SetLang(chance.of(&Lang::ALL)),
        1 => Action::SetUsage(Usage {
            digits: chance.of(&[Digits::Western, Digits::ArabicIndic]),
            months: chance.of(&[MonthNames::Standard, MonthNames::Maghreb]),
        }),
        2 => Action::SetTextSize(TextSize::nearest(chance.below(400) as u16)),
        3 => Action::StepTextSize(small(chance)),
        4 => Action::SetReducedMotion(chance.is()),
        5 => Action::SetSecondNames(chance.is()),
        6 => Action::SetMirroredArrows(chance.is()),
        7 => {
            let views = [ArticleView::Original, ArticleView::Translation, ArticleView::Both];
            Action::SetArticleView(chance.of(&views))
        }
        8 => Action::SetTheme(chance.of(&[
            ThemeChoice::Dark,
            ThemeChoice::Light,
            ThemeChoice::Contrast,
            ThemeChoice::System,
        ])),
        9 => Action::SetUnit(chance.of(&LengthUnit::ALL)),
        10 => Action::SetCoordinates(chance.of(&CoordinateStyle::ALL)),
        11 => Action::SetTranslation(chance.of(&[
            TranslationChoice::Off,
            TranslationChoice::En,
            TranslationChoice::Fr,
        ])),
        12 => Action::ShowLayer(chance.of(&Layer::ALL), chance.is()),
        13 => Action::SetRelief(Strength::nearest(chance.within(-9.0, 200.0) as f32)),
        14 => Action::SetTints(Strength::nearest(f32::NAN)),
        15 => Action::ResetLayers,
        16 => {
            let archive = Base::Archive(path(chance));
            let online = Base::Online("a.example.org".to_owned());
            Action::SetBase(chance.of(&[Base::Relief, Base::Plain, Base::None, archive, online]))
        }
        17 => Action::ForgetArchive(path(chance)),
        18 => chance.of(&[Action::TogglePanel, Action::FollowDesktop { is_light: true }]),
        _ => {
            let width = chance.next() as u16;
            Action::SetPanelWidth(some(chance, Some(width)))
        }
    }
}

fn of_measuring(state: &AppState, chance: &mut Chance) -> MeasureAction {
    let measurements = &state.session.measuring.measurements;
    let id = match measurements.as_slice() {
        [] => MeasurementId(7),
        _ if chance.once_in(20) => MeasurementId(u32::MAX),
        there => chance.of(there).id,
    };
    match chance.below(16) {
        0 => MeasureAction::Toggle,
        1 => MeasureAction::Take(chance.of(&Tool::ALL)),
        2..=6 => MeasureAction::Click(position(chance)),
        7 => MeasureAction::Finish,
        8 => MeasureAction::StepBack,
        9 => MeasureAction::Choose(some(chance, Some(id))),
        10 => MeasureAction::Grab(id),
        11 | 12 => MeasureAction::Drag { id, handle: chance.below(3), to: position(chance) },
        13 => {
            let radius = [1.0, 50_000.0, 9e99, -1.0, 0.0, f64::NAN, f64::INFINITY];
            MeasureAction::SetRadius(id, Metres(chance.of(&radius)))
        }
        14 => MeasureAction::Rename(id, text(chance)),
        _ if chance.once_in(3) => MeasureAction::Clear,
        _ => MeasureAction::Remove(id),
    }
}

fn of_scenes(state: &AppState, chance: &mut Chance) -> SceneAction {
    let all = scenes::all(state);
    let id = match all {
        [] => SceneId::new("none").unwrap(),
        _ if chance.once_in(20) => SceneId::new("nowhere").unwrap(),
        there => chance.of(there).id,
    };
    match chance.below(22) {
        0..=2 => SceneAction::Choose(some(chance, Some(id))),
        3 => SceneAction::TakeView(some(chance, Some(id))),
        4..=6 => {
            let (a, b) = (position(chance), position(chance));
            let extent = Extent { south: a.lat(), west: a.lon(), north: b.lat(), east: b.lon() };
            SceneAction::Capture(some(chance, Some(id)).filter(|_| chance.is()), extent)
        }
        7..=9 => {
            let index = chance.below(8);
            let fields = [Field::Title, Field::Text];
            let callouts = [Field::CalloutTitle(index), Field::CalloutNote(index)];
            SceneAction::Write(id, chance.of(&[fields, callouts].concat()), text(chance))
        }
        10 => SceneAction::StepExcerpt(id, small(chance)),
        11..=12 => {
            let spot = CalloutAt::Spot(position(chance));
            let place = CalloutAt::Place(place(state, chance));
            SceneAction::AddCallout(chance.of(&[place, spot]))
        }
        13 => SceneAction::RemoveCallout(id, chance.below(8)),
        14 => SceneAction::Move(id, small(chance)),
        15..=16 => SceneAction::Duplicate(id),
        17 => SceneAction::Remove(id),
        18 if chance.once_in(4) => SceneAction::Restore,
        19 => SceneAction::Save,
        20 => SceneAction::SaveInto,
        _ => SceneAction::Point(chance.is()),
    }
}

fn of_briefing(chance: &mut Chance) -> BriefingAction {
    let shape = chance.of(&[PenShape::Line, PenShape::Arrow, PenShape::Circle]);
    match chance.below(22) {
        0 => BriefingAction::Start,
        1 => BriefingAction::StartHere,
        2..=4 => BriefingAction::End,
        5 => BriefingAction::Step(small(chance)),
        6 => BriefingAction::Show(chance.of(&[0, 3, usize::MAX])),
        7 => BriefingAction::First,
        8 => BriefingAction::Last,
        9 | 10 => BriefingAction::Digit(chance.below(10) as u8),
        11 => BriefingAction::Enter,
        12 => BriefingAction::Veil(chance.of(&[Veil::Black, Veil::White])),
        13 => BriefingAction::Spotlight,
        14 => BriefingAction::HideText,
        15 => BriefingAction::Strip,
        16 => BriefingAction::Draw,
        17 => BriefingAction::Choose(Pen { shape, color: chance.below(Pen::COLORS) }),
        18 | 19 => {
            let points = chance.below(5);
            BriefingAction::Stroke((0..points).map(|_| position(chance)).collect())
        }
        20 => BriefingAction::UndoStroke,
        _ => BriefingAction::ClearStrokes,
    }
}

fn of_texts(chance: &mut Chance) -> Action {
    let step = chance.step() as i32;
    match chance.below(9) {
        0 => Action::Search(SearchAction::Open),
        1 => Action::Search(SearchAction::Close),
        2 => Action::Search(SearchAction::Type(text(chance))),
        3 => Action::Search(SearchAction::Step(step)),
        4 => {
            let index = chance.below(60);
            Action::Search(SearchAction::Accept(some(chance, Some(index))))
        }
        5 => Action::Find(FindAction::Open),
        6 => Action::Find(FindAction::Close),
        7 => Action::Find(FindAction::Type(text(chance))),
        _ => Action::Find(FindAction::Step(step)),
    }
}

fn of_reading(chance: &mut Chance) -> Action {
    let dialog = chance.of(&[Dialog::Guide, Dialog::About, Dialog::Settings]);
    let action = match chance.below(3) {
        0 => ReadAction::Turn(chance.of(&[0, 3, usize::MAX])),
        1 => ReadAction::ShowList(chance.is()),
        _ => ReadAction::LookFor(text(chance)),
    };
    Action::Read(dialog, action)
}

fn of_saving(chance: &mut Chance) -> Action {
    let export = match chance.below(11) {
        0 => {
            let size = [chance.next() as u32, chance.below(20_000) as u32];
            let sheet = Sheet { paper: chance.of(&[Paper::A4, Paper::A3]), upright: chance.is() };
            let form = chance.of(&Form::ALL);
            return Action::SetExport(Export { form, plate: chance.is(), size, sheet });
        }
        1 => return Action::SetExportFolder(text(chance)),
        2 => return Action::ExportPicture,
        3 => ExportAction::Found { folder: path(chance), date: "20261127".to_owned() },
        4 => ExportAction::Name(text(chance)),
        5 => ExportAction::Size(chance.below(3), text(chance)),
        6 => ExportAction::ChooseFolder,
        7 => chance.of(&[ExportAction::Save, ExportAction::Copy, ExportAction::Print]),
        8 => {
            let answer = chance.of(&[IfTaken::Replace, IfTaken::Number, IfTaken::Ask]);
            ExportAction::Answer(some(chance, Some(answer)))
        }
        _ => ExportAction::Cancel,
    };
    Action::Export(export)
}

fn of_window(state: &AppState, chance: &mut Chance) -> Action {
    match chance.below(8) {
        0 => {
            let sides = [1280.0, 0.0, 640.0, 5_000.0, -1.0, 1e30, f32::NAN, f32::INFINITY];
            Action::Resize([chance.of(&sides), chance.of(&sides)], chance.once_in(4))
        }
        1 | 2 => {
            let dialogs = [Dialog::Export, Dialog::Settings, Dialog::Online, Dialog::About];
            let dialog = chance.of(&dialogs);
            Action::ShowDialog(some(chance, Some(dialog)))
        }
        3 => Action::DismissNotice(chance.below(state.notices.len() + 2)),
        4 => Action::OpenArchive(path(chance)),
        5 => Action::ChooseArchive,
        6 => Action::WritePath,
        _ => Action::Tell(Notice::PlaceUnknown(text(chance))),
    }
}
