//! Are tiles fetched only from hosts that were allowed, kept as the host says, and is every bad answer
//! survived? Against a server on this computer.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/archives.rs"]
#[allow(dead_code, reason = "most of it is for other tests")]
mod archives;
#[path = "support/tile_server.rs"]
mod tile_server;

use sahel_map::map::{FetchTiles as _, Fetched};
use sahel_map::shell::{Fetcher, Limits};
use sahel_map::state::TileKind;
use sahel_map::state::online::{KeptOnline, OnlineSource, Template, Trouble};
use std::time::Duration;
use tile_server::{Asked, Reply, TileServer, picture};

fn source(server: &TileServer) -> OnlineSource {
    OnlineSource {
        name: "test".to_owned(),
        template: Template::parse(&server.template()).unwrap(),
        credit: String::new(),
        kind: TileKind::Raster { side: 256 },
    }
}

fn allowing(source: &OnlineSource) -> KeptOnline {
    KeptOnline { allowed: [source.template.host().clone()].into(), ..KeptOnline::default() }
}

/// Short, so that a slow server is soon known to be one.
const LIMITS: Limits = Limits {
    bytes: 100_000,
    connecting: Duration::from_secs(2),
    whole: Duration::from_millis(500),
};

struct Setup {
    server: TileServer,
    source: OnlineSource,
    fetcher: Fetcher,
    cache: tempfile::TempDir,
}

fn setup(answers: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Setup {
    let server = TileServer::start(answers);
    let source = source(&server);
    let cache = tempfile::tempdir().unwrap();
    let fetcher = Fetcher::new(allowing(&source), Some(cache.path().to_owned()), LIMITS);
    Setup { server, source, fetcher, cache }
}

fn tile() -> Vec<u8> {
    picture(256, [10, 20, 30])
}

#[test]
fn nobody_is_asked_who_was_not_allowed() {
    let Setup { server, source, fetcher, .. } = setup(|_| Reply::new(200, tile()));
    fetcher.allow(KeptOnline::default());
    assert!(matches!(fetcher.fetch(&source, 1, 0, 0), Fetched::Later(_)));
    assert!(fetcher.try_source(&source.template).is_err());
    assert_eq!(server.asked().len(), 0);
    assert_eq!(fetcher.traffic().requests, 0);
    fetcher.allow(allowing(&source));
    assert_eq!(fetcher.fetch(&source, 1, 0, 0), Fetched::Tile(tile().into()));
    assert_eq!(fetcher.traffic().requests, 1);
    // A consent that was taken back holds at once.
    fetcher.allow(KeptOnline::default());
    assert!(matches!(fetcher.fetch(&source, 2, 0, 0), Fetched::Later(_)));
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn it_says_who_it_is_and_nothing_of_the_reader() {
    let Setup { server, source, fetcher, .. } = setup(|_| Reply::new(200, tile()));
    fetcher.fetch(&source, 7, 63, 57);
    let [asked] = server.asked().try_into().unwrap();
    assert_eq!(asked.path, "/7/63/57.png?key=secret");
    let agent = asked.header("user-agent").unwrap();
    assert!(agent.starts_with(concat!("SahelMap/", env!("CARGO_PKG_VERSION"), " (")), "{agent}");
    assert!(agent.contains('@'), "whom to write to: {agent}");
    let mut names: Vec<&str> = asked.headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "host", "user-agent"], "no cookie, no referer, no language");
}

#[test]
fn what_was_fetched_is_kept_and_asked_about_again_when_it_is_old() {
    let Setup { server, source, fetcher, cache } = setup(|_| {
        Reply::new(200, tile()).with("Cache-Control", "max-age=0").with("ETag", "\"v1\"")
    });
    let fetched = Fetched::Tile(tile().into());
    assert_eq!(fetcher.fetch(&source, 3, 4, 3), fetched);
    // It is old at once; the server says that it has not changed, and that it is now good for a day.
    server.answer(|_| {
        Reply::new(304, "").with("Cache-Control", "max-age=86400").with("ETag", "\"v1\"")
    });
    assert_eq!(fetcher.fetch(&source, 3, 4, 3), fetched);
    let [_, again] = server.asked().try_into().unwrap();
    assert_eq!(again.header("if-none-match"), Some("\"v1\""));
    assert_eq!(fetcher.traffic().trouble, None);
    assert_eq!(fetcher.fetch(&source, 3, 4, 3), fetched);
    assert_eq!(server.asked().len(), 2, "it is good");
    // The next run finds it on the disk, even while it may ask nobody.
    let next = Fetcher::new(KeptOnline::default(), Some(cache.path().to_owned()), LIMITS);
    assert_eq!(next.fetch(&source, 3, 4, 3), fetched);
    assert!(next.traffic().requests == 0);
    next.empty_cache();
    assert!(matches!(next.fetch(&source, 3, 4, 3), Fetched::Later(_)));
    assert_eq!(next.traffic().cached, Some(0));
}

#[test]
fn an_old_tile_is_better_than_none() {
    let Setup { server, source, fetcher, .. } =
        setup(|_| Reply::new(200, tile()).with("Cache-Control", "max-age=0"));
    fetcher.fetch(&source, 3, 4, 3);
    server.answer(|_| Reply::new(500, "broken"));
    assert_eq!(fetcher.fetch(&source, 3, 4, 3), Fetched::Tile(tile().into()));
}

#[test]
fn there_is_nothing_where_the_server_says_so() {
    for status in [404, 410, 204, 200] {
        let Setup { source, fetcher, .. } = setup(move |_| Reply::new(status, ""));
        assert_eq!(fetcher.fetch(&source, 1, 0, 0), Fetched::Absent, "{status}");
        assert_eq!(fetcher.traffic().trouble, None);
    }
}

/// What a server that answers so is told to be, after it was asked for two tiles.
fn trouble_with(reply: Reply) -> (Option<Trouble>, Setup) {
    let setup = setup(move |_| reply.clone());
    for x in 0..2 {
        assert!(matches!(setup.fetcher.fetch(&setup.source, 2, x, 0), Fetched::Later(_)));
        // Whatever pause there is, the second time is a second failure.
        if setup.fetcher.traffic().trouble.is_none() {
            std::thread::sleep(Duration::from_millis(2100));
        }
    }
    let trouble = setup.fetcher.traffic().trouble;
    assert!(files_below(setup.cache.path()).is_empty(), "nothing of it is kept");
    (trouble.map(|(_, trouble)| trouble), setup)
}

fn files_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .flat_map(|entry| {
            if entry.path().is_dir() { files_below(&entry.path()) } else { vec![entry.path()] }
        })
        .collect()
}

#[test]
fn every_bad_answer_is_told_for_what_it_is() {
    let (is_png, html) = (tile(), "<html>Please log in</html>");
    for (reply, expected) in [
        (Reply::new(403, "blocked"), "refuses (HTTP 403)"),
        (Reply::new(401, ""), "refuses (HTTP 401)"),
        (Reply::new(500, ""), "HTTP 500"),
        (Reply::new(206, is_png.clone()), "HTTP 206"),
        (Reply::new(304, ""), "HTTP 304"),
        (Reply::new(200, html), "no tile"),
        (Reply::new(200, &is_png[..200]), "no tile"),
        (Reply::new(200, vec![0; 200_000]), "more than a tile"),
        (Reply::new(302, "").with("Location", "http://127.0.0.1:1/tile.png"), "another host"),
        (Reply::new(302, "").with("Location", "https://example.org/tile.png"), "another host"),
    ] {
        let (trouble, _) = trouble_with(reply.clone());
        let told = trouble.as_ref().map(ToString::to_string).unwrap_or_default();
        assert!(told.contains(expected), "{reply:?}: {told}");
    }
}

#[test]
fn a_picture_that_unpacks_to_a_mountain_is_no_tile() {
    // 100 bytes that say they are 60000 pixels a side.
    let mut bomb = tile();
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let crc = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&crc.to_be_bytes());
    let (trouble, _) = trouble_with(Reply::new(200, bomb));
    assert!(matches!(trouble, Some(Trouble::NoTile(_))), "{trouble:?}");
    // A gzip bomb in the place of a vector tile.
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::copy(&mut std::io::Read::take(std::io::repeat(0), 80 << 20), &mut packed).unwrap();
    let packed = packed.finish().unwrap();
    assert!(packed.len() < LIMITS.bytes as usize);
    let (trouble, _) = trouble_with(Reply::new(200, packed));
    assert!(matches!(trouble, Some(Trouble::NoTile(_))), "{trouble:?}");
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[test]
fn a_redirection_on_the_same_host_is_followed() {
    let Setup { source, fetcher, .. } = setup(|asked| {
        if asked.path.starts_with("/new") {
            Reply::new(200, tile())
        } else {
            Reply::new(301, "").with("Location", "/new.png")
        }
    });
    assert_eq!(fetcher.fetch(&source, 1, 0, 0), Fetched::Tile(tile().into()));
    // One that goes round and round is not followed for ever.
    let (trouble, _) = trouble_with(Reply::new(302, "").with("Location", "/round.png"));
    assert_eq!(trouble, Some(Trouble::Elsewhere));
}

#[test]
fn a_slow_server_is_given_up() {
    let mut dripping = Reply::new(200, tile());
    dripping.drip = Some(Duration::from_millis(50));
    // Not one of its pieces is late, but all of it is.
    let (trouble, _) = trouble_with(dripping);
    assert_eq!(trouble, Some(Trouble::Slow));
    let (trouble, _) = {
        let setup = setup(|_| {
            std::thread::sleep(Duration::from_secs(3));
            Reply::new(200, "")
        });
        for x in 0..2 {
            setup.fetcher.fetch(&setup.source, 2, x, 0);
            std::thread::sleep(Duration::from_millis(2100));
        }
        (setup.fetcher.traffic().trouble, setup)
    };
    assert_eq!(trouble.unwrap().1, Trouble::Slow);
}

#[test]
fn a_server_that_is_not_there_is_told_and_left_alone_and_tried_again() {
    let Setup { server, source, fetcher, .. } = setup(|_| Reply::new(200, tile()));
    let gone = OnlineSource {
        template: Template::parse("http://127.0.0.1:1/{z}/{x}/{y}").unwrap(),
        ..source.clone()
    };
    fetcher.allow(allowing(&gone));
    let Fetched::Later(first) = fetcher.fetch(&gone, 1, 0, 0) else { panic!("it is not there") };
    let requests = fetcher.traffic().requests;
    let Fetched::Later(_) = fetcher.fetch(&gone, 1, 1, 0) else { panic!("it is not there") };
    assert_eq!(fetcher.traffic().requests, requests, "it is left alone for {first:?}");
    fetcher.retry();
    fetcher.fetch(&gone, 1, 0, 0);
    assert_eq!(fetcher.traffic().requests, requests + 1);
    assert!(server.asked().is_empty());
}

#[test]
fn who_asks_for_a_pause_gets_it() {
    for status in [429, 503] {
        let Setup { server, source, fetcher, .. } =
            setup(move |_| Reply::new(status, "").with("Retry-After", "120"));
        let Fetched::Later(wait) = fetcher.fetch(&source, 1, 0, 0) else { panic!("no tile") };
        assert_eq!(wait, Duration::from_mins(2));
        let Fetched::Later(left) = fetcher.fetch(&source, 1, 1, 0) else { panic!("no tile") };
        assert!(left <= wait && left > Duration::from_secs(100), "{left:?}");
        assert_eq!(server.asked().len(), 1, "nothing is asked in the pause");
        assert_eq!(fetcher.traffic().trouble.unwrap().1, Trouble::Busy);
        // Nobody is left alone for days.
        server.answer(move |_| Reply::new(status, "").with("Retry-After", "864000"));
        fetcher.retry();
        let Fetched::Later(wait) = fetcher.fetch(&source, 1, 0, 0) else { panic!("no tile") };
        assert_eq!(wait, Duration::from_hours(1));
    }
}

#[test]
fn a_trouble_ends_with_the_first_tile() {
    let Setup { server, source, fetcher, .. } = setup(|_| Reply::new(401, ""));
    fetcher.fetch(&source, 1, 0, 0);
    assert!(fetcher.traffic().trouble.is_some());
    server.answer(|_| Reply::new(200, tile()));
    fetcher.retry();
    assert!(matches!(fetcher.fetch(&source, 1, 0, 0), Fetched::Tile(_)));
    assert_eq!(fetcher.traffic().trouble, None);
}

#[test]
fn a_pause_that_was_asked_for_outlasts_an_answer_that_was_on_its_way() {
    // Two tiles at a time: one is answered late, after the other was told to wait.
    for status in [200, 404, 500] {
        let Setup { server, source, fetcher, .. } = setup(move |asked| {
            if asked.path.starts_with("/1/0/") {
                std::thread::sleep(Duration::from_millis(300));
                Reply::new(status, tile())
            } else {
                Reply::new(429, "").with("Retry-After", "600")
            }
        });
        std::thread::scope(|scope| {
            let late = scope.spawn(|| fetcher.fetch(&source, 1, 0, 0));
            while server.asked().is_empty() {
                std::thread::yield_now();
            }
            assert_eq!(fetcher.traffic().asking.as_ref(), Some(source.template.host()));
            assert!(matches!(fetcher.fetch(&source, 1, 1, 0), Fetched::Later(_)));
            assert_eq!(matches!(late.join().unwrap(), Fetched::Tile(_)), status == 200);
        });
        let Fetched::Later(left) = fetcher.fetch(&source, 1, 1, 1) else { panic!("no tile") };
        assert!(left > Duration::from_secs(500), "{status}: {left:?}");
        assert_eq!(server.asked().len(), 2, "it is left alone");
        let traffic = fetcher.traffic();
        assert_eq!((traffic.trouble.unwrap().1, traffic.asking), (Trouble::Busy, None));
    }
}

#[test]
fn a_trouble_of_a_host_that_was_revoked_is_none() {
    let Setup { source, fetcher, .. } = setup(|_| Reply::new(401, ""));
    fetcher.fetch(&source, 1, 0, 0);
    assert!(fetcher.traffic().trouble.is_some());
    fetcher.allow(KeptOnline::default());
    assert_eq!(fetcher.traffic().trouble, None);
}

#[cfg(unix)]
#[test]
fn the_tiles_on_the_disk_are_their_users_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let server = TileServer::start(|_| Reply::new(200, tile()));
    let source = source(&server);
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("cache/tiles");
    let fetcher = Fetcher::new(allowing(&source), Some(folder.clone()), LIMITS);
    fetcher.fetch(&source, 1, 0, 0);
    assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn one_faulty_tile_does_not_stop_the_others() {
    let Setup { source, fetcher, .. } = setup(|asked| {
        let is_faulty = asked.path.starts_with("/5/0/");
        Reply::new(200, if is_faulty { b"nonsense".to_vec() } else { tile() })
    });
    for round in 0..3 {
        assert!(matches!(fetcher.fetch(&source, 5, 0, round), Fetched::Later(_)));
        assert!(matches!(fetcher.fetch(&source, 5, 1, round), Fetched::Tile(_)));
        assert_eq!(fetcher.traffic().trouble, None);
    }
}

#[test]
fn a_disk_that_is_full_costs_no_tile() {
    let server = TileServer::start(|_| Reply::new(200, tile()));
    let source = source(&server);
    // No folder can be made below a device.
    let fetcher = Fetcher::new(allowing(&source), Some("/dev/full/tiles".into()), LIMITS);
    assert!(matches!(fetcher.fetch(&source, 1, 0, 0), Fetched::Tile(_)));
}

#[test]
fn a_first_tile_says_what_its_source_has() {
    let Setup { fetcher, source, .. } = setup(|_| Reply::new(200, picture(512, [1, 2, 3])));
    assert_eq!(fetcher.try_source(&source.template), Ok(TileKind::Raster { side: 512 }));
    let (vector, empty) = (archives::area("roads"), setup(|_| Reply::new(404, "")));
    let Setup { fetcher, source, .. } = setup(move |_| Reply::new(200, vector.clone()));
    assert!(matches!(fetcher.try_source(&source.template), Ok(TileKind::Vector(_))));
    let guessed = empty.fetcher.try_source(&empty.source.template);
    assert_eq!(
        guessed,
        Ok(TileKind::Raster { side: 256 }),
        "a part of the world may lie elsewhere"
    );
}
