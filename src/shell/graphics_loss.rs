//! Whether the graphics device was lost: the card taken out, its driver reset or updated.

use egui_wgpu::wgpu;
use std::panic;
use std::sync::{Arc, OnceLock};

/// Says whether a device was lost; clones say the same.
#[derive(Clone, Debug, Default)]
pub(super) struct GraphicsLoss(Arc<OnceLock<String>>);

impl GraphicsLoss {
    /// Watches `device`; `wake` is called, on any thread, when it is lost.
    pub(super) fn watch(&self, device: &wgpu::Device, wake: impl Fn() + Send + 'static) {
        let lost = self.0.clone();
        device.set_device_lost_callback(move |reason, message| {
            // The first loss is the one to tell of.
            let _ = lost.set(if message.is_empty() { format!("{reason:?}") } else { message });
            wake();
        });
    }

    /// Says nothing of panics once the device is lost: its user is told of that instead.
    pub(super) fn silence_panics(&self) {
        let (lost, usual) = (self.clone(), panic::take_hook());
        panic::set_hook(Box::new(move |info| {
            if lost.why().is_none() {
                usual(info);
            }
        }));
    }

    /// What the driver said, if the device was lost.
    pub(super) fn why(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Offscreen;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[test]
    fn a_lost_device_is_noticed_and_the_window_is_woken() {
        let offscreen = Offscreen::new(None).unwrap();
        let (loss, woken) = (GraphicsLoss::default(), Arc::new(AtomicBool::new(false)));
        let wake = woken.clone();
        loss.watch(offscreen.device(), move || wake.store(true, Ordering::Relaxed));
        assert_eq!(loss.why(), None);
        offscreen.device().destroy();
        let _ = offscreen.device().poll(wgpu::PollType::Poll);
        assert!(loss.why().is_some_and(|why| !why.is_empty()));
        assert!(woken.load(Ordering::Relaxed));
    }
}
