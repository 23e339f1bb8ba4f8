//! The instrument: what the reader measures on the map, with which tool, and what is done with it.
//!
//! The instrument is on while the tab of measuring is the panel's, shown or not. Where nothing is
//! chosen it measures under the pointer.

mod measurement;
mod report;
mod survey;

pub use measurement::{
    Geometry, LARGEST_RADIUS, LONGEST_NAME, MOST_CORNERS, Measurement, MeasurementId, Tool,
    length_of, radius_to,
};
pub use report::{CopyAs, figure_of, name_of, report, total};
pub use survey::{BorderPart, Figures, Leg, Survey};

use super::{AppState, PanelTab, Session};
use crate::geodata::LonLat;
use crate::measure::Metres;
use serde::{Deserialize, Serialize};

/// More measurements than this a session does not hold.
const MOST: usize = 200;

/// What the session has of the instrument.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measuring {
    /// The tool in hand.
    pub tool: Tool,
    /// What was measured, oldest first.
    pub measurements: Vec<Measurement>,
    /// The one whose figures are shown.
    pub chosen: Option<MeasurementId>,
}

impl Measuring {
    /// The measurement called `id`.
    #[must_use]
    pub fn get(&self, id: MeasurementId) -> Option<&Measurement> {
        self.measurements.iter().find(|m| m.id == id)
    }

    /// The one whose figures are shown.
    #[must_use]
    pub fn chosen(&self) -> Option<&Measurement> {
        self.get(self.chosen?)
    }

    /// Leaves out of what was read from disk whatever this program would not have written.
    pub(super) fn repair(&mut self) {
        let mut seen = std::collections::BTreeSet::new();
        self.measurements.retain(|m| m.geometry.is_sound() && seen.insert(m.id));
        self.measurements.truncate(MOST);
        for measurement in &mut self.measurements {
            measurement.name = measurement.name.chars().take(LONGEST_NAME).collect();
        }
        self.chosen = self.chosen.filter(|id| self.get(*id).is_some());
    }

    fn get_mut(&mut self, id: MeasurementId) -> Option<&mut Measurement> {
        self.measurements.iter_mut().find(|m| m.id == id)
    }

    fn add(&mut self, geometry: Geometry) -> Option<MeasurementId> {
        if self.measurements.len() >= MOST {
            return None;
        }
        let last = self.measurements.iter().map(|m| m.id.0).max().unwrap_or(0);
        let id = MeasurementId(last.checked_add(1)?);
        self.measurements.push(Measurement { id, name: String::new(), geometry });
        self.chosen = Some(id);
        Some(id)
    }

    fn remove(&mut self, id: MeasurementId) {
        self.measurements.retain(|m| m.id != id);
        self.chosen = self.chosen.filter(|chosen| *chosen != id);
    }
}

/// What the reader does with the instrument.
#[derive(Clone, Debug, PartialEq)]
pub enum MeasureAction {
    /// Turn it on, or off again.
    Toggle,
    /// Take a tool in hand.
    Take(Tool),
    /// Use the tool at a position.
    Click(LonLat),
    /// End the ruler or circle that is being drawn.
    Finish,
    /// Take the last corner of the ruler that is being drawn away.
    StepBack,
    /// Show the figures of a measurement, or of none.
    Choose(Option<MeasurementId>),
    /// A handle is about to be dragged.
    Grab(MeasurementId),
    /// A handle is dragged; not a step of undo, which [`MeasureAction::Grab`] made.
    Drag {
        /// Of which measurement.
        id: MeasurementId,
        /// Its index among the handles.
        handle: usize,
        /// Where it is now.
        to: LonLat,
    },
    /// Give a circle a radius.
    SetRadius(MeasurementId, Metres),
    /// Call a measurement something.
    Rename(MeasurementId, String),
    /// Take a measurement away.
    Remove(MeasurementId),
    /// Take all away.
    Clear,
}

/// Whether the instrument is on.
#[must_use]
pub fn is_on(session: &Session) -> bool {
    session.tab == PanelTab::Measure
}

/// Applies `action` to the session and to what is being drawn.
pub(super) fn act(state: &mut AppState, action: MeasureAction) {
    let is_on = is_on(&state.session);
    let measuring = &mut state.session.measuring;
    match action {
        MeasureAction::Toggle if is_on => {
            finish(state);
            let has_card = state.session.has_card();
            state.session.tab = if has_card { PanelTab::Card } else { PanelTab::List };
        }
        MeasureAction::Toggle => {
            state.session.tab = PanelTab::Measure;
            state.session.panel_open = true;
        }
        MeasureAction::Take(tool) => {
            finish(state);
            state.session.measuring.tool = tool;
            state.session.measuring.chosen = None;
        }
        MeasureAction::Click(at) => click(state, at),
        MeasureAction::Finish => finish(state),
        MeasureAction::StepBack => step_back(state),
        MeasureAction::Choose(id) => {
            if state.drawing.is_some() && state.drawing != id {
                finish(state);
            }
            let measuring = &mut state.session.measuring;
            measuring.chosen = id.filter(|id| measuring.get(*id).is_some());
            if measuring.chosen.is_some() {
                state.session.tab = PanelTab::Measure;
                state.session.panel_open = true;
            }
        }
        MeasureAction::Grab(id) => measuring.chosen = measuring.get(id).map(|m| m.id),
        MeasureAction::Drag { id, handle, to } => {
            if let Some(measurement) = measuring.get_mut(id) {
                measurement.geometry.drag(handle, to);
            }
        }
        MeasureAction::SetRadius(id, Metres(wanted)) => {
            if let Some(Measurement { geometry: Geometry::Circle { radius, .. }, .. }) =
                measuring.get_mut(id)
                && wanted > 0.0
            {
                *radius = Metres(wanted.min(LARGEST_RADIUS.0));
                state.drawing = None;
            }
        }
        MeasureAction::Rename(id, name) => {
            if let Some(measurement) = measuring.get_mut(id) {
                measurement.name = name.chars().take(LONGEST_NAME).collect();
            }
        }
        MeasureAction::Remove(id) => measuring.remove(id),
        MeasureAction::Clear => {
            measuring.measurements.clear();
            measuring.chosen = None;
        }
    }
}

/// Uses the tool in hand.
fn click(state: &mut AppState, at: LonLat) {
    let measuring = &mut state.session.measuring;
    let drawn = state.drawing.and_then(|id| measuring.get_mut(id));
    match drawn.map(|m| &mut m.geometry) {
        Some(Geometry::Ruler(corners)) => {
            if corners.len() < MOST_CORNERS && corners.last() != Some(&at) {
                corners.push(at);
            }
        }
        Some(Geometry::Circle { centre, radius }) => {
            *radius = radius_to(*centre, at);
            state.drawing = None;
        }
        Some(Geometry::Probe(_)) | None => {
            let begun = match measuring.tool {
                Tool::Probe => Geometry::Probe(at),
                Tool::Ruler => Geometry::Ruler(vec![at]),
                Tool::Circle => Geometry::Circle { centre: at, radius: Metres(0.0) },
            };
            let is_whole = begun.is_whole();
            let id = measuring.add(begun);
            state.drawing = id.filter(|_| !is_whole);
        }
    }
}

/// Ends what is being drawn; what was only begun is taken away.
fn finish(state: &mut AppState) {
    let Some(id) = state.drawing.take() else { return };
    let measuring = &mut state.session.measuring;
    if measuring.get(id).is_some_and(|m| !m.geometry.is_whole()) {
        measuring.remove(id);
    }
}

/// Takes the last corner away, and the whole thing with its first.
fn step_back(state: &mut AppState) {
    let Some(id) = state.drawing else { return };
    if let Some(Measurement { geometry: Geometry::Ruler(corners), .. }) =
        state.session.measuring.get_mut(id)
        && corners.len() > 1
    {
        corners.pop();
    } else {
        finish(state);
    }
}

/// Makes what is being drawn and the figures follow the session, however it changed.
pub(super) fn follow(state: &mut AppState) {
    let measuring = &state.session.measuring;
    state.drawing = state.drawing.filter(|id| measuring.get(*id).is_some());
    // What undo brought back half drawn is in the reader's hand again.
    let begun = measuring.measurements.iter().find(|m| !m.geometry.is_whole());
    state.drawing = state.drawing.or(begun.map(|m| m.id));
    if !is_on(&state.session) {
        finish(state);
    }
    let measuring = &state.session.measuring;
    state.survey.follow(&measuring.measurements, &state.world.borders);
}

#[cfg(test)]
mod tests;
