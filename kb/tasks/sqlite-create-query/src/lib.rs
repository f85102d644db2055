//! A stock of articles in an SQLite file.

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params};
use std::path::Path;

/// An article in stock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Given by the database.
    pub id: i64,
    /// Unique, whatever the case of its letters.
    pub name: String,
    /// How many there are, never negative.
    pub quantity: i64,
    /// Where it lies, if that is known.
    pub shelf: Option<String>,
}

/// The stock.
#[derive(Debug)]
pub struct Stock {
    connection: Connection,
}

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS article (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        quantity INTEGER NOT NULL CHECK (quantity >= 0),
        shelf TEXT
    ) STRICT;
";

impl Stock {
    /// Open the file, or make it.
    pub fn open(path: &Path) -> rusqlite::Result<Self> {
        Self::prepare(Connection::open(path)?)
    }

    /// A stock that is forgotten in the end, for tests.
    pub fn in_memory() -> rusqlite::Result<Self> {
        Self::prepare(Connection::open_in_memory()?)
    }

    fn prepare(connection: Connection) -> rusqlite::Result<Self> {
        connection.execute_batch(SCHEMA)?;
        Ok(Self { connection })
    }

    /// Add an article; `None` if there is one of this name already.
    pub fn add(
        &self,
        name: &str,
        quantity: u32,
        shelf: Option<&str>,
    ) -> rusqlite::Result<Option<i64>> {
        let inserted = self.connection.execute(
            "INSERT INTO article (name, quantity, shelf) VALUES (?1, ?2, ?3)
             ON CONFLICT (name) DO NOTHING",
            params![name, quantity, shelf],
        )?;
        Ok((inserted == 1).then(|| self.connection.last_insert_rowid()))
    }

    /// The article of this name, if there is one.
    pub fn find(&self, name: &str) -> rusqlite::Result<Option<Article>> {
        self.connection
            .query_row("SELECT * FROM article WHERE name = ?1", [name], article)
            .optional()
    }

    /// All articles of which there are at most `limit`, the scarcest first.
    pub fn scarce(&self, limit: u32) -> rusqlite::Result<Vec<Article>> {
        self.connection
            .prepare("SELECT * FROM article WHERE quantity <= ?1 ORDER BY quantity, name")?
            .query_map([limit], article)?
            .collect()
    }

    /// Take some away; `false`, and nothing changes, where there are too few or none at all.
    pub fn take(&self, name: &str, count: u32) -> rusqlite::Result<bool> {
        let changed = self.connection.execute(
            "UPDATE article SET quantity = quantity - ?2 WHERE name = ?1",
            params![name, count],
        );
        match changed {
            Ok(rows) => Ok(rows == 1),
            // The table itself refuses a negative quantity.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}

fn article(row: &Row<'_>) -> rusqlite::Result<Article> {
    Ok(Article {
        id: row.get("id")?,
        name: row.get("name")?,
        quantity: row.get("quantity")?,
        shelf: row.get("shelf")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_is_found() {
        let stock = Stock::in_memory().expect("memory");
        let id = stock
            .add("Bolt", 7, Some("A3"))
            .expect("valid")
            .expect("new");
        let expected = Article {
            id,
            name: "Bolt".to_owned(),
            quantity: 7,
            shelf: Some("A3".to_owned()),
        };
        assert_eq!(stock.find("bolt").expect("valid"), Some(expected));
        assert_eq!(stock.find("nut").expect("valid"), None);
    }

    #[test]
    fn a_name_cannot_be_used_twice() {
        let stock = Stock::in_memory().expect("memory");
        assert!(stock.add("Bolt", 1, None).expect("valid").is_some());
        assert_eq!(stock.add("BOLT", 9, None).expect("valid"), None);
        assert_eq!(
            stock.find("Bolt").expect("valid").expect("there").quantity,
            1
        );
    }

    #[test]
    fn a_name_may_be_any_text() {
        let stock = Stock::in_memory().expect("memory");
        let name = "x'); DROP TABLE article; --";
        stock.add(name, 1, None).expect("valid");
        assert_eq!(
            stock.find(name).expect("still there").expect("there").name,
            name
        );
    }

    #[test]
    fn no_more_is_taken_than_there_is() {
        let stock = Stock::in_memory().expect("memory");
        stock.add("Bolt", 3, None).expect("valid");
        assert!(stock.take("Bolt", 2).expect("valid"));
        assert!(!stock.take("Bolt", 2).expect("valid"));
        assert!(!stock.take("Nut", 1).expect("valid"));
        assert_eq!(
            stock.find("Bolt").expect("valid").expect("there").quantity,
            1
        );
    }

    #[test]
    fn the_scarcest_come_first() {
        let stock = Stock::in_memory().expect("memory");
        for (name, quantity) in [("nut", 5), ("bolt", 0), ("screw", 2), ("nail", 2)] {
            stock.add(name, quantity, None).expect("valid");
        }
        let scarce = stock.scarce(2).expect("valid");
        let names: Vec<_> = scarce.iter().map(|article| article.name.as_str()).collect();
        assert_eq!(names, ["bolt", "nail", "screw"]);
    }
}
