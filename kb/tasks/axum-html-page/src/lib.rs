//! A guest book: one page, one form.

use axum::Router;
use axum::extract::{Form, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect};
use axum::routing::get;
use serde::Deserialize;
use std::sync::{Arc, Mutex, PoisonError};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");

/// Characters that a name may have.
const LONGEST_NAME: usize = 40;

type Guests = Arc<Mutex<Vec<String>>>;

#[derive(Deserialize)]
struct Signature {
    name: String,
}

/// The guest book with nobody in it.
pub fn app() -> Router {
    Router::new()
        .route("/", get(page).post(sign))
        .route("/style.css", get(style))
        .with_state(Guests::default())
}

async fn page(State(guests): State<Guests>) -> Html<String> {
    let guests = guests.lock().unwrap_or_else(PoisonError::into_inner);
    let items: Vec<String> = guests
        .iter()
        .map(|name| format!("  <li>{}</li>", escape(name)))
        .collect();
    Html(PAGE.replace("{guests}", &items.join("\n")))
}

async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)
}

async fn sign(
    State(guests): State<Guests>,
    Form(signature): Form<Signature>,
) -> Result<Redirect, (StatusCode, &'static str)> {
    let name = signature.name.trim();
    // The browser checks this too, but not everybody uses a browser.
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err((
            StatusCode::UNPROCESSABLE_ENTITY,
            "A name has 1 to 40 characters.",
        ));
    }
    guests
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(name.to_owned());
    Ok(Redirect::to("/"))
}

/// Make text harmless within HTML elements and quoted attributes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::IntoFuture;
    use tokio::net::TcpListener;
    use tokio::task::spawn_blocking;

    /// Run `visit` with the address of a new guest book.
    async fn with_server(visit: impl FnOnce(&str) + Send + 'static) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        tokio::spawn(axum::serve(listener, app()).into_future());
        spawn_blocking(move || visit(&base))
            .await
            .expect("no panic");
    }

    #[tokio::test]
    async fn a_guest_signs_and_is_led_back_to_the_page() {
        with_server(|base| {
            let form = [("name", " Zoë & <b>Al</b> ")];
            // ureq follows the redirect to the page.
            let mut response = ureq::post(base).send_form(form).expect("an answer");
            assert_eq!(
                response.headers()["content-type"],
                "text/html; charset=utf-8"
            );
            let html = response.body_mut().read_to_string().expect("a text");
            assert!(
                html.contains("<li>Zoë &amp; &lt;b&gt;Al&lt;/b&gt;</li>"),
                "{html}"
            );
            assert!(!html.contains("{guests}"), "{html}");
        })
        .await;
    }

    #[tokio::test]
    async fn names_are_checked_on_the_server() {
        with_server(|base| {
            for name in ["  ".to_owned(), "x".repeat(LONGEST_NAME + 1)] {
                let answer = ureq::post(base).send_form([("name", name)]);
                assert!(matches!(answer, Err(ureq::Error::StatusCode(422))));
            }
            let html = ureq::get(base)
                .call()
                .expect("an answer")
                .body_mut()
                .read_to_string();
            assert!(!html.expect("a text").contains("<li>"));
        })
        .await;
    }

    #[tokio::test]
    async fn the_stylesheet_has_its_type() {
        with_server(|base| {
            let response = ureq::get(format!("{base}/style.css"))
                .call()
                .expect("an answer");
            assert_eq!(
                response.headers()["content-type"],
                "text/css; charset=utf-8"
            );
        })
        .await;
    }
}
