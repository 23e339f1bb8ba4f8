//! Where the reader is in a text of many pages: in the guide, or in the page about the program.

use super::find::LONGEST;
use super::{AppState, Dialog};

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The number of the page, from 0.
    pub page: usize,
    /// Whether the list of the pages is shown instead of a page, where there is no room for both.
    pub shows_list: bool,
    /// What is looked for.
    pub query: String,
    /// The number of the request to type in the field of what is looked for.
    pub field_request: u32,
}

/// What the reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadAction {
    /// Turn to this page.
    Turn(usize),
    /// Show the list of the pages, or the page again.
    ShowList(bool),
    /// What is in the field now.
    LookFor(String),
}

/// Does what the reader asks for in `dialog`.
pub(super) fn act(state: &mut AppState, dialog: Dialog, action: ReadAction) {
    let reading = match dialog {
        Dialog::Guide => &mut state.guide,
        Dialog::About => &mut state.about,
        Dialog::Export | Dialog::Settings | Dialog::Online | Dialog::Shortcuts => return,
    };
    match action {
        ReadAction::Turn(page) => (reading.page, reading.shows_list) = (page, false),
        ReadAction::ShowList(shows) => reading.shows_list = shows,
        ReadAction::LookFor(query) => {
            // The pages that have it are in the list.
            reading.shows_list = !query.is_empty();
            reading.query = query.chars().take(LONGEST).collect();
        }
    }
}
