//! Orders whose log lines can be told apart.

use std::fmt;
use tracing::{debug, info, instrument, warn};

/// An order for one article.
#[derive(Clone, Debug)]
pub struct Order {
    /// Its number.
    pub id: u64,
    /// How many.
    pub quantity: u32,
    /// The card to charge: never logged.
    pub card: String,
}

/// Why an order was not accepted.
#[derive(Debug, PartialEq, Eq)]
pub enum OrderError {
    /// There are only so many left.
    OutOfStock(u32),
    /// The number of the card is not valid.
    InvalidCard,
}

impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfStock(left) => write!(f, "only {left} left"),
            Self::InvalidCard => f.write_str("invalid card"),
        }
    }
}

impl std::error::Error for OrderError {}

/// Accept an order and take it out of the stock.
#[instrument(skip_all, fields(id = order.id))]
pub fn accept(order: &Order, stock: &mut u32) -> Result<(), OrderError> {
    debug!(quantity = order.quantity, "checking");
    let left = reserve(order.quantity, *stock)?;
    charge(&order.card)?;
    *stock = left;
    info!(left, "accepted");
    Ok(())
}

fn reserve(quantity: u32, stock: u32) -> Result<u32, OrderError> {
    let left = stock.checked_sub(quantity).ok_or_else(|| {
        warn!(stock, "too few left");
        OrderError::OutOfStock(stock)
    })?;
    Ok(left)
}

// `err` logs the error that is returned, as an event of the level error.
#[instrument(level = "debug", skip_all, err)]
fn charge(card: &str) -> Result<(), OrderError> {
    let valid = card.len() == 4 && card.bytes().all(|byte| byte.is_ascii_digit());
    if !valid {
        return Err(OrderError::InvalidCard);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};
    use tracing::Level;

    #[derive(Clone, Default)]
    struct Buffer(Arc<Mutex<Vec<u8>>>);

    impl Write for Buffer {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no panic").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What is logged up to this level while `work` runs.
    fn logged(level: Level, work: impl FnOnce()) -> String {
        let buffer = Buffer::default();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(level)
            .with_writer({
                let buffer = buffer.clone();
                move || buffer.clone()
            })
            .with_ansi(false)
            .without_time()
            .with_target(false)
            .finish();
        tracing::subscriber::with_default(subscriber, work);
        let bytes = std::mem::take(&mut *buffer.0.lock().expect("no panic"));
        String::from_utf8(bytes).expect("the log is UTF-8")
    }

    fn order(id: u64, quantity: u32, card: &str) -> Order {
        Order {
            id,
            quantity,
            card: card.to_owned(),
        }
    }

    #[test]
    fn lines_tell_their_order() {
        let log = logged(Level::INFO, || {
            let mut stock = 5;
            accept(&order(1, 3, "1234"), &mut stock).expect("enough");
            accept(&order(2, 3, "1234"), &mut stock).expect_err("too few");
        });
        assert_eq!(
            log,
            " INFO accept{id=1}: accepted left=2\n WARN accept{id=2}: too few left stock=2\n"
        );
    }

    #[test]
    fn an_error_is_logged_in_the_inner_span_without_the_card() {
        let mut stock = 5;
        let log = logged(Level::DEBUG, || {
            let refused = accept(&order(7, 1, "oops-4321"), &mut stock);
            assert_eq!(refused, Err(OrderError::InvalidCard));
        });
        assert!(
            log.contains("DEBUG accept{id=7}: checking quantity=1\n"),
            "{log}"
        );
        assert!(
            log.contains("ERROR accept{id=7}:charge: error=invalid card\n"),
            "{log}"
        );
        assert!(!log.contains("4321"), "{log}");
        assert_eq!(stock, 5);
    }

    #[test]
    fn a_quiet_level_says_nothing() {
        let log = logged(Level::ERROR, || {
            accept(&order(1, 1, "1234"), &mut 5).expect("enough");
        });
        assert_eq!(log, "");
    }
}
