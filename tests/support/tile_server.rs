//! A server of tiles on this computer, which answers as it is told and remembers what it was asked.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What was asked: the path, and all headers in small letters.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// An answer: status, headers, body.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    /// How long to wait between two bytes of the body; nothing to send it at once.
    pub(crate) drip: Option<Duration>,
}

impl Reply {
    pub(crate) fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), drip: None }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

type Answer = Arc<dyn Fn(&Asked) -> Reply + Send + Sync>;
type Answers = Arc<Mutex<Answer>>;

/// Runs until the test ends.
pub(crate) struct TileServer {
    pub(crate) port: u16,
    asked: Arc<Mutex<Vec<Asked>>>,
    answers: Answers,
}

impl TileServer {
    pub(crate) fn start(answers: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let answers: Answers = Arc::new(Mutex::new(Arc::new(answers)));
        let (seen, says) = (asked.clone(), answers.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, says) = (seen.clone(), says.clone());
                std::thread::spawn(move || serve(stream, &seen, &says));
            }
        });
        Self { port, asked, answers }
    }

    /// From now on it answers so.
    pub(crate) fn answer(&self, answers: impl Fn(&Asked) -> Reply + Send + Sync + 'static) {
        *self.answers.lock().unwrap() = Arc::new(answers);
    }

    pub(crate) fn template(&self) -> String {
        format!("http://127.0.0.1:{}/{{z}}/{{x}}/{{y}}.png?key=secret", self.port)
    }

    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

/// Answers what comes over one connection. Whoever goes away in the middle ends it.
fn serve(mut stream: TcpStream, seen: &Mutex<Vec<Asked>>, answers: &Answers) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let mut headers = Vec::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            headers.push((name.to_lowercase(), value.trim().to_owned()));
        }
        let asked = Asked { path, headers };
        seen.lock().unwrap().push(asked.clone());
        // A slow answer holds up no other.
        let says = answers.lock().unwrap().clone();
        let reply = says(&asked);
        let mut head = format!("HTTP/1.1 {} Answer\r\n", reply.status);
        if reply.status != 304 && reply.status != 204 {
            write!(head, "Content-Length: {}\r\n", reply.body.len()).unwrap();
        }
        for (name, value) in &reply.headers {
            write!(head, "{name}: {value}\r\n").unwrap();
        }
        if stream.write_all(format!("{head}\r\n").as_bytes()).is_err() {
            return;
        }
        let sent = match reply.drip {
            None => stream.write_all(&reply.body),
            Some(pause) => reply.body.iter().try_for_each(|byte| {
                std::thread::sleep(pause);
                stream.write_all(&[*byte])
            }),
        };
        if sent.is_err() {
            return;
        }
    }
}

/// A picture of one colour, as PNG.
pub(crate) fn picture(side: u32, color: [u8; 3]) -> Vec<u8> {
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, side, side);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&color.repeat((side * side) as usize)).unwrap();
    writer.finish().unwrap();
    png
}
