//! Which address a tile has on the network, and whose computer that is.

use serde::{Deserialize, Serialize};
use std::fmt;
use url::{Host as UrlHost, Url};

/// Longest address that is taken, in characters.
pub const LONGEST: usize = 2048;
/// What stands for a tile's zoom, column and row.
const NEEDED: [&str; 3] = ["{z}", "{x}", "{y}"];

/// A computer on the network, with its port where that is not the usual one.
///
/// Consent is given to a host, so this is what is shown, remembered and compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Host(String);

impl Host {
    /// As it is written in addresses: `tile.openstreetmap.org`, `127.0.0.1:8080`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Whether it is the computer that the program runs on.
    #[must_use]
    pub fn is_this_computer(&self) -> bool {
        Url::parse(&format!("http://{}", self.0)).is_ok_and(|url| is_this_computer(&url))
    }

    /// The host of an address; none if it has none.
    #[must_use]
    pub fn of(url: &Url) -> Option<Self> {
        let host = url.host_str()?;
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        Some(Self(format!("{host}{port}")))
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address with `{z}`, `{x}` and `{y}` in it, for tiles in the usual grid of the web: row 0 is in the
/// north.
///
/// It may hold a key, so it is kept in the reader's own settings alone; [`Template::host`] is what
/// is shown of it, and its `Debug` says no more.
///
/// ```
/// use sahel_map::state::online::{Template, TemplateFault};
/// let template = Template::parse("https://tiles.example.org/{z}/{x}/{y}.png?key=1234")?;
/// assert_eq!(template.host().name(), "tiles.example.org");
/// assert_eq!(template.url(3, 4, 5).as_str(), "https://tiles.example.org/3/4/5.png?key=1234");
/// let open = Template::parse("http://tiles.example.org/{z}/{x}/{y}.png");
/// assert_eq!(open, Err(TemplateFault::Unprotected));
/// # Ok::<(), TemplateFault>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Template {
    text: String,
    host: Host,
}

/// Why a text is no address of tiles.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateFault {
    /// It is no address at all, or one without a host.
    #[error("it is no address")]
    NotAnAddress,
    /// It is longer than any.
    #[error("it has more than {LONGEST} characters")]
    TooLong,
    /// It is neither https nor http.
    #[error("the scheme is `{0}`, not https")]
    Scheme(String),
    /// It is http, and to another computer than this one: everybody on the way could read along.
    #[error("http is for this computer alone")]
    Unprotected,
    /// This placeholder is missing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// It has a placeholder that stands for nothing known.
    #[error("`{0}` stands for nothing")]
    Unknown(String),
    /// The host is not one and the same for all tiles.
    #[error("the host has a placeholder")]
    ManyHosts,
    /// It has a user's name or password in it.
    #[error("it has a name or a password in it")]
    Credentials,
}

impl Template {
    /// Reads an address as it is written.
    ///
    /// # Errors
    /// Why it is none that tiles may be fetched from.
    pub fn parse(text: &str) -> Result<Self, TemplateFault> {
        let text = text.trim();
        if text.chars().count() > LONGEST {
            return Err(TemplateFault::TooLong);
        }
        let host_part = text.split_once("://").map_or(text, |(_, rest)| rest);
        if host_part.split(['/', '?', '#']).next().is_some_and(|host| host.contains('{')) {
            return Err(TemplateFault::ManyHosts);
        }
        let url = Url::parse(&filled(text, 0, 0, 0)).map_err(|_| TemplateFault::NotAnAddress)?;
        let host = Host::of(&url).ok_or(TemplateFault::NotAnAddress)?;
        match url.scheme() {
            "https" => {}
            "http" if is_this_computer(&url) => {}
            "http" => return Err(TemplateFault::Unprotected),
            other => return Err(TemplateFault::Scheme(other.to_owned())),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(TemplateFault::Credentials);
        }
        if let Some(missing) = NEEDED.into_iter().find(|needed| !text.contains(needed)) {
            return Err(TemplateFault::Missing(missing));
        }
        // However it is written: consent is given to one host.
        let other = Url::parse(&filled(text, 1, 2, 3)).ok().and_then(|url| Host::of(&url));
        if other.as_ref() != Some(&host) {
            return Err(TemplateFault::ManyHosts);
        }
        let left = filled(text, 0, 0, 0);
        if let Some((_, rest)) = left.split_once('{') {
            let name = rest.split('}').next().unwrap_or_default();
            return Err(TemplateFault::Unknown(format!("{{{name}}}")));
        }
        Ok(Self { text: text.to_owned(), host })
    }

    /// Whom it asks.
    #[must_use]
    pub const fn host(&self) -> &Host {
        &self.host
    }

    /// The address of a tile.
    #[must_use]
    pub fn url(&self, zoom: u8, x: u32, y: u32) -> String {
        filled(&self.text, zoom, x, y)
    }

    /// As it was written, with its key if it has one: not to be shown or logged.
    #[must_use]
    pub fn secret_text(&self) -> &str {
        &self.text
    }

    /// Whether its ending says that the tiles are vector tiles.
    #[must_use]
    pub fn says_vector(&self) -> bool {
        let path = self.text.split(['?', '#']).next().unwrap_or_default();
        [".mvt", ".pbf"].into_iter().any(|ending| path.ends_with(ending))
    }
}

/// Says the host alone: the rest may be a key.
impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Template").field(&self.host).finish()
    }
}

impl TryFrom<String> for Template {
    type Error = TemplateFault;

    fn try_from(text: String) -> Result<Self, TemplateFault> {
        Self::parse(&text)
    }
}

impl From<Template> for String {
    fn from(template: Template) -> Self {
        template.text
    }
}

fn filled(text: &str, zoom: u8, x: u32, y: u32) -> String {
    text.replace("{z}", &zoom.to_string())
        .replace("{x}", &x.to_string())
        .replace("{y}", &y.to_string())
}

/// Whether what is sent to the address never leaves this computer.
fn is_this_computer(url: &Url) -> bool {
    match url.host() {
        Some(UrlHost::Ipv4(address)) => address.is_loopback(),
        Some(UrlHost::Ipv6(address)) => address.is_loopback(),
        Some(UrlHost::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_of_tiles_says_why() {
        for (text, fault) in [
            ("", TemplateFault::NotAnAddress),
            ("tiles/{z}/{x}/{y}", TemplateFault::NotAnAddress),
            ("file:///{z}/{x}/{y}.png", TemplateFault::NotAnAddress),
            ("ftp://a.org/{z}/{x}/{y}.png", TemplateFault::Scheme("ftp".to_owned())),
            ("http://a.org/{z}/{x}/{y}.png", TemplateFault::Unprotected),
            ("http://127.0.0.1.a.org/{z}/{x}/{y}.png", TemplateFault::Unprotected),
            ("http://localhost.a.org/{z}/{x}/{y}.png", TemplateFault::Unprotected),
            ("https://a.org/{z}/{x}.png", TemplateFault::Missing("{y}")),
            ("https://a.org/{z}/{x}/{y}{r}.png", TemplateFault::Unknown("{r}".to_owned())),
            ("https://{s}.a.org/{z}/{x}/{y}.png", TemplateFault::ManyHosts),
            ("https:/{x}.a.org/{z}/{y}.png", TemplateFault::ManyHosts),
            ("https:\\\\{x}.a.org/{z}/{y}.png", TemplateFault::ManyHosts),
            ("https:{x}.a.org/{z}/{y}.png", TemplateFault::ManyHosts),
            ("https://a.org:8{z}/{x}/{y}.png", TemplateFault::ManyHosts),
            ("https://my.name:secret@a.org/{z}/{x}/{y}.png", TemplateFault::Credentials),
            ("https://my.name@a.org/{z}/{x}/{y}.png", TemplateFault::Credentials),
        ] {
            assert_eq!(Template::parse(text), Err(fault), "{text}");
        }
        let long = format!("https://a.org/{{z}}/{{x}}/{{y}}?{}", "k".repeat(LONGEST));
        assert_eq!(Template::parse(&long), Err(TemplateFault::TooLong));
    }

    #[test]
    fn http_is_for_this_computer() {
        for (text, host) in [
            ("http://127.0.0.1:8080/{z}/{x}/{y}.png", "127.0.0.1:8080"),
            ("http://[::1]/{z}/{x}/{y}.png", "[::1]"),
            ("http://localhost:1/{z}/{x}/{y}.png", "localhost:1"),
            (" HTTPS://Tiles.Example.ORG:443/{z}/{x}/{y}.png ", "tiles.example.org"),
            ("https://خرائط.example/{z}/{x}/{y}", "xn--lgbbum6a.example"),
        ] {
            let template = Template::parse(text);
            let found = template.as_ref().map(|template| template.host().name());
            assert_eq!(found, Ok(host), "{text}");
        }
    }

    #[test]
    fn a_key_is_not_said() {
        let template = Template::parse("https://a.org/{z}/{x}/{y}?key=secret").unwrap();
        assert!(!format!("{template:?}").contains("secret"));
        assert!(Template::parse("https://a.org/{z}/{x}/{y}.pbf?k=.png").unwrap().says_vector());
    }
}
