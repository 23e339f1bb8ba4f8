//! Does the program stay off the network, and where a host was allowed, does it reach that one alone?
//!
//! Needs strace, and Xvfb for the window; where one is missing a line says what was not checked.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says what it could not check"
)]

#[path = "support/program.rs"]
mod program;
#[path = "support/tile_server.rs"]
mod tile_server;
#[allow(dead_code, reason = "other tests keep a window open")]
#[path = "support/windows.rs"]
mod windows;

use program::Program;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tile_server::{Reply, TileServer, picture};
use windows::{Display, run_under};

/// What strace is told to note every socket in `trace` that a program and its children open, and whom
/// they reach.
fn tracer(trace: &Path) -> [&str; 9] {
    let calls = "trace=socket,connect,sendto,sendmsg,sendmmsg";
    ["strace", "-f", "-qq", "-e", calls, "-e", "signal=none", "-o", trace.to_str().unwrap()]
}

/// The sockets of the internet among those noted in `trace`.
fn internet_sockets(trace: &Path) -> Vec<String> {
    let noted = fs::read_to_string(trace).unwrap();
    let opens = |line: &&str| line.contains("socket(AF_INET");
    noted.lines().filter(opens).map(str::to_owned).collect()
}

/// What was sent or connected to an address of the internet, among what is noted in `trace`.
fn reached(trace: &Path) -> Vec<String> {
    let noted = fs::read_to_string(trace).unwrap();
    let reaches = |line: &&str| line.contains("sin_addr") || line.contains("sin6_addr");
    noted.lines().filter(reaches).map(str::to_owned).collect()
}

/// Whether strace is there and may trace; the trace of a shell that opens a socket shows that
/// one would be seen.
fn can_trace(program: &Program) -> bool {
    let trace = program.path("control");
    // A datagram socket that sends nothing.
    let shell = ["bash", "-c", "exec 3<>/dev/udp/127.0.0.1/9"];
    let [strace, arguments @ ..] = tracer(&trace);
    let mut control = Command::new(strace);
    control.args(arguments).args(shell).stdin(Stdio::null()).stderr(Stdio::null());
    match control.status() {
        Ok(_) if trace.exists() && internet_sockets(&trace).len() == 1 => true,
        outcome => {
            eprintln!("Not checked: strace is missing or not permitted ({outcome:?}).");
            false
        }
    }
}

/// Runs the program to its end; gives what it did on the network.
fn run(program: &Program, arguments: &[&str], display: Option<&Display>) -> PathBuf {
    let trace = program.path("trace");
    let (status, said) = run_under(&tracer(&trace), program, display, arguments, &[]);
    assert!(status.success(), "{arguments:?} ended with {status}: {said}");
    trace
}

/// Runs the program to its end and fails if it opens a socket of the internet.
fn assert_offline(program: &Program, arguments: &[&str], display: Option<&Display>) {
    let trace = run(program, arguments, display);
    let sockets = internet_sockets(&trace);
    assert!(sockets.is_empty(), "{arguments:?} opens {sockets:#?}");
}

#[test]
fn a_picture_and_a_distance_open_no_socket_of_the_internet() {
    let program = Program::new();
    if !can_trace(&program) {
        return;
    }
    assert_offline(&program, &["distance", "18.44345,1.40921"], None);
    let out = program.path("map.png");
    let out = out.to_str().unwrap();
    let arguments = ["export", "png", "--place", "kidal", "--size", "640x480", "--out", out];
    assert_offline(&program, &arguments, None);
    assert!(fs::metadata(out).unwrap().len() > 1_000);
}

#[test]
fn the_window_opens_no_socket_of_the_internet() {
    let program = Program::new();
    if !can_trace(&program) {
        return;
    }
    let Some(display) = Display::open() else { return };
    let arguments = ["--timings", "--place", "kidal", "--lang", "ar"];
    assert_offline(&program, &arguments, Some(&display));
    let session = fs::read_to_string(program.path("state/sahel-map/session.json")).unwrap();
    assert!(session.contains("\"kidal\""), "the window was open on the place: {session}");
}

#[test]
fn a_window_reaches_the_host_that_was_allowed_and_no_other() {
    let program = Program::new();
    if !can_trace(&program) {
        return;
    }
    let Some(display) = Display::open() else { return };
    let host = TileServer::start(|_| Reply::new(200, picture(256, [90, 120, 90])));
    let state = program.path("state/sahel-map");
    fs::create_dir_all(&state).unwrap();
    let kept = |allowed: &str| {
        format!(
            r#"{{"allowed": [{allowed}], "sources": [{{"name": "mine", "template": "{}",
            "kind": {{"raster": {{"side": 256}}}}}}]}}"#,
            host.template()
        )
    };
    let session = r#"{"base": {"shown": {"online": "mine"}}}"#;
    // Wanted by the session, but not allowed.
    fs::write(state.join("session.json"), session).unwrap();
    fs::write(state.join("online.json"), kept("")).unwrap();
    assert_offline(&program, &["--timings"], Some(&display));
    assert_eq!(host.asked().len(), 0);

    fs::write(state.join("session.json"), session).unwrap();
    fs::write(state.join("online.json"), kept(&format!("\"{}\"", host.host()))).unwrap();
    let reached = reached(&run(&program, &["--timings"], Some(&display)));
    assert!(!reached.is_empty() && !host.asked().is_empty());
    let port = format!("htons({})", host.port);
    for call in reached {
        assert!(call.contains(&port) && call.contains("127.0.0.1"), "{call}");
    }
    assert!(program.path("cache/sahel-map/tiles").is_dir(), "the tiles are kept");
}
