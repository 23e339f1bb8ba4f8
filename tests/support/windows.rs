//! The built program with its window, on a display of its own.

use crate::program::Program;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// More than a window takes to open and close without a graphics card on a busy machine.
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

/// A display, for as long as it lives.
pub(crate) struct Display {
    name: String,
    _server: Running,
}

/// A window that stays open.
pub(crate) struct Window(Running);

impl Window {
    pub(crate) fn is_open(&mut self) -> bool {
        self.0.0.try_wait().unwrap().is_none()
    }

    /// Ends it as `kill -9` does.
    pub(crate) fn kill(self) {
        drop(self);
    }
}

impl Display {
    /// A display, where Xvfb is there.
    pub(crate) fn open() -> Option<Self> {
        let server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut server) = server else {
            eprintln!("Not checked: Xvfb is missing.");
            return None;
        };
        let mut number = String::new();
        BufReader::new(server.stdout.take()?).read_line(&mut number).unwrap();
        let server = Running(server);
        assert!(!number.trim().is_empty(), "Xvfb tells no display");
        Some(Self { name: format!(":{}", number.trim()), _server: server })
    }

    /// Opens the window; `variables` are set besides the program's own.
    pub(crate) fn start(
        &self,
        program: &Program,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Window {
        Window(Running(command(&[], program, Some(self), arguments, variables).spawn().unwrap()))
    }

    /// Opens the window and waits for its end; how it ended, and what it said on standard error.
    #[track_caller]
    pub(crate) fn run(
        &self,
        program: &Program,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> (ExitStatus, String) {
        self.run_under(&[], program, arguments, variables)
    }

    /// As [`Self::run`], by another program with its arguments.
    #[track_caller]
    pub(crate) fn run_under(
        &self,
        runner: &[&str],
        program: &Program,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> (ExitStatus, String) {
        run_under(runner, program, Some(self), arguments, variables)
    }
}

/// Runs the program by another one with its arguments, with a display or without, and waits for its end;
/// how it ended, and what it said on standard error.
#[track_caller]
pub(crate) fn run_under(
    runner: &[&str],
    program: &Program,
    display: Option<&Display>,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> (ExitStatus, String) {
    let mut command = command(runner, program, display, arguments, variables);
    let said = program.path("said");
    command.stderr(fs::File::create(&said).unwrap());
    let mut running = Running(command.spawn().unwrap());
    let mut status = None;
    wait_for("the end of the program", || {
        status = running.0.try_wait().unwrap();
        status.is_some()
    });
    (status.unwrap(), fs::read_to_string(said).unwrap())
}

fn command(
    runner: &[&str],
    program: &Program,
    display: Option<&Display>,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> Command {
    let mut words = runner.to_vec();
    words.push(env!("CARGO_BIN_EXE_sahel-map"));
    words.extend(arguments);
    let (first, rest) = words.split_first().unwrap();
    let mut command = Command::new(first);
    command.args(rest).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    for name in Program::FOREIGN {
        command.env_remove(name);
    }
    command.envs(program.variables());
    command.envs(display.map(|display| ("DISPLAY", &display.name)));
    command.envs(variables.iter().copied());
    command
}

/// Waits until `is_there`, and fails where that takes too long.
#[track_caller]
pub(crate) fn wait_for(what: &str, mut is_there: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_there() {
        assert!(began.elapsed() < PATIENCE, "{what}: not there after {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
