//! What shells complete after `sahel-map`.

use clap::Command;
use clap_complete::Shell;

/// The shells, and what the file is called where each looks for it.
const FILES: [(Shell, &str); 4] = [
    (Shell::Bash, "sahel-map.bash"),
    (Shell::Zsh, "_sahel-map"),
    (Shell::Fish, "sahel-map.fish"),
    (Shell::PowerShell, "_sahel-map.ps1"),
];

/// The name and the text of each script.
pub(crate) fn scripts(command: &Command) -> Vec<(&'static str, Vec<u8>)> {
    let script = |shell| {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut command.clone(), "sahel-map", &mut script);
        script
    };
    FILES.into_iter().map(|(shell, name)| (name, script(shell))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn every_shell_knows_the_subcommands_and_their_options() {
        for (name, script) in scripts(&crate::args::Arguments::command()) {
            let script = String::from_utf8(script).unwrap();
            for word in ["distance", "geojson", "all-scenes"] {
                assert!(script.contains(word), "{name}: no {word}");
            }
        }
    }
}
