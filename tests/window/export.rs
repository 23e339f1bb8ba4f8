//! The dialog of saving: its forms and fields, the question before a file is replaced, and the way to
//! stop what takes long; what only the reader's disk can answer, the test answers.

use crate::screen::{Screen, reader_of};
use egui::{Key, Modifiers, Role, vec2};
use sahel_map::dossier::Dossier;
use sahel_map::geodata::Lang;
use sahel_map::state::{
    Action, Dialog, Effect, ExportAction, Form, Glance, IfTaken, Notice, Outlet, Paper, Pixels,
    Sheet, World,
};
use std::path::PathBuf;
use std::sync::Arc;

const CTRL: Modifiers = Modifiers { command: true, ..Modifiers::CTRL };
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

/// What is said in a language.
struct Said {
    lang: Lang,
    own: &'static str,
    width: &'static str,
    wrong: &'static str,
    handout: &'static str,
    scenes: &'static str,
    upright: &'static str,
    name: &'static str,
    folder: &'static str,
    save: &'static str,
    asks: &'static str,
    keep: &'static str,
    cancel: &'static str,
    stop: &'static str,
    part: &'static str,
    stopped: &'static str,
    missing: &'static str,
}

const SAID: [Said; 3] = [
    Said {
        lang: Lang::En,
        own: "Picture of a size of your own",
        width: "Width",
        wrong: "Write whole numbers from 64 to 16,384.",
        handout: "Handout of the briefing (PDF)",
        scenes: "Preview, Scenes: 8, each on a page of its own; sources on the last page",
        upright: "Upright",
        name: "File name",
        folder: "Folder",
        save: "Save",
        asks: "خريطة مالي.pdf is there already. Replace it?",
        keep: "Keep both",
        cancel: "Cancel",
        stop: "Stop",
        part: "Making the file… Part 3 of 9",
        stopped: "Stopped. No file was left.",
        missing: "There is no folder /mnt/stick. Choose another, or make it first.",
    },
    Said {
        lang: Lang::Fr,
        own: "Image à la taille de votre choix",
        width: "Largeur",
        wrong: "Écrivez des nombres entiers de 64 à 16\u{202F}384.",
        handout: "Document de la présentation (PDF)",
        scenes: "Aperçu, Scènes : 8, chacune sur sa page\u{202F}; les sources à la dernière page",
        upright: "Portrait",
        name: "Nom du fichier",
        folder: "Répertoire",
        save: "Enregistrer",
        asks: "خريطة مالي.pdf existe déjà. Le remplacer\u{202F}?",
        keep: "Garder les deux",
        cancel: "Annuler",
        stop: "Arrêter",
        part: "Création du fichier… Partie 3 sur 9",
        stopped: "Arrêté. Aucun fichier n’est resté.",
        missing: "Il n’y a pas de répertoire /mnt/stick. Choisissez-en un autre, ou créez-le d’abord.",
    },
    Said {
        lang: Lang::Ar,
        own: "صورة بالحجم الذي تريده",
        width: "العرض",
        wrong: "اكتب أعدادًا صحيحة من 64 إلى 16,384.",
        handout: "مطبوعة العرض (PDF)",
        scenes: "معاينة، المشاهد: 8، كل مشهد في صفحة، ثم صفحة للمصادر",
        upright: "عمودي",
        name: "اسم الملف",
        folder: "المجلد",
        save: "احفظ",
        asks: "الملف خريطة مالي.pdf موجود. هل تستبدله؟",
        keep: "أبقِ الاثنين",
        cancel: "إلغاء",
        stop: "أوقف",
        part: "جارٍ إعداد الملف… الجزء 3 من 9",
        stopped: "توقّف العمل ولم يبقَ أي ملف.",
        missing: "لا يوجد مجلد /mnt/stick. اختر مجلدًا آخر أو أنشئه أولًا.",
    },
];

fn act(screen: &mut Screen, action: ExportAction) {
    screen.act(Action::Export(action));
}

/// The dialog, open in a language, with what the shell finds out.
fn open(lang: Lang) -> Screen {
    let mut screen = Screen::sized(reader_of(lang), vec2(1280.0, 900.0), 1.0);
    screen.press_with(CTRL, Key::E);
    let folder = "/aminata/Pictures".into();
    act(&mut screen, ExportAction::Found { folder, date: "20261122".to_owned() });
    screen
}

/// Writes `words` into the field called `name`, in the place of what is there.
fn write(screen: &mut Screen, name: &str, words: &str) {
    screen.click(Role::TextInput, name);
    screen.press_with(CTRL, Key::A);
    screen.type_text(words);
}

#[test]
fn a_size_of_ones_own_is_read_in_any_digits_and_refused_in_words() {
    for said in SAID {
        let mut screen = open(said.lang);
        screen.click(Role::RadioButton, said.own);
        assert_eq!(screen.state().session.export.pixels(), Some([1600, 1200]));
        write(&mut screen, said.width, "٢٤٠٠");
        assert_eq!(screen.state().session.export.size, [2400, 1200]);
        for wrong in ["0", "100000", "12x", "-5", "1.5"] {
            write(&mut screen, said.width, wrong);
            assert!(screen.says(said.wrong), "{wrong}: {:?}", screen.said());
            screen.click(Role::Button, said.save);
            assert_eq!(screen.effects(), [], "{wrong}");
        }
        assert_eq!(screen.state().session.export.size, [2400, 1200], "the last that was one");
        write(&mut screen, said.width, "640");
        assert!(!screen.says(said.wrong));
        screen.click(Role::Button, said.save);
        assert_eq!(screen.effects(), [Effect::Export(Outlet::File(IfTaken::Ask))]);
    }
}

#[test]
fn a_file_that_is_there_is_asked_about_and_the_name_is_the_readers() {
    for said in SAID {
        let mut screen = open(said.lang);
        screen.click(Role::RadioButton, said.handout);
        assert!(screen.says(said.scenes), "{:?}", screen.said());
        screen.click(Role::RadioButton, said.upright);
        let sheet = Sheet { paper: Paper::A4, upright: true };
        assert_eq!(screen.state().session.export.sheet, sheet);
        write(&mut screen, said.name, "خريطة مالي");
        write(&mut screen, said.folder, "~/خرائط");
        assert_eq!(screen.state().session.export_folder, "~/خرائط");
        screen.press(Key::Enter);
        assert_eq!(screen.effects(), [Effect::Export(Outlet::File(IfTaken::Ask))]);
        let taken = PathBuf::from("/aminata/خرائط/خريطة مالي.pdf");
        act(&mut screen, ExportAction::Taken(taken.clone()));
        assert!(screen.says(said.asks), "{:?}", screen.said());
        assert!(screen.is_focused(Role::Button, said.keep), "what harms nothing");
        screen.press(Key::Escape);
        assert!(!screen.says(said.asks) && screen.state().dialog == Some(Dialog::Export));
        screen.click(Role::Button, said.save);
        act(&mut screen, ExportAction::Taken(taken));
        screen.effects();
        // Undo, in the bar above, is called the same in French.
        let cancels = screen.rects(Role::Button, said.cancel);
        let lowest = cancels.into_iter().max_by(|a, b| a.top().total_cmp(&b.top())).unwrap();
        screen.click_at(lowest.center());
        assert!(!screen.says(said.asks) && screen.effects().is_empty());
        let saved = sahel_map::state::saving::file_name(screen.state(), "20261122");
        assert_eq!(saved, "خريطة مالي.pdf");
    }
}

#[test]
fn the_answers_do_what_they_say() {
    for (answer, if_taken) in [("Replace", IfTaken::Replace), ("Keep both", IfTaken::Number)] {
        let mut screen = open(Lang::En);
        screen.click(Role::Button, "Save");
        screen.effects();
        act(&mut screen, ExportAction::Taken("/tmp/map.png".into()));
        screen.click(Role::Button, answer);
        assert_eq!(screen.effects(), [Effect::Export(Outlet::File(if_taken))]);
        act(&mut screen, ExportAction::Began);
        assert_eq!(screen.state().dialog, None);
    }
}

#[test]
fn what_the_disk_refuses_is_said_in_the_dialog_and_can_be_mended() {
    for said in SAID {
        let mut screen = open(said.lang);
        write(&mut screen, said.folder, "/mnt/stick");
        screen.click(Role::Button, said.save);
        act(&mut screen, ExportAction::Refused(Notice::FolderMissing("/mnt/stick".into())));
        assert!(screen.says(said.missing), "{:?}", screen.said());
        assert_eq!(screen.state().dialog, Some(Dialog::Export));
        assert!(screen.state().notices.is_empty());
        write(&mut screen, said.folder, "/mnt");
        assert!(!screen.says(said.missing));
        screen.effects();
        screen.click(Role::Button, said.save);
        assert_eq!(screen.effects(), [Effect::Export(Outlet::File(IfTaken::Ask))]);
    }
}

#[test]
fn what_takes_long_shows_its_parts_and_is_stopped_by_button_or_escape() {
    for said in SAID {
        let mut screen = Screen::open(reader_of(said.lang));
        screen.press_with(CTRL_SHIFT, Key::E);
        assert_eq!(screen.effects(), [Effect::Export(Outlet::File(IfTaken::Number))]);
        act(&mut screen, ExportAction::Began);
        act(&mut screen, ExportAction::Done(3, 9));
        assert!(screen.rects(Role::Button, said.stop).is_empty(), "a moment is not told");
        act(&mut screen, ExportAction::Lasts);
        let bar = screen.rect(Role::ProgressIndicator, said.part);
        assert!(screen.view().rect.contains_rect(bar));
        if said.lang == Lang::Fr {
            // Escape stops it only from its own button.
            screen.press(Key::Escape);
            assert!(!screen.effects().contains(&Effect::CancelExport));
            let mut presses = 0;
            while !screen.is_focused(Role::Button, said.stop) {
                screen.press(Key::Tab);
                presses += 1;
                assert!(presses < 200, "the keyboard does not come to it");
            }
            screen.press(Key::Escape);
        } else {
            screen.click(Role::Button, said.stop);
        }
        assert_eq!(screen.effects(), [Effect::CancelExport]);
        assert!(screen.rects(Role::Button, said.stop).is_empty(), "once is enough");
        act(&mut screen, ExportAction::Cancelled);
        screen.rect(Role::Alert, said.stopped);
        screen.press_with(CTRL_SHIFT, Key::E);
        assert_eq!(screen.effects(), [Effect::Export(Outlet::File(IfTaken::Number))]);
    }
}

#[test]
fn keys_copy_a_picture_and_print() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.press_with(CTRL_SHIFT, Key::C);
    assert_eq!(screen.effects(), [Effect::Export(Outlet::Clipboard)]);
    screen.press_with(CTRL, Key::P);
    assert_eq!(screen.effects(), [], "one at a time");
    let pixels = Arc::new(Pixels { size: [1, 1], rgb: vec![1, 2, 3] });
    act(&mut screen, ExportAction::Copied(pixels.clone()));
    assert_eq!(screen.effects(), [Effect::CopyPicture(pixels)]);
    screen.rect(Role::Alert, "The picture is on the clipboard.");
    screen.press_with(CTRL, Key::P);
    assert_eq!(screen.effects(), [Effect::Export(Outlet::Printer)]);
    act(&mut screen, ExportAction::Printed);
    screen.rect(Role::Alert, "The PDF is open in the viewer; print it from there.");
}

#[test]
fn the_preview_is_shown_and_an_old_one_is_dimmed() {
    let mut screen = open(Lang::En);
    let making = "Preview, The preview is being drawn…";
    let rect = screen.rect(Role::Image, making);
    let red = Pixels { size: [300, 200], rgb: [200, 0, 0].repeat(300 * 200) };
    act(&mut screen, ExportAction::Glanced(Glance::Picture(Arc::new(red))));
    assert!(!screen.says(making));
    assert_eq!(screen.picture().color_at(rect.center()), [200, 0, 0]);
    act(&mut screen, ExportAction::Outdated);
    let [red, ..] = screen.picture().color_at(rect.center());
    assert!(red < 120, "{red}");
    assert!(screen.says(making));
    screen.click(Role::RadioButton, "Places as a table (CSV)");
    act(&mut screen, ExportAction::Glanced(Glance::Table { rows: 24, columns: 41 }));
    screen.rect(Role::Image, "Preview, Places: 24; fields of each: 41");
}

#[test]
fn an_empty_briefing_is_told_and_nothing_is_made() {
    let mut loaded = Dossier::built_in().unwrap();
    loaded.dossier.scenes.clear();
    let mut screen = Screen::of_world(World::new(loaded).unwrap(), reader_of(Lang::En));
    let form = Form::Handout;
    let export = sahel_map::state::Export { form, ..screen.state().session.export };
    screen.apply(Action::SetExport(export));
    let words = "This dossier has no scenes to brief with. Write them into its scenes.toml.";
    screen.press_with(CTRL_SHIFT, Key::E);
    screen.press_with(CTRL, Key::P);
    assert_eq!(screen.effects(), []);
    assert!(screen.says(words));
    screen.press_with(CTRL, Key::E);
    assert!(screen.says(&format!("Preview, {words}")));
    screen.click(Role::Button, "Save");
    assert_eq!(screen.effects(), []);
}

#[test]
fn the_dialog_is_mirrored_and_fits_narrow_windows() {
    for (lang, form) in
        [(Lang::Ar, "صورة بحجمها على الشاشة"), (Lang::En, "Picture, as large as on the screen")]
    {
        let screen = open(lang);
        let preview = screen.all_rects(Role::Image);
        let form = screen.rect(Role::RadioButton, form);
        let right_of = preview.iter().any(|image| form.left() > image.right());
        assert_eq!(right_of, lang == Lang::Ar);
    }
    let mut screen = Screen::sized(reader_of(Lang::Fr), vec2(640.0, 480.0), 1.0);
    screen.press_with(CTRL, Key::E);
    let forms = screen.rect(Role::RadioButton, "Lieux en KML, pour Google Earth");
    let name = screen.all_rects(Role::TextInput);
    assert!(name.iter().all(|field| field.top() > forms.bottom()), "one below the other");
}
