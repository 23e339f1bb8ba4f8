//! How the program is run, and how it ended.

use crate::program::Program;
use assert_cmd::Command;

/// How a run ended.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Program {
    /// The program with these arguments, ready to run in its home.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sahel-map"));
        command.args(arguments).current_dir(self.path("")).envs(self.variables());
        for name in Self::FOREIGN {
            command.env_remove(name);
        }
        command.timeout(std::time::Duration::from_mins(2));
        command
    }

    /// Runs the program to its end.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let output = self.command(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let ended = Ended {
            code: output.status.code().unwrap_or(-1),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        assert!(!ended.err.contains("panicked"), "{arguments:?}: {}", ended.err);
        ended
    }
}
