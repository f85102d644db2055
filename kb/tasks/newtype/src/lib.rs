//! Values that are checked once.

use std::fmt;
use std::str::FromStr;

/// An e-mail address that could be one. Its domain is in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

/// Why a text is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailError {
    NoAt,
    EmptyUser,
    BadDomain,
    Blank,
}

impl fmt::Display for EmailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoAt => "there is no @ in it",
            Self::EmptyUser => "there is nothing before the @",
            Self::BadDomain => "what follows the @ is no domain",
            Self::Blank => "there is a blank in it",
        })
    }
}

impl std::error::Error for EmailError {}

impl Email {
    /// Returns what stands before the `@`.
    pub fn user(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(user, _)| user)
    }

    /// Returns what stands after it.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        if text.contains(char::is_whitespace) {
            return Err(EmailError::Blank);
        }
        let (user, domain) = text.rsplit_once('@').ok_or(EmailError::NoAt)?;
        if user.is_empty() {
            return Err(EmailError::EmptyUser);
        }
        let labels = domain.split('.');
        if !domain.contains('.') || labels.clone().any(str::is_empty) {
            return Err(EmailError::BadDomain);
        }
        Ok(Self(format!("{user}@{}", domain.to_lowercase())))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Email {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// The number of a customer. It is no number of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CustomerId(pub u64);

/// The number of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OrderId(pub u64);

/// An order of a customer; the two numbers cannot be swapped by accident.
///
/// ```compile_fail
/// use newtype::{CustomerId, OrderId, label};
/// label(CustomerId(1), OrderId(2));
/// ```
pub fn label(order: OrderId, customer: CustomerId) -> String {
    format!("order {} of customer {}", order.0, customer.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_address_is_kept() -> Result<(), EmailError> {
        let email: Email = " Ann.Lee@Example.ORG ".parse()?;
        assert_eq!(email.to_string(), "Ann.Lee@example.org");
        assert_eq!((email.user(), email.domain()), ("Ann.Lee", "example.org"));
        Ok(())
    }

    #[test]
    fn what_is_checked_is_equal() {
        let [a, b] = ["ann@example.org", "ann@EXAMPLE.org"].map(str::parse::<Email>);
        assert_eq!(a, b);
    }

    #[test]
    fn anything_else_does_not_exist() {
        let error = |text: &str| text.parse::<Email>().unwrap_err();
        assert_eq!(error("ann"), EmailError::NoAt);
        assert_eq!(error("@example.org"), EmailError::EmptyUser);
        assert_eq!(error("ann@example"), EmailError::BadDomain);
        assert_eq!(error("ann@.org"), EmailError::BadDomain);
        assert_eq!(error("ann @example.org"), EmailError::Blank);
    }

    #[test]
    fn widths_work_as_with_any_text() {
        let email: Email = "a@b.cd".parse().unwrap();
        assert_eq!(format!("{email:>8}|"), "  a@b.cd|");
    }

    #[test]
    fn it_costs_nothing() {
        assert_eq!(size_of::<OrderId>(), size_of::<u64>());
        assert_eq!(label(OrderId(7), CustomerId(3)), "order 7 of customer 3");
    }
}
