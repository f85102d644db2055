//! Reminders for invoices that are overdue.

use std::fmt;

/// Sends mail.
pub trait Mailer {
    /// Send a text to an address.
    ///
    /// # Errors
    ///
    /// If it was not accepted.
    fn send(&self, address: &str, text: &str) -> Result<(), MailError>;
}

/// The mail was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailError(pub String);

impl fmt::Display for MailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the mail was not sent: {}", self.0)
    }
}

impl std::error::Error for MailError {}

/// A day, counted from any fixed one.
pub type Day = u32;

/// An invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// Whom to remind.
    pub address: String,
    /// The last day on which it can be paid.
    pub due: Day,
    /// When the customer was reminded last.
    pub reminded: Option<Day>,
}

/// Days between two reminders.
const PAUSE: Day = 7;

/// Remind of every overdue invoice, at most once in a week. Returns how many reminders were sent and what failed.
///
/// An invoice whose reminder was not sent is tried again next time.
pub fn remind(
    invoices: &mut [Invoice],
    today: Day,
    mailer: &impl Mailer,
) -> (usize, Vec<MailError>) {
    let mut sent = 0;
    let mut failed = Vec::new();
    for invoice in invoices {
        let overdue = today.saturating_sub(invoice.due);
        let wait = invoice
            .reminded
            .is_some_and(|last| today < last.saturating_add(PAUSE));
        if overdue == 0 || wait {
            continue;
        }
        let text = format!("Your invoice is overdue for {overdue} day(s).");
        match mailer.send(&invoice.address, &text) {
            Ok(()) => {
                invoice.reminded = Some(today);
                sent += 1;
            }
            Err(error) => failed.push(error),
        }
    }
    (sent, failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    /// Records every mail, and refuses those to some addresses.
    #[derive(Default)]
    struct FakeMailer {
        sent: RefCell<Vec<(String, String)>>,
        refused: Vec<&'static str>,
    }

    impl Mailer for FakeMailer {
        fn send(&self, address: &str, text: &str) -> Result<(), MailError> {
            if self.refused.contains(&address) {
                return Err(MailError(format!("no mailbox {address}")));
            }
            self.sent
                .borrow_mut()
                .push((address.to_owned(), text.to_owned()));
            Ok(())
        }
    }

    fn invoice(address: &str, due: Day, reminded: Option<Day>) -> Invoice {
        Invoice {
            address: address.to_owned(),
            due,
            reminded,
        }
    }

    #[test]
    fn only_overdue_invoices_are_reminded_of() {
        let mailer = FakeMailer::default();
        let mut invoices = [invoice("late@x", 97, None), invoice("today@x", 100, None)];
        assert_eq!(remind(&mut invoices, 100, &mailer), (1, vec![]));
        let sent = mailer.sent.borrow();
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].0, "late@x");
        assert!(sent[0].1.contains("3 day(s)"), "{}", sent[0].1);
        assert_eq!(invoices[0].reminded, Some(100));
    }

    #[test]
    fn nobody_is_reminded_twice_in_a_week() {
        let mailer = FakeMailer::default();
        let mut invoices = [invoice("late@x", 1, None)];
        let sent: Vec<usize> = (10..25)
            .map(|day| remind(&mut invoices, day, &mailer).0)
            .collect();
        assert_eq!(sent, [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn a_refused_mail_stops_no_other_and_is_tried_again() {
        let mailer = FakeMailer {
            refused: vec!["gone@x"],
            ..FakeMailer::default()
        };
        let mut invoices = [invoice("gone@x", 1, None), invoice("late@x", 1, None)];
        let (sent, failed) = remind(&mut invoices, 5, &mailer);
        assert_eq!(sent, 1);
        assert_eq!(failed, [MailError("no mailbox gone@x".to_owned())]);
        assert_eq!(invoices[0].reminded, None);
        let (_, failed) = remind(&mut invoices, 6, &mailer);
        assert_eq!(failed.len(), 1);
    }
}
