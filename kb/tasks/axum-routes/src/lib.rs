//! The routes of a small library of books.

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, Uri};
use axum::routing::get;

const TITLES: [&str; 3] = ["Emma", "Dracula", "Ulysses"];

/// All routes.
pub fn app() -> Router {
    let books = Router::new()
        .route("/", get(list))
        .route("/{number}", get(book).delete(refuse));
    Router::new()
        .route("/", get("Welcome to the library"))
        .nest("/books", books)
        .fallback(not_found)
}

/// Serve the library until the program ends.
///
/// # Errors
///
/// If the listener fails.
pub async fn serve(listener: tokio::net::TcpListener) -> std::io::Result<()> {
    axum::serve(listener, app()).await
}

async fn list() -> String {
    TITLES.join("\n")
}

/// Books are numbered from 1.
async fn book(Path(number): Path<usize>) -> Result<&'static str, StatusCode> {
    number
        .checked_sub(1)
        .and_then(|index| TITLES.get(index).copied())
        .ok_or(StatusCode::NOT_FOUND)
}

async fn refuse(Path(number): Path<usize>) -> (StatusCode, String) {
    let reason = format!("Book {number} cannot be deleted.");
    (StatusCode::FORBIDDEN, reason)
}

async fn not_found(uri: Uri) -> (StatusCode, String) {
    (StatusCode::NOT_FOUND, format!("There is no {}", uri.path()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;
    use tokio::task::spawn_blocking;

    /// Send a request to a freshly started server, and return the status and the body.
    async fn ask(method: &'static str, path: &'static str) -> (u16, String) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}{path}", listener.local_addr().expect("bound"));
        let server = tokio::spawn(serve(listener));
        // ureq blocks, so it must not run on the thread that serves.
        let answer = spawn_blocking(move || {
            let agent: ureq::Agent = ureq::Agent::config_builder()
                .http_status_as_error(false)
                .build()
                .into();
            let mut response = match method {
                "GET" => agent.get(url).call(),
                "DELETE" => agent.delete(url).call(),
                _ => unreachable!("not used here"),
            }
            .expect("an answer");
            let body = response.body_mut().read_to_string().expect("a text");
            (response.status().as_u16(), body)
        })
        .await
        .expect("no panic");
        server.abort();
        answer
    }

    #[tokio::test]
    async fn every_route_answers() {
        for (path, status, body) in [
            ("/", 200, "Welcome to the library"),
            ("/books", 200, "Emma\nDracula\nUlysses"),
            ("/books/2", 200, "Dracula"),
            ("/books/0", 404, ""),
            ("/books/4", 404, ""),
            ("/films", 404, "There is no /films"),
        ] {
            assert_eq!(ask("GET", path).await, (status, body.to_owned()), "{path}");
        }
    }

    #[tokio::test]
    async fn what_is_no_number_is_a_bad_request() {
        let (status, _) = ask("GET", "/books/first").await;
        assert_eq!(status, 400);
    }

    #[tokio::test]
    async fn methods_are_told_apart() {
        let (status, body) = ask("DELETE", "/books/1").await;
        assert_eq!((status, body.as_str()), (403, "Book 1 cannot be deleted."));
        let (status, _) = ask("DELETE", "/books").await;
        assert_eq!(status, 405);
    }
}
