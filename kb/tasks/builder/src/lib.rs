//! A request to a server, put together step by step.

use std::fmt;
use std::time::Duration;

/// How a request is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
}

/// A request that makes sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    method: Method,
    url: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    timeout: Duration,
}

/// Why a request makes no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestError {
    NotHttp(String),
    BodyWithGet,
    BadHeader(String),
    NoTime,
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotHttp(url) => write!(f, "{url:?} does not begin with http:// or https://"),
            Self::BodyWithGet => write!(f, "a GET request has no body"),
            Self::BadHeader(name) => write!(f, "header {name:?} has a line end or no name"),
            Self::NoTime => write!(f, "a timeout of nothing always runs out"),
        }
    }
}

impl std::error::Error for RequestError {}

impl Request {
    /// Starts a request to `url`, with 30 seconds for the answer.
    pub fn builder(url: impl Into<String>) -> RequestBuilder {
        RequestBuilder {
            request: Self {
                method: Method::Get,
                url: url.into(),
                headers: Vec::new(),
                body: Vec::new(),
                timeout: Duration::from_secs(30),
            },
        }
    }

    /// Returns the start of what is sent.
    pub fn head(&self) -> String {
        let method = match self.method {
            Method::Get => "GET",
            Method::Post => "POST",
        };
        let mut head = format!("{method} {}\n", self.url);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\n");
        }
        head
    }

    /// Returns how long to wait.
    pub fn timeout(&self) -> Duration {
        self.timeout
    }
}

/// A request that is not finished yet.
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until it is built"]
pub struct RequestBuilder {
    request: Request,
}

impl RequestBuilder {
    /// Makes it a POST request with this body.
    pub fn post(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.request.method = Method::Post;
        self.body(body)
    }

    /// Sets the body.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.request.body = body.into();
        self
    }

    /// Adds a header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.request.headers.push((name.into(), value.into()));
        self
    }

    /// Sets how long to wait for the answer.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.request.timeout = timeout;
        self
    }

    /// Checks the whole and returns it.
    ///
    /// # Errors
    ///
    /// Says what does not fit together.
    pub fn build(self) -> Result<Request, RequestError> {
        let request = self.request;
        if !["http://", "https://"]
            .iter()
            .any(|scheme| request.url.starts_with(scheme))
        {
            return Err(RequestError::NotHttp(request.url));
        }
        if request.method == Method::Get && !request.body.is_empty() {
            return Err(RequestError::BodyWithGet);
        }
        let bad = |(name, value): &&(String, String)| {
            name.is_empty() || [name, value].iter().any(|text| text.contains(['\r', '\n']))
        };
        if let Some((name, _)) = request.headers.iter().find(bad) {
            return Err(RequestError::BadHeader(name.clone()));
        }
        if request.timeout.is_zero() {
            return Err(RequestError::NoTime);
        }
        Ok(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_chained_and_the_rest_has_defaults() -> Result<(), RequestError> {
        let request = Request::builder("https://example.org/notes")
            .header("Accept", "text/plain")
            .post("hello")
            .build()?;
        assert_eq!(
            request.head(),
            "POST https://example.org/notes\nAccept: text/plain\n"
        );
        assert_eq!(request.timeout(), Duration::from_secs(30));
        Ok(())
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let start = || Request::builder("http://localhost");
        let bad = Request::builder("ftp://x").build();
        assert_eq!(bad, Err(RequestError::NotHttp("ftp://x".to_owned())));
        assert_eq!(start().body("x").build(), Err(RequestError::BodyWithGet));
        assert_eq!(
            start().timeout(Duration::ZERO).build(),
            Err(RequestError::NoTime)
        );
        let injected = start().header("X-Name", "a\r\nX-Admin: yes").build();
        assert_eq!(injected, Err(RequestError::BadHeader("X-Name".to_owned())));
    }

    #[test]
    fn a_half_built_one_can_be_reused() -> Result<(), RequestError> {
        let base = Request::builder("http://localhost").header("Accept", "*/*");
        let [first, second] = [base.clone(), base.timeout(Duration::from_secs(1))];
        assert_eq!(first.build()?.head(), second.build()?.head());
        Ok(())
    }
}
