//! Pages from memory over HTTP/1.1, one request per connection.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Bytes that the request line and the headers may have together.
const LARGEST_HEAD: u64 = 8 * 1_024;

/// HTML pages by their paths, such as `/`.
pub type Pages = BTreeMap<String, String>;

/// Answer connections for ever, each in a thread of its own.
pub fn serve(listener: &TcpListener, pages: Pages) -> io::Result<()> {
    let pages = Arc::new(pages);
    for stream in listener.incoming() {
        let stream = stream?;
        let pages = Arc::clone(&pages);
        thread::spawn(move || {
            stream.set_read_timeout(Some(Duration::from_secs(10)))?;
            respond(&stream, &stream, &pages)
            // A client that goes away ends its own connection only.
        });
    }
    Ok(())
}

/// Read one request and write its answer.
pub fn respond(request: impl Read, mut answer: impl Write, pages: &Pages) -> io::Result<()> {
    let head = read_head(request)?;
    let (status, body) = match parse(&head) {
        None => ("400 Bad Request", "This is no HTTP request."),
        Some((method, _)) if method != "GET" && method != "HEAD" => {
            ("405 Method Not Allowed", "Only GET and HEAD.")
        }
        Some((_, path)) => match pages.get(path) {
            Some(page) => ("200 OK", page.as_str()),
            None => ("404 Not Found", "There is no such page."),
        },
    };
    write!(
        answer,
        "HTTP/1.1 {status}\r\n\
         Content-Type: text/html; charset=utf-8\r\n\
         Content-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    )?;
    // The answer to HEAD tells the length, but has no body.
    if !head.starts_with("HEAD ") {
        answer.write_all(body.as_bytes())?;
    }
    answer.flush()
}

/// The lines up to the blank one; what is no UTF-8 is replaced.
fn read_head(request: impl Read) -> io::Result<String> {
    let mut reader = BufReader::new(request).take(LARGEST_HEAD);
    let mut head = Vec::new();
    loop {
        let start = head.len();
        reader.read_until(b'\n', &mut head)?;
        // The end of the head, of the input, or of our patience.
        if matches!(&head[start..], b"" | b"\n" | b"\r\n") {
            return Ok(String::from_utf8_lossy(&head).into_owned());
        }
    }
}

/// The method and the path without its query.
fn parse(head: &str) -> Option<(&str, &str)> {
    let mut parts = head.lines().next()?.split(' ');
    let (method, target, version) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !version.starts_with("HTTP/1.") || !target.starts_with('/') {
        return None;
    }
    let path = target.split_once('?').map_or(target, |(path, _)| path);
    Some((method, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Shutdown, TcpStream};

    fn pages() -> Pages {
        Pages::from([("/".to_owned(), "<h1>Grüß Gott</h1>".to_owned())])
    }

    fn ask(request: &[u8]) -> String {
        let mut answer = Vec::new();
        respond(request, &mut answer, &pages()).expect("memory is writable");
        String::from_utf8(answer).expect("pages are UTF-8")
    }

    #[test]
    fn a_page_with_its_length_in_bytes() {
        let answer = ask(b"GET /?lang=de HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("Content-Length: 20\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n<h1>Grüß Gott</h1>"), "{answer}");
    }

    #[test]
    fn head_has_no_body() {
        let answer = ask(b"HEAD / HTTP/1.1\r\n\r\n");
        assert!(answer.contains("Content-Length: 20\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    }

    #[test]
    fn other_requests_get_the_right_status() {
        for (request, status) in [
            ("GET /nothing HTTP/1.1\r\n\r\n", "404"),
            ("POST / HTTP/1.1\r\n\r\n", "405"),
            ("GET /\r\n\r\n", "400"),
            ("GET / HTTP/2\r\n\r\n", "400"),
            ("nonsense", "400"),
            ("", "400"),
        ] {
            let answer = ask(request.as_bytes());
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status} ")),
                "{request}: {answer}"
            );
        }
    }

    #[test]
    fn an_endless_request_is_cut_off() {
        let endless = io::repeat(b'x');
        let mut answer = Vec::new();
        respond(endless, &mut answer, &pages()).expect("memory is writable");
        assert!(answer.starts_with(b"HTTP/1.1 400 "));
    }

    #[test]
    fn it_works_over_a_socket() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("bound");
        thread::spawn(move || serve(&listener, pages()));
        let mut stream = TcpStream::connect(address).expect("the server listens");
        stream.write_all(b"GET / HTTP/1.1\r\n\r\n").expect("open");
        stream.shutdown(Shutdown::Write).expect("open");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        assert!(answer.contains("Grüß Gott"), "{answer}");
    }
}
