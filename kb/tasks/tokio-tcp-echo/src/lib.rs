//! Sends every line back in capitals.

use std::io;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// The longest line that is accepted, in bytes with its end.
pub const LONGEST_LINE: u64 = 1_024;

/// Accept connections for ever; every one is served by a task of its own.
///
/// # Errors
///
/// Only if the listener itself fails; a broken connection is none of its business.
pub async fn serve(listener: TcpListener) -> io::Result<()> {
    loop {
        let (stream, peer) = listener.accept().await?;
        tokio::spawn(async move {
            if let Err(error) = answer(stream).await {
                eprintln!("{peer}: {error}");
            }
        });
    }
}

/// Serve one connection until the client closes it.
async fn answer(mut stream: TcpStream) -> io::Result<()> {
    let (reader, mut writer) = stream.split();
    let mut reader = BufReader::new(reader);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = (&mut reader)
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
            .await?;
        if read == 0 {
            return Ok(());
        }
        if read as u64 == LONGEST_LINE && !line.ends_with(b"\n") {
            writer.write_all(b"line too long\n").await?;
            return Err(io::Error::new(io::ErrorKind::InvalidData, "line too long"));
        }
        line.make_ascii_uppercase();
        writer.write_all(&line).await?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::SocketAddr;

    async fn start() -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        tokio::spawn(serve(listener));
        address
    }

    async fn talk(address: SocketAddr, text: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(address)
            .await
            .expect("the server listens");
        stream.write_all(text).await.expect("open");
        stream.shutdown().await.expect("open");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.expect("open");
        answer
    }

    #[tokio::test]
    async fn lines_come_back_in_capitals() {
        let address = start().await;
        assert_eq!(talk(address, b"hello\nworld\n").await, b"HELLO\nWORLD\n");
    }

    #[tokio::test]
    async fn the_last_line_may_lack_its_end() {
        let address = start().await;
        assert_eq!(talk(address, b"no newline").await, b"NO NEWLINE");
        assert_eq!(talk(address, b"").await, b"");
    }

    #[tokio::test]
    async fn an_idle_client_does_not_hold_up_another() {
        let address = start().await;
        let mut idle = TcpStream::connect(address)
            .await
            .expect("the server listens");
        idle.write_all(b"half a li").await.expect("open");
        assert_eq!(talk(address, b"quick\n").await, b"QUICK\n");
        idle.write_all(b"ne\n").await.expect("open");
        let mut answer = [0; 12];
        idle.read_exact(&mut answer).await.expect("an answer");
        assert_eq!(&answer, b"HALF A LINE\n");
    }

    #[tokio::test]
    async fn an_endless_line_is_refused() {
        let address = start().await;
        let long = vec![b'x'; LONGEST_LINE as usize];
        let mut stream = TcpStream::connect(address)
            .await
            .expect("the server listens");
        stream.write_all(&long).await.expect("open");
        let mut answer = String::new();
        stream
            .read_to_string(&mut answer)
            .await
            .expect("closed after the answer");
        assert_eq!(answer, "line too long\n");
    }
}
