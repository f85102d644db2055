//! Open a file and run the migrations that it lacks.

use rusqlite::{Connection, TransactionBehavior};
use std::fmt;

/// What was done to the schema, in order. Append only.
pub const MIGRATIONS: &[&str] = &[
    "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL);",
    "ALTER TABLE person ADD COLUMN email TEXT NOT NULL DEFAULT '';
     CREATE INDEX person_by_email ON person (email);",
    // Names are split: the last word is the family name.
    "ALTER TABLE person ADD COLUMN family TEXT NOT NULL DEFAULT '';
     UPDATE person SET family = substr(name, instr(name, ' ') + 1),
                       name = substr(name, 1, instr(name, ' ') - 1)
         WHERE instr(name, ' ') > 0;",
];

/// Why a file cannot be used.
#[derive(Debug)]
pub enum MigrationError {
    /// A newer program has written the file: its version, and the newest one that we know.
    TooNew(usize, usize),
    /// A migration failed; the file stays at the version before it.
    Failed {
        /// The version that was not reached.
        version: usize,
        /// Why.
        source: rusqlite::Error,
    },
    /// The file cannot be read, or is no database.
    Unusable(rusqlite::Error),
}

impl fmt::Display for MigrationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooNew(found, known) => {
                write!(
                    f,
                    "the file has version {found}, this program knows {known}: update it"
                )
            }
            Self::Failed { version, source } => {
                write!(f, "cannot bring the file to version {version}: {source}")
            }
            Self::Unusable(source) => write!(f, "cannot use the file: {source}"),
        }
    }
}

impl std::error::Error for MigrationError {}

/// Run the migrations that the database lacks, and return how many those were.
pub fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<usize, MigrationError> {
    let start = version(connection)?;
    if start > migrations.len() {
        return Err(MigrationError::TooNew(start, migrations.len()));
    }
    let mut run = 0;
    for (index, migration) in migrations.iter().enumerate().skip(start) {
        let version = index + 1;
        let stepped = step(connection, migration, version)
            .map_err(|source| MigrationError::Failed { version, source })?;
        run += usize::from(stepped);
    }
    Ok(run)
}

/// One migration and its number, both or neither; `false` if another process has done it meanwhile.
fn step(connection: &mut Connection, migration: &str, version: usize) -> rusqlite::Result<bool> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let current: usize = transaction.query_row("PRAGMA user_version", [], |row| {
        row.get::<_, u32>(0).map(|number| number as usize)
    })?;
    if current >= version {
        return Ok(false);
    }
    transaction.execute_batch(migration)?;
    transaction.execute_batch(&format!("PRAGMA user_version = {version}"))?;
    transaction.commit()?;
    Ok(true)
}

/// The version of the database, 0 for a new one.
pub fn version(connection: &Connection) -> Result<usize, MigrationError> {
    connection
        .query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0))
        .map(|number| number as usize)
        .map_err(MigrationError::Unusable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory() -> Connection {
        Connection::open_in_memory().expect("memory")
    }

    #[test]
    fn a_new_file_runs_them_all_and_then_none() {
        let mut connection = memory();
        assert_eq!(
            migrate(&mut connection, MIGRATIONS).expect("valid"),
            MIGRATIONS.len()
        );
        assert_eq!(migrate(&mut connection, MIGRATIONS).expect("valid"), 0);
        assert_eq!(version(&connection).expect("readable"), MIGRATIONS.len());
    }

    #[test]
    fn rows_of_an_old_file_are_carried_over() {
        let mut connection = memory();
        migrate(&mut connection, &MIGRATIONS[..1]).expect("valid");
        connection
            .execute_batch("INSERT INTO person (name) VALUES ('Ada Lovelace'), ('Cher')")
            .expect("valid");
        assert_eq!(migrate(&mut connection, MIGRATIONS).expect("valid"), 2);
        let names: Vec<(String, String, String)> = connection
            .prepare("SELECT name, family, email FROM person ORDER BY id")
            .expect("valid")
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .expect("valid")
            .collect::<Result<_, _>>()
            .expect("valid");
        let row = |name: &str, family: &str| (name.to_owned(), family.to_owned(), String::new());
        assert_eq!(names, [row("Ada", "Lovelace"), row("Cher", "")]);
    }

    #[test]
    fn a_failing_migration_leaves_the_version_before() {
        let mut connection = memory();
        let bad = [
            MIGRATIONS[0],
            "CREATE TABLE extra (id INTEGER); SELECT nonsense FROM person;",
        ];
        let error = migrate(&mut connection, &bad).expect_err("no such column");
        assert!(
            matches!(error, MigrationError::Failed { version: 2, .. }),
            "{error}"
        );
        assert_eq!(version(&connection).expect("readable"), 1);
        // What the failing one had done before is taken back.
        assert!(!connection.table_exists(None, "extra").expect("readable"));
        migrate(&mut connection, MIGRATIONS).expect("the right ones still work");
    }

    #[test]
    fn a_newer_file_is_refused() {
        let mut connection = memory();
        connection
            .execute_batch("PRAGMA user_version = 99")
            .expect("valid");
        let error = migrate(&mut connection, MIGRATIONS).expect_err("too new");
        assert!(matches!(error, MigrationError::TooNew(99, 3)), "{error}");
    }
}
