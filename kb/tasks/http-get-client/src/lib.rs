//! A small client for a text search service.

use std::fmt;
use std::time::Duration;

/// Bytes of an answer beyond which it is refused.
const LARGEST_ANSWER: u64 = 100_000;

/// A client that keeps its connections; share one among all requests.
#[derive(Clone, Debug)]
pub struct Client {
    agent: ureq::Agent,
    base: String,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum FetchError {
    /// The server answered with this status from 400 on, and this text.
    Status(u16, String),
    /// The time limit is over.
    TimedOut,
    /// The connection or the answer is broken, or too large.
    Transport(ureq::Error),
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status, text) => write!(f, "the server answered {status}: {text}"),
            Self::TimedOut => f.write_str("no answer in time"),
            Self::Transport(_) => f.write_str("the request failed"),
        }
    }
}

impl std::error::Error for FetchError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => Some(error),
            Self::Status(..) | Self::TimedOut => None,
        }
    }
}

impl From<ureq::Error> for FetchError {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::Timeout(_) => Self::TimedOut,
            other => Self::Transport(other),
        }
    }
}

impl Client {
    /// A client for the service at `base`, such as `http://localhost:8080`.
    pub fn new(base: impl Into<String>, time_limit: Duration) -> Self {
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(time_limit))
            .http_status_as_error(false)
            .user_agent("text-search/1.0")
            .build()
            .into();
        Self {
            agent,
            base: base.into(),
        }
    }

    /// Search for some words. The words may contain any character.
    pub fn search(&self, words: &str) -> Result<String, FetchError> {
        let mut response = self
            .agent
            .get(format!("{}/search", self.base))
            .query("q", words)
            .header("Accept", "text/plain")
            .call()?;
        let text = response
            .body_mut()
            .with_config()
            .limit(LARGEST_ANSWER)
            .read_to_string()?;
        let status = response.status();
        if status.is_client_error() || status.is_server_error() {
            return Err(FetchError::Status(status.as_u16(), text));
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};
    use std::thread::{self, JoinHandle};

    const LIMIT: Duration = Duration::from_secs(60);

    /// Answer one request with `answer`, and return the head of the request.
    fn serve_once(answer: String) -> (String, JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        let server = thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a client");
            let head = read_head(&stream);
            (&stream)
                .write_all(answer.as_bytes())
                .expect("the client reads");
            head
        });
        (base, server)
    }

    fn read_head(stream: &TcpStream) -> String {
        let lines = BufReader::new(stream)
            .lines()
            .map(|line| line.expect("a line"));
        lines
            .take_while(|line| !line.is_empty())
            .map(|line| line + "\n")
            .collect()
    }

    fn answer(status: &str, body: &str) -> String {
        let length = body.len();
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}")
    }

    #[test]
    fn words_are_escaped_and_the_text_comes_back() {
        let (base, server) = serve_once(answer("200 OK", "3 hits"));
        let text = Client::new(base, LIMIT)
            .search("salt & päpper?")
            .expect("an answer");
        assert_eq!(text, "3 hits");
        let head = server.join().expect("no panic").to_lowercase();
        assert!(
            head.starts_with("get /search?q=salt%20%26%20p%c3%a4pper"),
            "{head}"
        );
        assert!(head.contains("accept: text/plain\n"), "{head}");
    }

    #[test]
    fn an_error_of_the_server_keeps_its_explanation() {
        let (base, _server) = serve_once(answer("429 Too Many Requests", "wait a minute"));
        let error = Client::new(base, LIMIT).search("x").expect_err("refused");
        assert_eq!(error.to_string(), "the server answered 429: wait a minute");
    }

    #[test]
    fn a_server_that_never_answers_is_given_up() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        let client = Client::new(base, Duration::from_millis(20));
        assert!(matches!(client.search("x"), Err(FetchError::TimedOut)));
    }

    #[test]
    fn a_huge_answer_is_refused() {
        let huge = "x".repeat(LARGEST_ANSWER as usize + 1);
        let (base, _server) = serve_once(answer("200 OK", &huge));
        let error = Client::new(base, LIMIT).search("x").expect_err("too large");
        assert!(matches!(error, FetchError::Transport(_)), "{error:?}");
    }
}
