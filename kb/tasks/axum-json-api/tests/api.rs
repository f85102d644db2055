//! The API as a client sees it: a real server on a free port.

use axum_json_api::app;
use serde_json::{Value, json};
use std::future::IntoFuture;
use tokio::net::TcpListener;
use tokio::task::spawn_blocking;

async fn start() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base = format!("http://{}", listener.local_addr().expect("bound"));
    tokio::spawn(axum::serve(listener, app()).into_future());
    base
}

/// Send a request, and return the status and the JSON that came back (`null` for none).
async fn send(method: &str, url: String, body: Option<Value>) -> (u16, Value) {
    let method = method.to_owned();
    spawn_blocking(move || {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        let text = body.map(|body| body.to_string()).unwrap_or_default();
        let json = "application/json";
        let response = match method.as_str() {
            "GET" => agent.get(url).call(),
            "DELETE" => agent.delete(url).call(),
            "POST" => agent.post(url).content_type(json).send(text),
            "PUT" => agent.put(url).content_type(json).send(text),
            other => panic!("{other} is not used here"),
        };
        let mut response = response.expect("an answer");
        let text = response.body_mut().read_to_string().expect("a text");
        let value = serde_json::from_str(&text).unwrap_or(Value::Null);
        (response.status().as_u16(), value)
    })
    .await
    .expect("no panic")
}

#[tokio::test]
async fn the_life_of_a_note() {
    let base = start().await;
    let notes = format!("{base}/notes");
    let first = format!("{notes}/1");

    let created = send("POST", notes.clone(), Some(json!({"text": " buy tea "}))).await;
    assert_eq!(created, (201, json!({"id": 1, "text": "buy tea"})));
    assert_eq!(
        send("GET", first.clone(), None).await,
        (200, json!({"id": 1, "text": "buy tea"}))
    );

    let changed = send("PUT", first.clone(), Some(json!({"text": "drink it"}))).await;
    assert_eq!(changed, (200, json!({"id": 1, "text": "drink it"})));
    let all = json!([{"id": 1, "text": "drink it"}]);
    assert_eq!(send("GET", notes.clone(), None).await, (200, all));

    assert_eq!(
        send("DELETE", first.clone(), None).await,
        (204, Value::Null)
    );
    let gone = (404, json!({"error": "there is no note 1"}));
    assert_eq!(send("DELETE", first.clone(), None).await, gone);
    assert_eq!(send("PUT", first, Some(json!({"text": "x"}))).await, gone);

    // An id is never given twice.
    let (_, second) = send("POST", notes, Some(json!({"text": "again"}))).await;
    assert_eq!(second["id"], 2);
}

#[tokio::test]
async fn wrong_input_changes_nothing() {
    let base = start().await;
    let notes = format!("{base}/notes");
    for (body, expected) in [
        (json!({"text": "  "}), 422),
        (json!({}), 422),
        (json!({"text": "x", "id": 9}), 422),
        (json!("just a string"), 422),
    ] {
        let (status, _) = send("POST", notes.clone(), Some(body.clone())).await;
        assert_eq!(status, expected, "{body}");
    }
    let (status, _) = send("GET", format!("{notes}/first"), None).await;
    assert_eq!(status, 400);
    assert_eq!(send("GET", notes, None).await, (200, json!([])));
}
