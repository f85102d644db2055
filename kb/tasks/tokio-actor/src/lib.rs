//! Accounts that are kept by one task and used through cheap handles.

use std::collections::HashMap;
use std::fmt;
use tokio::sync::{mpsc, oneshot};

/// Requests that may wait for the bank.
const WAITING: usize = 32;

/// Why a transfer was not made.
#[derive(Debug, PartialEq, Eq)]
pub enum BankError {
    /// There is less on the account than was asked for.
    TooLittle {
        /// What is there, in cents.
        available: u64,
    },
    /// The bank's task has ended.
    Closed,
}

impl fmt::Display for BankError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLittle { available } => write!(f, "only {available} cents are available"),
            Self::Closed => f.write_str("the bank is closed"),
        }
    }
}

impl std::error::Error for BankError {}

enum Request {
    Deposit {
        account: String,
        cents: u64,
        reply: oneshot::Sender<u64>,
    },
    Transfer {
        from: String,
        to: String,
        cents: u64,
        reply: oneshot::Sender<Result<(), BankError>>,
    },
    Balance {
        account: String,
        reply: oneshot::Sender<u64>,
    },
}

/// A handle to the bank; clone it for every task that needs one.
#[derive(Clone)]
pub struct Bank {
    requests: mpsc::Sender<Request>,
}

impl Bank {
    /// Start the task that keeps the accounts; it ends with the last handle.
    pub fn open() -> Self {
        let (requests, incoming) = mpsc::channel(WAITING);
        tokio::spawn(keep_accounts(incoming));
        Self { requests }
    }

    /// Pay in, and return the new balance.
    pub async fn deposit(&self, account: &str, cents: u64) -> Result<u64, BankError> {
        let account = account.to_owned();
        self.ask(|reply| Request::Deposit {
            account,
            cents,
            reply,
        })
        .await
    }

    /// Move money between accounts, all of it or none.
    pub async fn transfer(&self, from: &str, to: &str, cents: u64) -> Result<(), BankError> {
        let (from, to) = (from.to_owned(), to.to_owned());
        self.ask(|reply| Request::Transfer {
            from,
            to,
            cents,
            reply,
        })
        .await?
    }

    /// What is on an account; 0 where there is none.
    pub async fn balance(&self, account: &str) -> Result<u64, BankError> {
        let account = account.to_owned();
        self.ask(|reply| Request::Balance { account, reply }).await
    }

    async fn ask<A>(
        &self,
        request: impl FnOnce(oneshot::Sender<A>) -> Request,
    ) -> Result<A, BankError> {
        let (reply, answer) = oneshot::channel();
        self.requests
            .send(request(reply))
            .await
            .map_err(|_| BankError::Closed)?;
        answer.await.map_err(|_| BankError::Closed)
    }
}

async fn keep_accounts(mut incoming: mpsc::Receiver<Request>) {
    let mut accounts: HashMap<String, u64> = HashMap::new();
    while let Some(request) = incoming.recv().await {
        // Whoever asked may be gone by now, so that an answer is not taken is no error.
        match request {
            Request::Deposit {
                account,
                cents,
                reply,
            } => {
                let balance = accounts.entry(account).or_default();
                *balance += cents;
                let _ = reply.send(*balance);
            }
            Request::Transfer {
                from,
                to,
                cents,
                reply,
            } => {
                let available = accounts.get(&from).copied().unwrap_or(0);
                let outcome = match available.checked_sub(cents) {
                    Some(rest) => {
                        accounts.insert(from, rest);
                        *accounts.entry(to).or_default() += cents;
                        Ok(())
                    }
                    None => Err(BankError::TooLittle { available }),
                };
                let _ = reply.send(outcome);
            }
            Request::Balance { account, reply } => {
                let _ = reply.send(accounts.get(&account).copied().unwrap_or(0));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn many_tasks_lose_no_cent() {
        let bank = Bank::open();
        bank.deposit("a", 1_000).await.expect("open");
        let tasks: Vec<_> = (0..20)
            .map(|_| {
                let bank = bank.clone();
                tokio::spawn(async move { bank.transfer("a", "b", 50).await })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.expect("no panic"), Ok(()));
        }
        assert_eq!(bank.balance("a").await, Ok(0));
        assert_eq!(bank.balance("b").await, Ok(1_000));
    }

    #[tokio::test]
    async fn a_refused_transfer_changes_nothing() {
        let bank = Bank::open();
        assert_eq!(bank.deposit("a", 10).await, Ok(10));
        let refused = bank.transfer("a", "b", 11).await;
        assert_eq!(refused, Err(BankError::TooLittle { available: 10 }));
        assert_eq!(bank.balance("a").await, Ok(10));
        assert_eq!(bank.balance("b").await, Ok(0));
    }

    #[tokio::test]
    async fn a_transfer_to_oneself_keeps_the_sum() {
        let bank = Bank::open();
        bank.deposit("a", 10).await.expect("open");
        assert_eq!(bank.transfer("a", "a", 4).await, Ok(()));
        assert_eq!(bank.balance("a").await, Ok(10));
    }

    #[tokio::test]
    async fn a_handle_to_an_ended_bank_says_so() {
        let (requests, incoming) = mpsc::channel(1);
        drop(incoming);
        let bank = Bank { requests };
        assert_eq!(bank.balance("a").await, Err(BankError::Closed));
    }
}
