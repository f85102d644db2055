//! Counts of words, kept in SQLite.

use rusqlite::{Connection, params};

/// Counts that can be added to in bulk.
#[derive(Debug)]
pub struct WordCounts {
    connection: Connection,
}

impl WordCounts {
    /// Use this database; the table is made if it is not there.
    pub fn new(connection: Connection) -> rusqlite::Result<Self> {
        connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS word (
                 word TEXT PRIMARY KEY,
                 count INTEGER NOT NULL
             ) STRICT, WITHOUT ROWID",
        )?;
        Ok(Self { connection })
    }

    /// Count all words, or none if an error comes up. Returns how many words there were.
    pub fn add<'a>(&mut self, words: impl IntoIterator<Item = &'a str>) -> rusqlite::Result<usize> {
        let transaction = self.connection.transaction()?;
        let mut added = 0;
        {
            let mut upsert = transaction.prepare_cached(
                "INSERT INTO word (word, count) VALUES (?1, 1)
                 ON CONFLICT (word) DO UPDATE SET count = count + 1",
            )?;
            for word in words {
                added += upsert.execute([word])?;
            }
            // The statement borrows the transaction and ends here.
        }
        transaction.commit()?;
        Ok(added)
    }

    /// How often a word was counted.
    pub fn count(&self, word: &str) -> rusqlite::Result<i64> {
        self.connection
            .prepare_cached("SELECT coalesce(sum(count), 0) FROM word WHERE word = ?1")?
            .query_row([word], |row| row.get(0))
    }

    /// The most frequent words that start like this, at most `limit`.
    pub fn most_frequent(&self, prefix: &str, limit: u32) -> rusqlite::Result<Vec<(String, i64)>> {
        self.connection
            .prepare_cached(
                // `LIKE` would take % and _ in the prefix for wildcards.
                "SELECT word, count FROM word WHERE substr(word, 1, length(?1)) = ?1
                 ORDER BY count DESC, word LIMIT ?2",
            )?
            .query_map(params![prefix, limit], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts() -> WordCounts {
        WordCounts::new(Connection::open_in_memory().expect("memory")).expect("a new table")
    }

    #[test]
    fn words_are_inserted_and_then_counted() {
        let mut counts = counts();
        assert_eq!(
            counts.add("to be or not to be".split(' ')).expect("valid"),
            6
        );
        assert_eq!(counts.add(["be"]).expect("valid"), 1);
        assert_eq!(counts.count("be").expect("valid"), 3);
        assert_eq!(counts.count("question").expect("valid"), 0);
    }

    #[test]
    fn thousands_at_once() {
        let mut counts = counts();
        let words: Vec<String> = (0..20_000).map(|n| format!("w{}", n % 1_000)).collect();
        let added = counts.add(words.iter().map(String::as_str)).expect("valid");
        assert_eq!(added, 20_000);
        assert_eq!(counts.count("w999").expect("valid"), 20);
    }

    #[test]
    fn prefixes_are_taken_literally() {
        let mut counts = counts();
        counts
            .add(["a_1", "ab1", "a_2", "a_2", "%"])
            .expect("valid");
        let found = counts.most_frequent("a_", 10).expect("valid");
        assert_eq!(found, [("a_2".to_owned(), 2), ("a_1".to_owned(), 1)]);
        assert_eq!(counts.most_frequent("", 2).expect("valid").len(), 2);
    }

    #[test]
    fn an_error_takes_all_words_back() {
        let mut counts = counts();
        counts
            .connection
            .execute_batch(
                "CREATE TRIGGER refuse BEFORE INSERT ON word WHEN NEW.word = 'bad'
                 BEGIN SELECT raise(ABORT, 'not this word'); END",
            )
            .expect("valid");
        let error = counts.add(["good", "bad"]).expect_err("refused");
        assert!(error.to_string().contains("not this word"), "{error}");
        assert_eq!(counts.count("good").expect("valid"), 0);
    }

    #[test]
    fn no_words() {
        assert_eq!(counts().add([]).expect("valid"), 0);
    }
}
