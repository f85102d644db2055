//! Create users through a web service.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A secret that is never printed.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// Wrap the secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(***)")
    }
}

/// The service.
#[derive(Clone, Debug)]
pub struct Users {
    agent: ureq::Agent,
    base: String,
    token: Token,
}

#[derive(Serialize)]
struct NewUser<'a> {
    name: &'a str,
    email: &'a str,
}

#[derive(Deserialize)]
struct Created {
    id: u64,
}

/// Why a user was not created.
#[derive(Debug)]
pub enum CreateError {
    /// There is a user with this address already.
    Taken,
    /// The service answered with a status or a body that is not understood.
    Unexpected(u16, String),
    /// The service was not reached.
    Transport(ureq::Error),
}

impl fmt::Display for CreateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken => f.write_str("there is a user with this address already"),
            Self::Unexpected(status, body) => write!(f, "unexpected answer {status}: {body}"),
            Self::Transport(error) => write!(f, "the service was not reached: {error}"),
        }
    }
}

impl std::error::Error for CreateError {}

impl Users {
    /// A client for the service at `base`.
    pub fn new(base: impl Into<String>, token: Token) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        Self {
            agent: config.build().into(),
            base: base.into(),
            token,
        }
    }

    /// Create a user, and return the new id.
    pub fn create(&self, name: &str, email: &str) -> Result<u64, CreateError> {
        let body = serde_json::to_string(&NewUser { name, email }).expect("two strings");
        let mut response = self
            .agent
            .post(format!("{}/users", self.base))
            .header("Authorization", format!("Bearer {}", self.token.0))
            .content_type("application/json")
            .send(body)
            .map_err(CreateError::Transport)?;
        let status = response.status().as_u16();
        let text = response
            .body_mut()
            .read_to_string()
            .map_err(CreateError::Transport)?;
        match status {
            201 => serde_json::from_str(&text)
                .map(|created: Created| created.id)
                .map_err(|_| CreateError::Unexpected(status, shorten(&text))),
            409 => Err(CreateError::Taken),
            _ => Err(CreateError::Unexpected(status, shorten(&text))),
        }
    }
}

/// The beginning of a text, enough for a log.
fn shorten(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpListener;
    use std::thread::{self, JoinHandle};

    /// Answer one request, and return its head in lower case and its body.
    fn serve_once(
        status: &'static str,
        body: &'static str,
    ) -> (Users, JoinHandle<(String, String)>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        let server = thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a client");
            let mut reader = BufReader::new(&stream);
            let (mut head, mut length) = (String::new(), 0);
            loop {
                let mut line = String::new();
                reader.read_line(&mut line).expect("a line");
                let line = line.trim_end().to_lowercase();
                if let Some(value) = line.strip_prefix("content-length:") {
                    length = value.trim().parse().expect("a number");
                }
                if line.is_empty() {
                    break;
                }
                head += &(line + "\n");
            }
            let mut received = vec![0; length];
            reader.read_exact(&mut received).expect("the whole body");
            let length = body.len();
            write!(
                &stream,
                "HTTP/1.1 {status}\r\ncontent-length: {length}\r\n\r\n{body}"
            )
            .expect("the client reads");
            (head, String::from_utf8(received).expect("JSON is UTF-8"))
        });
        (Users::new(base, Token::new("s3cret")), server)
    }

    #[test]
    fn a_user_is_created() {
        let (users, server) = serve_once("201 Created", r#"{"id": 7, "more": true}"#);
        assert_eq!(users.create("Zoë", "z@example.org").expect("created"), 7);
        let (head, body) = server.join().expect("no panic");
        assert!(head.starts_with("post /users http/1.1\n"), "{head}");
        assert!(head.contains("authorization: bearer s3cret\n"), "{head}");
        assert!(head.contains("content-type: application/json\n"), "{head}");
        assert_eq!(body, r#"{"name":"Zoë","email":"z@example.org"}"#);
    }

    #[test]
    fn a_conflict_has_a_meaning() {
        let (users, _server) = serve_once("409 Conflict", "");
        assert!(matches!(users.create("a", "b"), Err(CreateError::Taken)));
    }

    #[test]
    fn surprises_are_told() {
        let (users, _server) = serve_once("503 Service Unavailable", "down for repair");
        let error = users.create("a", "b").expect_err("not created");
        assert_eq!(error.to_string(), "unexpected answer 503: down for repair");

        let (users, _server) = serve_once("201 Created", "<html>");
        let error = users.create("a", "b").expect_err("no JSON");
        assert!(matches!(error, CreateError::Unexpected(201, _)));
    }

    #[test]
    fn the_token_is_not_printed() {
        let users = Users::new("http://localhost", Token::new("s3cret"));
        assert!(!format!("{users:?}").contains("s3cret"));
    }
}
