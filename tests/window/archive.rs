//! The reader's own map archives as the base: opened, drawn, kept, and refused in words.

use crate::archives::{
    PmTiles, area, brotli, gzip, layer, mbtiles, pen, png, tagged_layer, varint, zstd,
};
use crate::screen::{Picture, Screen, reader_of};
use egui::{Key, Modifiers, Role};
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::map::inspect_archive;
use sahel_map::shell::open_archive;
use sahel_map::state::{
    Action, ArchiveFault, Base, Camera, Effect, Notice, PanelTab, Schema, Session, TileKind,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const CTRL: Modifiers = Modifiers::COMMAND;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn reader() -> Session {
    Session { tab: PanelTab::Layers, ..reader_of(Lang::En) }
}

/// Does what the shell does with the effects, until there are none.
fn carry_out(screen: &mut Screen) {
    loop {
        let effects = screen.effects();
        let paths = effects.into_iter().filter_map(|effect| match effect {
            Effect::OpenArchive(path) => Some(path),
            _ => None,
        });
        let paths: Vec<PathBuf> = paths.collect();
        if paths.is_empty() {
            return;
        }
        for path in paths {
            screen.act(open_archive(path));
        }
    }
}

fn open(screen: &mut Screen, path: &Path) {
    screen.act(Action::OpenArchive(path.to_owned()));
    carry_out(screen);
}

/// Whether any text of the window contains `words`.
fn says_of(screen: &Screen, words: &str) -> bool {
    screen.said().iter().any(|(_, said)| said.contains(words))
}

fn faults(screen: &Screen) -> Vec<&ArchiveFault> {
    let notices = screen.state().notices.iter();
    notices
        .filter_map(|notice| match notice {
            Notice::ArchiveUnusable { fault, .. } => Some(fault),
            _ => None,
        })
        .collect()
}

#[test]
fn a_vector_archive_is_drawn_credited_undone_and_kept() {
    let folder = folder();
    let path = PmTiles::vector(&area("water")).write(folder.path(), "sand.pmtiles");
    let mut screen = Screen::open(reader());
    screen.settle();
    let before = screen.picture();
    open(&mut screen, &path);
    assert_eq!(faults(&screen), Vec::<&ArchiveFault>::new());
    assert_eq!(screen.state().session.base.shown, Base::Archive(path.clone()));
    let drawn = screen.picture();
    assert!(drawn.difference(&before) > 0.05, "{}", drawn.difference(&before));
    assert!(says_of(&screen, "© Dune Survey · zooms 0 to 1"));
    assert!(says_of(&screen, "sand.pmtiles"));
    screen.apply(Action::ShowDialog(Some(sahel_map::state::Dialog::About)));
    assert!(says_of(&screen, "Your base map Sand: © Dune Survey"), "{:#?}", screen.said());
    screen.apply(Action::ShowDialog(None));
    let kept = serde_json::to_string(&screen.state().session).unwrap();

    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.base.shown, Base::Relief);
    assert!(screen.picture().difference(&before) < 0.01);
    screen.press_with(CTRL, Key::Y);
    carry_out(&mut screen);
    assert!(screen.picture().difference(&drawn) < 0.01);

    let mut again = Screen::open(serde_json::from_str(&kept).unwrap());
    again.act(Action::SetBase(Base::Archive(path)));
    carry_out(&mut again);
    assert!(again.picture().difference(&drawn) < 0.01);
}

#[test]
fn pictures_of_an_mbtiles_archive_stand_where_they_belong() {
    let folder = folder();
    let colors = [[200, 0, 0], [0, 200, 0], [0, 0, 200], [200, 200, 0]].map(png);
    let tiles = [0, 1, 2, 3].map(|at: usize| colors[at].as_slice());
    let path = mbtiles(folder.path(), "four.mbtiles", "png", tiles);
    let info = inspect_archive(&path).unwrap();
    assert_eq!(info.kind, TileKind::Raster { side: 256 });
    assert_eq!((info.name.as_str(), info.credit()), ("Four colours", "Paint Office"));
    assert_eq!((info.min_zoom, info.max_zoom), (1, 1));
    let mut screen = Screen::open(reader_of(Lang::Ar));
    open(&mut screen, &path);
    let picture = screen.picture();
    // North of the equator, west and east of Greenwich.
    for (lat, lon, color) in [(22.3, -6.9, [200, 0, 0]), (22.6, 8.3, [0, 200, 0])] {
        let found = picture.color_at(screen.at(lat, lon));
        assert_eq!(found, color, "at {lat}, {lon}");
    }
}

#[test]
fn a_packed_mbtiles_archive_of_vector_tiles_is_known_by_its_layers() {
    let folder = folder();
    for (name, other, schema) in [
        ("earth", "roads", Schema::Protomaps),
        ("transportation", "water", Schema::OpenMapTiles),
        ("water_polygons", "streets", Schema::Shortbread),
        ("geology", "faults", Schema::Other),
    ] {
        let tile = gzip(&[area(name), area(other)].concat());
        let path = mbtiles(folder.path(), &format!("{name}.mbtiles"), "pbf", [tile.as_slice(); 4]);
        assert_eq!(inspect_archive(&path).unwrap().kind, TileKind::Vector(schema), "{name}");
    }
}

#[test]
fn an_archive_cut_short_anywhere_is_refused_or_drawn_as_far_as_it_goes() {
    let folder = folder();
    let whole = PmTiles::vector(&area("water")).bytes();
    let path = folder.path().join("cut.pmtiles");
    for length in 0..whole.len() {
        std::fs::write(&path, &whole[..length]).unwrap();
        let fault = inspect_archive(&path).unwrap_err();
        let wanted = if length < 7 { ArchiveFault::Unknown } else { ArchiveFault::CutShort };
        let is_older = fault == ArchiveFault::Version(1) && length < 7;
        assert!(fault == wanted || is_older, "{length}: {fault:?}");
    }
}

#[test]
fn a_damaged_byte_anywhere_panics_nowhere() {
    let folder = folder();
    let whole = PmTiles { inner_packing: 1, ..PmTiles::vector(&area("water")) }.bytes();
    let path = folder.path().join("damaged.pmtiles");
    for at in 0..whole.len() {
        for value in [0, 0x7f, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] = value;
            std::fs::write(&path, &bytes).unwrap();
            // Either answer is right; that there is one is what is asked.
            let _ = inspect_archive(&path);
        }
    }
    let mut seed = 7_u64;
    for length in [1, 126, 127, 128, 4000] {
        let mut bytes = b"PMTiles\x03".to_vec();
        for _ in 0..length {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            bytes.push((seed >> 56) as u8);
        }
        std::fs::write(&path, &bytes).unwrap();
        assert!(inspect_archive(&path).is_err());
        std::fs::write(&path, &bytes[8..]).unwrap();
        assert_eq!(inspect_archive(&path), Err(ArchiveFault::Unknown));
    }
}

/// Files that are no base for the map, and what is wrong with each.
fn bad_files(folder: &Path) -> Vec<(PathBuf, ArchiveFault)> {
    let sound = || PmTiles::vector(&area("water"));
    let text = |text: &str| ArchiveFault::Compression(text.to_owned());
    let mut files: Vec<(PathBuf, ArchiveFault)> = [
        ("old", PmTiles { version: 2, ..sound() }, ArchiveFault::Version(2)),
        ("packing", PmTiles { tile_packing: 77, ..sound() }, text("77")),
        ("avif", PmTiles { tile_type: 5, ..sound() }, ArchiveFault::Format("AVIF".to_owned())),
        ("mlt", PmTiles { tile_type: 6, ..sound() }, ArchiveFault::Format("MLT".to_owned())),
        ("empty", PmTiles { tiles: Vec::new(), ..sound() }, ArchiveFault::Empty),
    ]
    .into_iter()
    .map(|(name, archive, fault)| (archive.write(folder, &format!("{name}.pmtiles")), fault))
    .collect();
    let file = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.join(name), bytes).unwrap();
        folder.join(name)
    };
    // What is packed in another way than it says; and what says nothing, and is nothing known.
    for (name, packing, what) in [("zstd", 4, "Zstandard"), ("brotli", 3, "Brotli")] {
        let archive = PmTiles { tile_packing: packing, ..sound() };
        let path = archive.write(folder, &format!("no-{name}.pmtiles"));
        let Err(fault) = inspect_archive(&path) else { panic!("{what} of gzip") };
        assert!(fault.to_string().starts_with("unpacking: "), "{what}: {fault}");
        files.push((path, fault));
    }
    let noise = PmTiles { tile_type: 0, ..PmTiles::raster(&[0xff; 90]) };
    files.push((noise.write(folder, "noise.pmtiles"), ArchiveFault::StrangeTiles));
    let noise = [0xff_u8; 90];
    for (format, fault) in [
        ("avif", ArchiveFault::Format("AVIF".to_owned())),
        ("mlt", ArchiveFault::Format("MLT".to_owned())),
        ("", ArchiveFault::StrangeTiles),
    ] {
        files.push((mbtiles(folder, &format!("f{format}.mbtiles"), format, [&noise; 4]), fault));
    }
    files.push((file("text.mbtiles", b"not a database at all"), ArchiveFault::Unknown));
    files.push((file("nothing.mbtiles", b""), ArchiveFault::Unknown));
    let header = [b"SQLite format 3\0".as_slice(), &[0xff; 300]].concat();
    files.push((file("header.mbtiles", &header), ArchiveFault::Unknown));
    let path = folder.join("tableless.mbtiles");
    rusqlite::Connection::open(&path).unwrap().execute("CREATE TABLE x (y)", ()).unwrap();
    files.push((path, ArchiveFault::Empty));
    let path = folder.join("rowless.mbtiles");
    let sql = "CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)";
    rusqlite::Connection::open(&path).unwrap().execute(sql, ()).unwrap();
    files.push((path, ArchiveFault::Empty));
    files.push((folder.to_owned(), ArchiveFault::NotAFile));
    files.push((folder.join("no-such.pmtiles"), ArchiveFault::Missing));
    files
}

#[test]
fn each_bad_file_is_refused_in_words_of_each_language() {
    let folder = folder();
    let files = bad_files(folder.path());
    for lang in Lang::ALL {
        let mut screen = Screen::open(reader_of(lang));
        for (path, fault) in &files {
            open(&mut screen, path);
            assert_eq!(faults(&screen), [fault], "{}", path.display());
            let words = screen.state().notices[0].words(&screen.state().session.words());
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(words.contains(&name), "{words}");
            assert!(words.chars().filter(|letter| *letter == '.').count() >= 2, "{words}");
            assert_eq!(screen.state().session.base.shown, Base::Relief);
            screen.act(Action::DismissNotice(0));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let path = PmTiles::vector(&area("water")).write(folder.path(), "locked.pmtiles");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Who may read everything is not stopped by this.
    if std::fs::File::open(&path).is_err() {
        assert_eq!(inspect_archive(&path), Err(ArchiveFault::Forbidden));
    }
}

#[test]
fn a_file_that_is_gone_at_the_start_leaves_the_built_in_base_and_a_notice() {
    let folder = folder();
    let path = PmTiles::vector(&area("water")).write(folder.path(), "gone.pmtiles");
    let mut screen = Screen::open(reader());
    open(&mut screen, &path);
    let kept = serde_json::to_string(&screen.state().session).unwrap();
    std::fs::remove_file(&path).unwrap();
    let mut again = Screen::open(serde_json::from_str(&kept).unwrap());
    again.act(Action::SetBase(Base::Archive(path)));
    carry_out(&mut again);
    assert_eq!(faults(&again), [&ArchiveFault::Missing]);
    assert_eq!(again.state().session.base.shown, Base::Relief);
    assert_eq!(again.state().session.base.recent().len(), 1, "it may come back");
}

/// The map in the window on an archive of these vector tiles.
fn drawn_on(tile: &[u8]) -> Picture {
    let folder = folder();
    let path = PmTiles::vector(tile).write(folder.path(), "drawn.pmtiles");
    let mut screen = Screen::open(reader_of(Lang::En));
    open(&mut screen, &path);
    assert_eq!(faults(&screen), Vec::<&ArchiveFault>::new());
    screen.picture()
}

#[test]
fn tiles_packed_in_each_way_are_drawn_alike() {
    let folder = folder();
    let tile = area("water");
    let gzipped = drawn_on(&tile);
    let plain = PmTiles { tile_packing: 1, tiles: vec![tile.clone(); 5], ..PmTiles::vector(&[]) };
    let brotlied = PmTiles {
        inner_packing: 3,
        tile_packing: 3,
        tiles: vec![brotli(&tile); 5],
        ..PmTiles::vector(&[])
    };
    let zstandard = PmTiles {
        inner_packing: 4,
        tile_packing: 4,
        tiles: vec![zstd(&tile); 5],
        ..PmTiles::vector(&[])
    };
    // What does not say what its tiles are is looked at.
    let unnamed = PmTiles { tile_type: 0, ..PmTiles::vector(&tile) };
    for archive in [plain, brotlied, zstandard, unnamed] {
        let path = archive.write(folder.path(), "drawn.pmtiles");
        let mut screen = Screen::open(reader_of(Lang::En));
        open(&mut screen, &path);
        assert_eq!(faults(&screen), Vec::<&ArchiveFault>::new());
        assert!(screen.picture().difference(&gzipped) < 0.001);
    }
    let zstd = zstd(&tile);
    let path = mbtiles(folder.path(), "zstd.mbtiles", "pbf", [zstd.as_slice(); 4]);
    assert_eq!(inspect_archive(&path).unwrap().kind, TileKind::Vector(Schema::Other));
}

#[test]
fn a_tile_of_another_extent_is_drawn_as_one_of_the_usual() {
    let drawn = |extent: u64| {
        let at = |sixteenths: i64| sixteenths * extent as i64 / 16;
        let ring = [(1, 1), (15, 1), (15, 15), (1, 15)].map(|(x, y)| (at(x), at(y)));
        drawn_on(&layer("water", extent, 3, &pen(&ring, true)))
    };
    let usual = drawn(4096);
    for extent in [256, 512, 8192] {
        let difference = drawn(extent).difference(&usual);
        assert!(difference < 0.001, "{extent}: {difference}");
    }
    assert!(usual.difference(&drawn_on(&layer("water", 512, 3, &[]))) > 0.05);
}

#[test]
fn points_of_a_schema_of_its_own_are_marked_where_they_are() {
    let nothing = drawn_on(&layer("wells", 4096, 1, &[]));
    let marked = drawn_on(&layer("wells", 4096, 1, &pen(&[(3948, 3652)], false)));
    assert!(marked.difference(&nothing) > 0.0);
    assert!(marked.difference(&nothing) < 0.01);
    // The same spot in another extent, and a place of a known schema, which is no mark.
    let same = drawn_on(&layer("wells", 512, 1, &pen(&[(494, 456)], false)));
    assert!(same.difference(&nothing) > 0.0);
    let earth = |places: &[u8]| {
        let land = [area("earth"), area("water")].concat();
        drawn_on(&[land, layer("places", 4096, 1, places)].concat())
    };
    assert!(earth(&pen(&[(3948, 3652)], false)).difference(&earth(&[])) < 0.0001);
}

#[test]
fn large_roads_are_broader_and_borders_of_countries_are_ours() {
    let line = pen(&[(0, 100), (4096, 3900)], false);
    let drawn = |layer: &str, key: &str, value: &str| {
        let road = tagged_layer(layer, 4096, 2, &line, &[(key, value)]);
        drawn_on(&[road, area("earth"), layer_of_water()].concat())
    };
    let nothing = drawn("other", "kind", "x");
    let share = |picture: &Picture| picture.difference(&nothing);
    let small = share(&drawn("roads", "kind", "minor_road"));
    for key in ["kind", "pmap:kind"] {
        let large = share(&drawn("roads", key, "highway"));
        assert!(small > 0.0 && large > 1.2 * small, "{key}: {small} {large}");
    }
    assert!(share(&drawn("boundaries", "kind", "region")) > 0.0);
    assert!(share(&drawn("boundaries", "kind", "country")) < 0.0001);
    assert!(share(&drawn("boundaries", "pmap:min_admin_level", "2")) < 0.0001);
}

/// The map at zoom 9, with names in this language alone, on tiles with one place of these tags 10 km south of its
/// middle.
fn drawn_with_place(lang: Lang, layer: &str, middle: LonLat, tags: &[(&str, &str)]) -> Picture {
    // In the north-east tile of zoom 1, which others repeat.
    let x = middle.lon() / 180.0 * 4096.0;
    let y = (1.0 - middle.lat().to_radians().tan().asinh() / std::f64::consts::PI) * 4096.0;
    let at = (x.round() as i64, y.round() as i64 + 2);
    let folder = folder();
    let place = tagged_layer(layer, 4096, 1, &pen(&[at], false), tags);
    // Each schema is known by other layers.
    let others = match layer {
        "places" => [area("earth"), layer_of_water()].concat(),
        "place" => layer_named("transportation"),
        _ => layer_named("water_polygons"),
    };
    let path = PmTiles::vector(&[others, place].concat()).write(folder.path(), "places.pmtiles");
    let camera = Some(Camera { center: middle, zoom: 9.0 });
    let mut screen = Screen::open(Session { camera, second_names: false, ..reader_of(lang) });
    open(&mut screen, &path);
    screen.picture()
}

fn layer_named(name: &str) -> Vec<u8> {
    layer(name, 4096, 2, &pen(&[(0, 0), (1, 1)], false))
}

#[test]
fn places_of_each_schema_are_named_in_the_language_of_the_reader() {
    // In the Tanezrouft, where the map itself names nothing.
    let at = LonLat::new(1.0, 22.8).unwrap();
    let city = |field| (field, "city");
    for (layer, kind, arabic) in [
        ("places", city("kind_detail"), "name:ar"),
        ("place", city("class"), "name:ar"),
        ("place_labels", city("kind"), "name_ar"),
    ] {
        let drawn = |lang, tags: &[(&str, &str)]| drawn_with_place(lang, layer, at, tags);
        let english = [kind, ("name", "Zorg")];
        let both = [kind, ("name", "Zorg"), (arabic, "زرق")];
        let nothing = drawn(Lang::En, &[kind]);
        assert!(drawn(Lang::En, &english).difference(&nothing) > 0.0, "{layer}");
        // It is the Arabic name that an Arabic reader sees, and not the other.
        let other = [kind, ("name", "Q"), (arabic, "زرق")];
        assert!(drawn(Lang::Ar, &both).difference(&drawn(Lang::Ar, &english)) > 0.0, "{layer}");
        let same = drawn(Lang::Ar, &both).difference(&drawn(Lang::Ar, &other));
        assert!(same < 0.0001, "{layer}: {same}");
    }
}

#[test]
fn what_the_map_names_is_not_named_again() {
    let agadez = LonLat::new(7.99, 16.97).unwrap();
    let drawn =
        |name| drawn_with_place(Lang::En, "place", agadez, &[("class", "city"), ("name", name)]);
    let nothing = drawn_with_place(Lang::En, "place", agadez, &[("class", "city")]);
    assert!(drawn("agadez").difference(&nothing) < 0.0001);
    assert!(drawn("Qrst").difference(&nothing) > 0.0);
}

/// A pond in the corner.
fn layer_of_water() -> Vec<u8> {
    layer("water", 4096, 3, &pen(&[(0, 0), (9, 0), (9, 9)], true))
}

#[test]
fn where_no_dialog_opens_the_path_is_written() {
    let folder = folder();
    let path = PmTiles::vector(&area("water")).write(folder.path(), "my sand.pmtiles");
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.act(Action::SetLang(Lang::En));
    screen.act(Action::WritePath);
    assert_eq!(screen.state().session.tab, PanelTab::Layers);
    assert_eq!(screen.state().notices, [Notice::NoDialog]);
    assert!(screen.is_focused(Role::TextInput, "Path of a map file"), "{:?}", screen.focus());
    screen.type_text("file://elsewhere/sand.pmtiles");
    screen.press(Key::Enter);
    assert!(says_of(&screen, "This is no path on this computer"));
    screen.press_with(CTRL, Key::A);
    screen.type_text(&format!("\"{}\"", path.display()));
    screen.press(Key::Enter);
    carry_out(&mut screen);
    assert_eq!(screen.state().session.base.shown, Base::Archive(path));
    assert_eq!(screen.state().notices, []);
}

#[test]
fn broken_tiles_are_left_out_and_the_map_goes_on() {
    let folder = folder();
    let far = pen(&[(0, 0), (1 << 30, 0), (1 << 30, 1 << 30)], true);
    let ring = pen(&[(0, 0), (900, 0), (900, 900)], true);
    let endless = [varint(0x1fff_ffff << 3 | 2), vec![2; 40]].concat();
    let tiles = [
        layer("water", 4096, 3, &far),
        layer("water", 0, 3, &ring),
        layer("water", 4096, 3, &endless),
        layer("water", 4096, 3, &varint(1 << 3 | 7)),
        layer("water", 4096, 3, &[]),
        layer("water", 4096, 9, &ring),
        vec![0xff; 200],
        b"no tile".to_vec(),
    ];
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.act(Action::SetBase(Base::Plain));
    let plain = screen.picture();
    for (index, tile) in tiles.iter().enumerate() {
        let path = PmTiles::vector(tile).write(folder.path(), &format!("{index}.pmtiles"));
        open(&mut screen, &path);
        assert_eq!(faults(&screen), Vec::<&ArchiveFault>::new(), "{index}");
        screen.picture();
    }
    let path = PmTiles::raster(b"no picture").write(folder.path(), "raster.pmtiles");
    open(&mut screen, &path);
    assert!(screen.picture().difference(&plain) < 0.2);
}

#[test]
fn plain_and_none_are_chosen_by_name_and_undone() {
    let mut screen = Screen::open(reader());
    screen.settle();
    let relief = screen.picture();
    screen.choose("Plain");
    assert_eq!(screen.state().session.base.shown, Base::Plain);
    let plain = screen.picture();
    assert!(plain.difference(&relief) > 0.05);
    screen.choose("None");
    assert!(screen.picture().difference(&plain) > 0.05);
    screen.press_with(CTRL, Key::Z);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.base.shown, Base::Relief);
}

#[test]
fn what_was_chosen_last_is_shown_whatever_is_opened_first() {
    let folder = folder();
    let path = PmTiles::vector(&area("water")).write(folder.path(), "late.pmtiles");
    let mut screen = Screen::open(reader());
    screen.act(Action::OpenArchive(path.clone()));
    screen.act(Action::SetBase(Base::Plain));
    carry_out(&mut screen);
    assert_eq!(screen.state().session.base.shown, Base::Plain);
    screen.act(Action::OpenArchive(folder.path().join("missing.pmtiles")));
    screen.act(Action::OpenArchive(path.clone()));
    carry_out(&mut screen);
    assert_eq!(screen.state().session.base.shown, Base::Archive(path));
}

#[test]
fn an_archive_is_asked_for_by_key_and_button_and_taken_off_the_list() {
    let folder = folder();
    let path = PmTiles::vector(&area("water")).write(folder.path(), "sand.pmtiles");
    let mut screen = Screen::open(reader());
    screen.press_with(CTRL, Key::O);
    assert!(screen.effects().contains(&Effect::ChooseArchive));
    screen.click(Role::Button, "Open a map file…");
    assert!(screen.effects().contains(&Effect::ChooseArchive));
    open(&mut screen, &path);
    screen.choose("Relief");
    screen.choose("sand.pmtiles");
    carry_out(&mut screen);
    assert_eq!(screen.state().session.base.shown, Base::Archive(path));
    screen.choose("Relief");
    screen.click(Role::Button, "Take sand.pmtiles off the list");
    assert!(screen.state().session.base.recent().is_empty());
}

#[test]
fn a_file_held_over_the_window_is_told_what_it_will_be_and_opens_when_let_go() {
    let folder = folder();
    let path = PmTiles::vector(&area("water")).write(folder.path(), "sand.pmtiles");
    let mut screen = Screen::open(reader());
    screen.hold_file(Some(&path));
    assert!(screen.says("Drop to use as the map’s base"));
    screen.hold_file(Some(Path::new("/tmp/letter.pdf")));
    assert!(screen.says("Only .pmtiles and .mbtiles files can be the map’s base"));
    screen.hold_file(None);
    assert!(!says_of(&screen, "map’s base"));
    screen.drop_file(Arc::new(Dropped(path.clone())));
    carry_out(&mut screen);
    assert_eq!(screen.state().session.base.shown, Base::Archive(path));
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("only its path is asked for".to_owned())
    }
}
