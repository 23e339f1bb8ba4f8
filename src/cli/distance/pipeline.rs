//! How all cores measure, in the order of the file, in a memory that does not grow with it.
//!
//! One thread reads batches, one for each core measures them, and the caller writes them. Each
//! batch's place in the order is a slot that is queued before the batch is measured; the queues
//! are bounded, so that reading waits for writing.

use super::measured::{Measured, Measurer};
use super::problem::Problem;
use super::rows::{Batch, Rows};
use crossbeam_channel::{Receiver, Sender, bounded};
use std::io::{self, Read};
use std::num::NonZero;
use std::thread;

/// Batches a core has waiting for it.
const WAITING: usize = 4;

/// What comes next in the order of the file.
enum Next {
    /// The slot of a batch.
    Batch(Receiver<io::Result<Measured>>),
    /// The end of the file, or why it cannot be read to it.
    End(Result<(), Problem>),
}

/// A batch and the slot it goes to.
type Work = (Batch, Sender<io::Result<Measured>>);

/// Why it ended before the end.
pub(super) enum Stopped {
    Reading(Problem),
    Writing(io::Error),
}

/// Measures all rows and hands them to `write` in their order.
///
/// The threads are not waited for: where writing fails, one may be waiting for input that does
/// not come before the program is over.
///
/// # Errors
/// Where reading fails or `write` does.
pub(super) fn run<R: Read + Send + 'static>(
    rows: Rows<R>,
    measurer: &Measurer,
    mut write: impl FnMut(Measured) -> io::Result<()>,
) -> Result<(), Stopped> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (work, to_measure) = bounded::<Work>(cores * WAITING);
    let (order, in_order) = bounded(cores * WAITING);
    for _ in 0..cores {
        let (to_measure, measurer) = (to_measure.clone(), measurer.clone());
        thread::spawn(move || measure(&to_measure, &measurer));
    }
    // Once the measuring threads are gone, so is the work's receiver.
    drop(to_measure);
    thread::spawn(move || read(rows, &work, &order));
    loop {
        let measured = match in_order.recv() {
            Ok(Next::Batch(slot)) => slot.recv(),
            Ok(Next::End(end)) => return end.map_err(Stopped::Reading),
            Err(gone) => Err(gone),
        };
        // A thread that is gone has panicked: the file is not whole.
        let measured = measured.map_err(io::Error::other).and_then(|measured| measured);
        measured.and_then(&mut write).map_err(Stopped::Writing)?;
    }
}

/// Reads until the end or until nobody wants more.
fn read<R: Read>(mut rows: Rows<R>, work: &Sender<Work>, order: &Sender<Next>) {
    loop {
        let batch = match rows.batch() {
            Ok(Some(batch)) => batch,
            end => {
                // Nobody is there to be told where writing has failed.
                let _ = order.send(Next::End(end.map(|_| ())));
                return;
            }
        };
        let (to_slot, slot) = bounded(1);
        if order.send(Next::Batch(slot)).is_err() || work.send((batch, to_slot)).is_err() {
            return;
        }
    }
}

fn measure(work: &Receiver<Work>, measurer: &Measurer) {
    for (batch, slot) in work {
        if slot.send(measurer.measure(&batch)).is_err() {
            return;
        }
    }
}
