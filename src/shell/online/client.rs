//! Asking a host for something: one request, and what came of it.

use crate::state::online::{Host, Trouble};
use bytes::Bytes;
use http::header::{ACCEPT, HeaderValue, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use reqwest::blocking::{Client as HttpClient, Response};
use reqwest::redirect::{Attempt, Policy};
use std::error::Error as _;
use std::io::Read as _;
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};
use url::Url;

/// Who asks: the program, its version, and whom to write to about it.
const AGENT: &str =
    concat!("SahelMap/", env!("CARGO_PKG_VERSION"), " (", env!("CARGO_PKG_AUTHORS"), ")");
/// Most redirections that are followed, all on the same host.
const MOST_REDIRECTS: usize = 4;
/// Bytes that are read at once.
const PIECE: usize = 16 << 10;

/// What is allowed to one answer.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Most bytes.
    pub bytes: u64,
    /// Longest time to reach the host.
    pub connecting: Duration,
    /// Longest time for all of it.
    pub whole: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 4 << 20, connecting: Duration::from_secs(10), whole: Duration::from_secs(30) }
    }
}

/// What a host answered.
pub(super) enum Answer {
    /// This, with these headers.
    Body(Bytes, HeaderMap),
    /// What was sent before is still good.
    NotModified(HeaderMap),
    /// There is nothing there.
    Absent,
    /// Something else; it may say how long to wait.
    Trouble(Trouble, Option<Duration>),
}

/// Asks hosts. Nothing of it is made before somebody is asked.
#[derive(Default)]
pub(super) struct Client {
    limits: Limits,
    /// For hosts on the network, by the system's proxy if it has one.
    network: OnceLock<Option<HttpClient>>,
    /// For this computer: what goes to it goes to nobody else.
    here: OnceLock<Option<HttpClient>>,
}

impl Client {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    fn client(&self, is_here: bool) -> Option<&HttpClient> {
        let Limits { connecting, whole, .. } = self.limits;
        let make = |direct: bool| {
            // The one provider of TLS there is. Whoever was quicker installed the same.
            let _ = rustls::crypto::ring::default_provider().install_default();
            let builder = HttpClient::builder()
                .user_agent(AGENT)
                .redirect(Policy::custom(on_the_same_host))
                .referer(false)
                .connect_timeout(connecting)
                .timeout(whole);
            let builder = if direct { builder.no_proxy() } else { builder.https_only(true) };
            builder
                .build()
                .inspect_err(|error| tracing::error!(%error, "no client of the network"))
                .ok()
        };
        if is_here {
            self.here.get_or_init(|| make(true)).as_ref()
        } else {
            self.network.get_or_init(|| make(false)).as_ref()
        }
    }

    /// Asks for what is at `url`, with the headers of `extra`; `is_here` if that is this computer.
    pub(super) fn get(&self, url: Url, is_here: bool, extra: HeaderMap) -> Answer {
        let until = Instant::now() + self.limits.whole;
        let Some(client) = self.client(is_here) else {
            return Answer::Trouble(Trouble::Unreachable, None);
        };
        let accepts = HeaderValue::from_static("image/png,image/webp,image/jpeg,*/*;q=0.5");
        let asked = client.get(url).header(ACCEPT, accepts).headers(extra).send();
        match asked {
            Ok(response) => self.answer(response, until),
            Err(error) => Answer::Trouble(trouble_of(&error), None),
        }
    }

    fn answer(&self, response: Response, until: Instant) -> Answer {
        let (status, headers) = (response.status(), response.headers().clone());
        match status {
            StatusCode::OK => match self.body(response, until) {
                // What has no tile there may say so in this way as well.
                Ok(body) if body.is_empty() => Answer::Absent,
                Ok(body) => Answer::Body(body, headers),
                Err(trouble) => Answer::Trouble(trouble, None),
            },
            StatusCode::NOT_MODIFIED => Answer::NotModified(headers),
            StatusCode::NO_CONTENT | StatusCode::NOT_FOUND | StatusCode::GONE => Answer::Absent,
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                Answer::Trouble(Trouble::Busy, wait_of(&headers, SystemTime::now()))
            }
            _ if status.is_redirection() => Answer::Trouble(Trouble::Elsewhere, None),
            _ if status.is_client_error() => {
                Answer::Trouble(Trouble::Refused(status.as_u16()), None)
            }
            _ => Answer::Trouble(Trouble::Status(status.as_u16()), None),
        }
    }

    /// Reads the body piece by piece: a host that sends a byte now and then is as slow as one that
    /// sends nothing.
    fn body(&self, mut response: Response, until: Instant) -> Result<Bytes, Trouble> {
        let most = self.limits.bytes;
        if response.content_length().is_some_and(|length| length > most) {
            return Err(Trouble::TooLarge);
        }
        let mut body = Vec::new();
        let mut piece = vec![0; PIECE];
        loop {
            let read = response.read(&mut piece).map_err(|error| {
                let timed_out = error.kind() == std::io::ErrorKind::TimedOut;
                if timed_out { Trouble::Slow } else { Trouble::Unreachable }
            })?;
            body.extend_from_slice(piece.get(..read).unwrap_or_default());
            if read == 0 {
                return Ok(body.into());
            }
            if body.len() as u64 > most {
                return Err(Trouble::TooLarge);
            }
            if Instant::now() > until {
                return Err(Trouble::Slow);
            }
        }
    }
}

/// Follows a redirection to the host that was asked, and to no other: the reader allowed that one.
fn on_the_same_host(attempt: Attempt<'_>) -> reqwest::redirect::Action {
    let goes_on = attempt.previous().first().is_some_and(|first| {
        first.scheme() == attempt.url().scheme() && Host::of(first) == Host::of(attempt.url())
    });
    if goes_on && attempt.previous().len() <= MOST_REDIRECTS {
        attempt.follow()
    } else {
        attempt.stop()
    }
}

fn trouble_of(error: &reqwest::Error) -> Trouble {
    let mut cause = error.source();
    while let Some(source) = cause {
        if source.downcast_ref::<rustls::Error>().is_some() || is_of_tls(source) {
            return Trouble::Certificate;
        }
        cause = source.source();
    }
    if error.is_timeout() { Trouble::Slow } else { Trouble::Unreachable }
}

/// An error of input and output may have one of TLS inside, which is none of its sources.
fn is_of_tls(error: &(dyn std::error::Error + 'static)) -> bool {
    let inner = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    inner.is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>)
}

/// How long a host asks to be left alone: seconds, or until a date.
fn wait_of(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let said = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = said.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let then = jiff::fmt::rfc2822::parse(said).ok()?.timestamp();
    SystemTime::from(then).duration_since(now).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_says_how_long_to_wait_in_either_way() {
        // Wed, 21 Oct 2015 07:27:00 GMT.
        let now = SystemTime::UNIX_EPOCH + Duration::from_mins(24_090_207);
        for (said, seconds) in [
            ("120", Some(120)),
            ("Wed, 21 Oct 2015 07:28:00 GMT", Some(60)),
            ("Wed, 21 Oct 2015 07:26:00 GMT", None),
            ("soon", None),
            ("-1", None),
        ] {
            let headers = [(RETRY_AFTER, HeaderValue::from_static(said))].into_iter().collect();
            assert_eq!(wait_of(&headers, now), seconds.map(Duration::from_secs), "{said}");
        }
    }
}
