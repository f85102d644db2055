//! Accounts between which money moves as a whole or not at all.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::fmt;
use std::path::Path;
use std::time::Duration;

/// The accounts.
#[derive(Debug)]
pub struct Accounts {
    connection: Connection,
}

/// Why money was not moved.
#[derive(Debug)]
pub enum TransferError {
    /// There is no account with this number.
    Unknown(i64),
    /// There is less on the account than was asked for, in cents.
    TooLittle(i64),
    /// The database says no.
    Database(rusqlite::Error),
}

impl fmt::Display for TransferError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(account) => write!(f, "there is no account {account}"),
            Self::TooLittle(cents) => write!(f, "there are only {cents} cents"),
            Self::Database(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TransferError {}

impl From<rusqlite::Error> for TransferError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl Accounts {
    /// Open the file, or make it.
    pub fn open(path: &Path) -> rusqlite::Result<Self> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS account (
                 id INTEGER PRIMARY KEY,
                 cents INTEGER NOT NULL CHECK (cents >= 0)
             ) STRICT",
        )?;
        Ok(Self { connection })
    }

    /// Open an account, and return its number.
    pub fn create(&self, cents: u32) -> rusqlite::Result<i64> {
        self.connection
            .execute("INSERT INTO account (cents) VALUES (?1)", [cents])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// What is on an account.
    pub fn balance(&self, account: i64) -> Result<i64, TransferError> {
        balance(&self.connection, account)
    }

    /// Move money; on any error nothing has changed.
    pub fn transfer(&mut self, from: i64, to: i64, cents: u32) -> Result<(), TransferError> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let available = balance(&transaction, from)?;
        if available < i64::from(cents) {
            return Err(TransferError::TooLittle(available));
        }
        add(&transaction, from, -i64::from(cents))?;
        add(&transaction, to, i64::from(cents))?;
        transaction.commit()?;
        Ok(())
    }
}

// A transaction can be used wherever a connection is wanted.
fn balance(connection: &Connection, account: i64) -> Result<i64, TransferError> {
    connection
        .query_row(
            "SELECT cents FROM account WHERE id = ?1",
            [account],
            |row| row.get(0),
        )
        .optional()?
        .ok_or(TransferError::Unknown(account))
}

fn add(connection: &Connection, account: i64, cents: i64) -> Result<(), TransferError> {
    let changed = connection.execute(
        "UPDATE account SET cents = cents + ?2 WHERE id = ?1",
        params![account, cents],
    )?;
    if changed == 0 {
        return Err(TransferError::Unknown(account));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn money_moves() {
        let mut accounts = Accounts::open(Path::new(":memory:")).expect("memory");
        let (a, b) = (
            accounts.create(100).expect("new"),
            accounts.create(0).expect("new"),
        );
        accounts.transfer(a, b, 70).expect("enough");
        assert_eq!(accounts.balance(a).expect("there"), 30);
        assert_eq!(accounts.balance(b).expect("there"), 70);
    }

    #[test]
    fn a_failure_half_way_takes_everything_back() {
        let mut accounts = Accounts::open(Path::new(":memory:")).expect("memory");
        let a = accounts.create(100).expect("new");
        // The money has left `a` already when it turns out that there is no account 99.
        let error = accounts.transfer(a, 99, 70).expect_err("no such account");
        assert!(matches!(error, TransferError::Unknown(99)));
        assert_eq!(accounts.balance(a).expect("there"), 100);
    }

    #[test]
    fn nobody_can_spend_more_than_there_is() {
        let mut accounts = Accounts::open(Path::new(":memory:")).expect("memory");
        let (a, b) = (
            accounts.create(5).expect("new"),
            accounts.create(0).expect("new"),
        );
        let error = accounts.transfer(a, b, 6).expect_err("too much");
        assert_eq!(error.to_string(), "there are only 5 cents");
        assert_eq!(accounts.balance(b).expect("there"), 0);
    }

    #[test]
    fn two_connections_never_spend_the_same_cent() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("accounts.db");
        let accounts = Accounts::open(&path).expect("a new file");
        let (a, b) = (
            accounts.create(10).expect("new"),
            accounts.create(0).expect("new"),
        );
        let moved: usize = thread::scope(|scope| {
            let spenders: Vec<_> = (0..2)
                .map(|_| {
                    scope.spawn(|| {
                        let mut accounts = Accounts::open(&path).expect("the same file");
                        (0..10)
                            .filter(|_| accounts.transfer(a, b, 1).is_ok())
                            .count()
                    })
                })
                .collect();
            spenders
                .into_iter()
                .map(|spender| spender.join().expect("no panic"))
                .sum()
        });
        assert_eq!(moved, 10);
        assert_eq!(accounts.balance(b).expect("there"), 10);
    }
}
