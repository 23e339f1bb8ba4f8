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

use program::Program;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use tile_server::{Reply, TileServer, picture};

/// More than a window takes to open and close under strace, without a graphics card.
const PATIENCE: Duration = Duration::from_mins(2);

/// Ends its process with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already, or ends now; neither can fail in a way that matters here.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    fn ended(&mut self) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.0.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < PATIENCE, "it has not ended after {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A command that notes in `trace` every socket that it and its children open, and whom it reaches.
fn traced(trace: &Path, program: &str) -> Command {
    let mut command = Command::new("strace");
    command.args([
        "-f",
        "-qq",
        "-e",
        "trace=socket,connect,sendto,sendmsg,sendmmsg",
        "-e",
        "signal=none",
        "-o",
    ]);
    command.arg(trace).arg(program).stdin(Stdio::null()).stdout(Stdio::piped());
    command
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
    let mut shell = traced(&trace, "bash");
    // A datagram socket that sends nothing.
    shell.args(["-c", "exec 3<>/dev/udp/127.0.0.1/9"]).stderr(Stdio::null());
    match shell.status() {
        Ok(_) if trace.exists() && internet_sockets(&trace).len() == 1 => true,
        outcome => {
            eprintln!("Not checked: strace is missing or not permitted ({outcome:?}).");
            false
        }
    }
}

/// A display of its own, and its name.
fn display() -> Option<(Running, String)> {
    let server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut server) = server else {
        eprintln!("Not checked for the window: Xvfb is missing.");
        return None;
    };
    let mut number = String::new();
    BufReader::new(server.stdout.take()?).read_line(&mut number).unwrap();
    let server = Running(server);
    assert!(!number.trim().is_empty(), "Xvfb tells no display");
    Some((server, format!(":{}", number.trim())))
}

/// Runs the program to its end; gives what it did on the network.
fn run(program: &Program, arguments: &[&str], display: Option<&str>) -> PathBuf {
    let trace = program.path("trace");
    let mut command = traced(&trace, env!("CARGO_BIN_EXE_sahel-map"));
    command.args(arguments).envs(program.variables());
    for name in Program::FOREIGN {
        command.env_remove(name);
    }
    if let Some(display) = display {
        command.env("DISPLAY", display);
    }
    let mut running = Running(command.spawn().unwrap());
    let status = running.ended();
    assert!(status.success(), "{arguments:?} ended with {status}");
    trace
}

/// Runs the program to its end and fails if it opens a socket of the internet.
fn assert_offline(program: &Program, arguments: &[&str], display: Option<&str>) {
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
    let Some((_server, display)) = display() else { return };
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
    let Some((_server, display)) = display() else { return };
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
