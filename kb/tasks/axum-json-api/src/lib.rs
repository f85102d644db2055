//! Notes over HTTP, kept in memory.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A stored note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Given by the server, from 1.
    pub id: u64,
    /// What it says.
    pub text: String,
}

/// What a client sends to create or change a note.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewNote {
    text: String,
}

/// What can go wrong in a handler.
#[derive(Debug, PartialEq, Eq)]
enum ApiError {
    NotFound(u64),
    EmptyText,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        #[derive(Serialize)]
        struct Body {
            error: String,
        }
        let (status, error) = match self {
            Self::NotFound(id) => (StatusCode::NOT_FOUND, format!("there is no note {id}")),
            Self::EmptyText => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "a note needs a text".to_owned(),
            ),
        };
        (status, Json(Body { error })).into_response()
    }
}

#[derive(Debug, Default)]
struct Notes {
    texts: BTreeMap<u64, String>,
    last_id: u64,
}

type Shared = Arc<Mutex<Notes>>;

/// The routes, on an empty store.
pub fn app() -> Router {
    Router::new()
        .route("/notes", get(list).post(create))
        .route("/notes/{id}", get(read).put(update).delete(remove))
        .with_state(Shared::default())
}

async fn list(State(notes): State<Shared>) -> Json<Vec<Note>> {
    let notes = lock(&notes);
    Json(
        notes
            .texts
            .iter()
            .map(|(&id, text)| Note {
                id,
                text: text.clone(),
            })
            .collect(),
    )
}

async fn create(
    State(notes): State<Shared>,
    Json(new): Json<NewNote>,
) -> Result<(StatusCode, Json<Note>), ApiError> {
    let text = checked(new)?;
    let mut notes = lock(&notes);
    notes.last_id += 1;
    let id = notes.last_id;
    notes.texts.insert(id, text.clone());
    Ok((StatusCode::CREATED, Json(Note { id, text })))
}

async fn read(State(notes): State<Shared>, Path(id): Path<u64>) -> Result<Json<Note>, ApiError> {
    let text = lock(&notes)
        .texts
        .get(&id)
        .cloned()
        .ok_or(ApiError::NotFound(id))?;
    Ok(Json(Note { id, text }))
}

async fn update(
    State(notes): State<Shared>,
    Path(id): Path<u64>,
    Json(new): Json<NewNote>,
) -> Result<Json<Note>, ApiError> {
    let text = checked(new)?;
    let mut notes = lock(&notes);
    let stored = notes.texts.get_mut(&id).ok_or(ApiError::NotFound(id))?;
    stored.clone_from(&text);
    Ok(Json(Note { id, text }))
}

async fn remove(State(notes): State<Shared>, Path(id): Path<u64>) -> Result<StatusCode, ApiError> {
    match lock(&notes).texts.remove(&id) {
        Some(_) => Ok(StatusCode::NO_CONTENT),
        None => Err(ApiError::NotFound(id)),
    }
}

fn checked(new: NewNote) -> Result<String, ApiError> {
    let text = new.text.trim();
    if text.is_empty() {
        return Err(ApiError::EmptyText);
    }
    Ok(text.to_owned())
}

fn lock(notes: &Shared) -> MutexGuard<'_, Notes> {
    notes.lock().unwrap_or_else(PoisonError::into_inner)
}
