use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread;

/// Answers each request with what it was, in JSON.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut length, mut kind, mut mark) = (0, String::new(), String::new());
            loop {
                let mut line = String::new();
                reader.read_line(&mut line).unwrap();
                let line = line.trim().to_lowercase();
                if line.is_empty() {
                    break;
                }
                if let Some((name, value)) = line.split_once(": ") {
                    match name {
                        "content-length" => length = value.parse().unwrap(),
                        "content-type" => kind = value.to_owned(),
                        "x-mark" => mark = value.to_owned(),
                        _ => {}
                    }
                }
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let body = String::from_utf8(body).unwrap();
            let filler = if body == "large" { "x".repeat(11 * 1024 * 1024) } else { String::new() };
            let told = format!(r#"{{"kind":"{kind}","mark":"{mark}","body":"{body}","filler":"{filler}"}}"#);
            let length = told.len();
            write!(stream, "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{told}").unwrap();
        }
    });
    address
}

fn main() {
    let address = serve();
    let text = ureq::get(&address).set("x-mark", "one").call().unwrap().into_string().unwrap();
    println!("{text}");
    let sent = ureq::post(&address).send_string("words").unwrap();
    let text = sent.into_string().unwrap();
    println!("{text}");
    let sent = ureq::post(&address).send_bytes(b"bytes").unwrap();
    let value: serde_json::Value = sent.into_json().unwrap();
    println!("{value}");
    let large = ureq::post(&address).set("content-type", "text/plain").send_string("large").unwrap();
    let value: serde_json::Value = large.into_json().unwrap();
    println!("{}", value["filler"].as_str().unwrap().len());
    let mut all = String::new();
    ureq::get(&address).call().unwrap().into_reader().read_to_string(&mut all).unwrap();
    let long = ureq::post(&address).send_string("large").unwrap().into_string().is_err();
    println!("{all} {long}");
}
