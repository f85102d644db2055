//! A vote over HTTP: `POST /votes/{name}` and `GET /votes`.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The votes so far. Clones share them.
#[derive(Clone, Debug)]
pub struct Votes {
    counts: Arc<Mutex<BTreeMap<String, u32>>>,
}

impl Votes {
    /// Nobody has voted yet for one of these candidates.
    pub fn new<'a>(candidates: impl IntoIterator<Item = &'a str>) -> Self {
        let counts = candidates
            .into_iter()
            .map(|name| (name.to_owned(), 0))
            .collect();
        Self {
            counts: Arc::new(Mutex::new(counts)),
        }
    }

    /// Vote, and return how many votes the candidate has now; `None` for an unknown one.
    pub fn vote(&self, name: &str) -> Option<u32> {
        let mut counts = self.lock();
        let count = counts.get_mut(name)?;
        *count += 1;
        Some(*count)
    }

    /// All candidates with their votes, the leading one first.
    pub fn standings(&self) -> Vec<(String, u32)> {
        let mut standings: Vec<_> = self.lock().clone().into_iter().collect();
        // Stable: equal ones stay in the order of the alphabet.
        standings.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        standings
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, u32>> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The routes, on these votes.
pub fn app(votes: Votes) -> Router {
    Router::new()
        .route("/votes", get(standings))
        .route("/votes/{name}", post(vote))
        .with_state(votes)
}

async fn vote(
    State(votes): State<Votes>,
    Path(name): Path<String>,
) -> Result<String, (StatusCode, String)> {
    match votes.vote(&name) {
        Some(count) => Ok(count.to_string()),
        None => Err((StatusCode::NOT_FOUND, format!("{name} is no candidate"))),
    }
}

async fn standings(State(votes): State<Votes>) -> String {
    votes
        .standings()
        .iter()
        .map(|(name, count)| format!("{name}: {count}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::IntoFuture;
    use tokio::net::TcpListener;
    use tokio::task::spawn_blocking;

    #[test]
    fn votes_are_counted_without_a_server() {
        let votes = Votes::new(["Ada", "Bob", "Cy"]);
        assert_eq!(votes.vote("Cy"), Some(1));
        assert_eq!(votes.vote("Cy"), Some(2));
        assert_eq!(votes.vote("Dan"), None);
        let names: Vec<_> = votes
            .standings()
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(names, ["Cy", "Ada", "Bob"]);
    }

    #[tokio::test]
    async fn votes_of_many_requests_come_together() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        let votes = Votes::new(["Ada", "Bob"]);
        tokio::spawn(axum::serve(listener, app(votes.clone())).into_future());

        let voters: Vec<_> = (0..10)
            .map(|_| {
                let url = format!("{base}/votes/Bob");
                spawn_blocking(move || ureq::post(url).send_empty().map(drop))
            })
            .collect();
        for voter in voters {
            voter.await.expect("no panic").expect("counted");
        }
        assert_eq!(
            votes.standings(),
            [("Bob".to_owned(), 10), ("Ada".to_owned(), 0)]
        );

        let text = spawn_blocking(move || {
            let unknown = ureq::post(format!("{base}/votes/Eve")).send_empty();
            assert!(matches!(unknown, Err(ureq::Error::StatusCode(404))));
            let mut response = ureq::get(format!("{base}/votes"))
                .call()
                .expect("an answer");
            response.body_mut().read_to_string().expect("a text")
        })
        .await
        .expect("no panic");
        assert_eq!(text, "Bob: 10\nAda: 0\n");
    }
}
