//! A list of towns with paging, filter and order: `GET /towns?contains=a&sort=people&page=2`.

use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use serde::Deserialize;

/// The most lines on a page.
pub const LARGEST_PAGE: usize = 50;

const TOWNS: [(&str, u32); 5] = [
    ("Bergen", 291),
    ("Ghent", 265),
    ("Graz", 298),
    ("Turku", 202),
    ("Zagreb", 767),
];

/// What to list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// Only names with this text, whatever the case; all if it is not given.
    pub contains: Option<String>,
    /// The order.
    #[serde(default)]
    pub sort: Sort,
    /// Which page, from 1.
    #[serde(default = "first")]
    pub page: usize,
    /// Lines on a page, at most [`LARGEST_PAGE`].
    #[serde(default = "usual_size")]
    pub size: usize,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// Most people first.
    People,
}

fn first() -> usize {
    1
}

fn usual_size() -> usize {
    10
}

/// The names on the wanted page; beyond the last page there are none.
pub fn list(wanted: &Wanted) -> Vec<&'static str> {
    let part = wanted
        .contains
        .as_deref()
        .unwrap_or_default()
        .to_lowercase();
    let mut towns: Vec<_> = TOWNS
        .iter()
        .filter(|(name, _)| name.to_lowercase().contains(&part))
        .collect();
    match wanted.sort {
        Sort::Name => towns.sort_by_key(|(name, _)| *name),
        Sort::People => towns.sort_by_key(|(_, people)| std::cmp::Reverse(*people)),
    }
    let size = wanted.size.clamp(1, LARGEST_PAGE);
    // A page number of a stranger must not overflow.
    let start = wanted.page.saturating_sub(1).saturating_mul(size);
    towns
        .into_iter()
        .skip(start)
        .take(size)
        .map(|(name, _)| *name)
        .collect()
}

/// The route.
pub fn app() -> Router {
    Router::new().route("/towns", get(towns))
}

async fn towns(Query(wanted): Query<Wanted>) -> String {
    list(&wanted).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::IntoFuture;
    use tokio::net::TcpListener;
    use tokio::task::spawn_blocking;

    #[test]
    fn pages_of_any_number_are_safe() {
        let mut wanted = Wanted {
            contains: None,
            sort: Sort::Name,
            page: 2,
            size: 2,
        };
        assert_eq!(list(&wanted), ["Graz", "Turku"]);
        wanted.page = 0;
        assert_eq!(list(&wanted), ["Bergen", "Ghent"]);
        (wanted.page, wanted.size) = (usize::MAX, usize::MAX);
        assert!(list(&wanted).is_empty());
        (wanted.page, wanted.size) = (1, 0);
        assert_eq!(list(&wanted), ["Bergen"]);
    }

    #[tokio::test]
    async fn parameters_are_read_from_the_url() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}/towns", listener.local_addr().expect("bound"));
        tokio::spawn(axum::serve(listener, app()).into_future());

        let ask = move |query: &str| {
            let mut response = ureq::get(format!("{base}{query}")).call()?;
            response.body_mut().read_to_string()
        };
        spawn_blocking(move || {
            for (query, expected) in [
                ("", "Bergen\nGhent\nGraz\nTurku\nZagreb"),
                ("?sort=people&size=2", "Zagreb\nGraz"),
                ("?contains=G%72&size=5&page=1", "Graz\nZagreb"),
                ("?contains=xyz", ""),
            ] {
                assert_eq!(ask(query).expect("an answer"), expected, "{query}");
            }
            for query in ["?sort=size", "?page=-1", "?page=", "?pgae=1"] {
                let answer = ask(query);
                assert!(
                    matches!(answer, Err(ureq::Error::StatusCode(400))),
                    "{query}"
                );
            }
        })
        .await
        .expect("no panic");
    }
}
