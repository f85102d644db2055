//! Public and private routes, and a number for every request.

use axum::Router;
use axum::extract::{Extension, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The number of the request, for handlers and logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RequestNumber(u64);

/// The routes; `/private` asks for the token.
pub fn app(token: &str) -> Router {
    let private = Router::new()
        .route("/private", get("the secret"))
        // Not `layer`: that would guard the fallback too, and unknown paths would answer 401.
        .route_layer(middleware::from_fn_with_state(
            Arc::from(token),
            require_token,
        ));
    Router::new()
        .route("/public", get(public))
        .merge(private)
        // Outermost: refused requests are numbered as well.
        .layer(middleware::from_fn_with_state(Arc::default(), number))
}

async fn public(Extension(RequestNumber(number)): Extension<RequestNumber>) -> String {
    format!("request {number}")
}

async fn number(State(last): State<Arc<AtomicU64>>, mut request: Request, next: Next) -> Response {
    let number = last.fetch_add(1, Ordering::Relaxed) + 1;
    request.extensions_mut().insert(RequestNumber(number));
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert("x-request-number", HeaderValue::from(number));
    response
}

async fn require_token(
    State(token): State<Arc<str>>,
    request: Request,
    next: Next,
) -> Result<Response, StatusCode> {
    let given = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.as_bytes().strip_prefix(b"Bearer "))
        .ok_or(StatusCode::UNAUTHORIZED)?;
    if !same(given, token.as_bytes()) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(next.run(request).await)
}

/// Compare without stopping at the first difference.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::IntoFuture;
    use tokio::net::TcpListener;
    use tokio::task::spawn_blocking;

    #[test]
    fn secrets_are_compared_whole() {
        assert!(same(b"abc", b"abc"));
        assert!(same(b"", b""));
        for other in [&b"abd"[..], b"xbc", b"ab", b"abcd", b""] {
            assert!(!same(b"abc", other));
        }
    }

    #[tokio::test]
    async fn only_the_private_route_asks_for_the_token() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        tokio::spawn(axum::serve(listener, app("s3cret")).into_future());

        spawn_blocking(move || {
            let agent: ureq::Agent = ureq::Agent::config_builder()
                .http_status_as_error(false)
                .build()
                .into();
            let cases = [
                ("/public", None, 200, "request 1"),
                ("/private", None, 401, ""),
                ("/private", Some("Bearer wrong"), 403, ""),
                ("/private", Some("s3cret"), 401, ""),
                ("/private", Some("Bearer s3cret"), 200, "the secret"),
                ("/public", Some("Bearer wrong"), 200, "request 6"),
                ("/unknown", None, 404, ""),
            ];
            for (index, (path, token, status, body)) in cases.into_iter().enumerate() {
                let mut request = agent.get(format!("{base}{path}"));
                if let Some(token) = token {
                    request = request.header("Authorization", token);
                }
                let mut response = request.call().expect("an answer");
                let text = response.body_mut().read_to_string().expect("a text");
                assert_eq!((response.status().as_u16(), text.as_str()), (status, body));
                let number = (index + 1).to_string();
                assert_eq!(response.headers()["x-request-number"], number.as_str());
            }
        })
        .await
        .expect("no panic");
    }
}
