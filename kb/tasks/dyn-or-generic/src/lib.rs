//! Rules that check passwords.

/// Something a password must fulfil.
pub trait Rule {
    /// Returns what is wrong with `password`, None where nothing is.
    fn complaint(&self, password: &str) -> Option<String>;

    /// Puts the rule into a list; it takes `self` by value, so it is for sized types only.
    fn boxed(self) -> Box<dyn Rule>
    where
        Self: Sized + 'static,
    {
        Box::new(self)
    }
}

/// It must have this many characters.
#[derive(Debug, Clone, Copy)]
pub struct MinLength(pub usize);

impl Rule for MinLength {
    fn complaint(&self, password: &str) -> Option<String> {
        let missing = self.0.saturating_sub(password.chars().count());
        (missing > 0).then(|| format!("{missing} more characters are needed"))
    }
}

/// It must not hold any of these words.
#[derive(Debug, Clone)]
pub struct Forbidden(pub Vec<String>);

impl Rule for Forbidden {
    fn complaint(&self, password: &str) -> Option<String> {
        let password = password.to_lowercase();
        let word = self.0.iter().find(|word| password.contains(*word))?;
        Some(format!("it contains {word:?}"))
    }
}

/// Any function of the right shape is a rule too.
impl<F: Fn(&str) -> Option<String>> Rule for F {
    fn complaint(&self, password: &str) -> Option<String> {
        self(password)
    }
}

/// One rule, whichever: the compiler makes this function for each type, and the call is direct.
pub fn passes(rule: &impl Rule, password: &str) -> bool {
    rule.complaint(password).is_none()
}

/// Any mixture of rules, decided at run time.
#[derive(Default)]
pub struct Policy {
    rules: Vec<Box<dyn Rule>>,
}

impl Policy {
    /// Adds a rule.
    #[must_use]
    pub fn with(mut self, rule: impl Rule + 'static) -> Self {
        self.rules.push(rule.boxed());
        self
    }

    /// Returns every complaint.
    pub fn complaints(&self, password: &str) -> Vec<String> {
        let complaints = self.rules.iter().map(|rule| rule.complaint(password));
        complaints.flatten().collect()
    }
}

/// Returns the rules of a level; the branches have different types, so they are boxed.
pub fn rule_for(strict: bool) -> Box<dyn Rule> {
    if strict {
        Policy::default()
            .with(MinLength(12))
            .with(Forbidden(vec!["password".to_owned()]))
            .boxed()
    } else {
        MinLength(6).boxed()
    }
}

/// A policy is a rule that shows its first complaint, so that policies can be nested.
impl Rule for Policy {
    fn complaint(&self, password: &str) -> Option<String> {
        self.complaints(password).into_iter().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has_digit(password: &str) -> Option<String> {
        let found = password.chars().any(|c| c.is_ascii_digit());
        (!found).then(|| "it has no digit".to_owned())
    }

    #[test]
    fn one_rule_is_a_generic_argument() {
        assert!(passes(&MinLength(3), "abc"));
        assert!(!passes(&has_digit, "abc"));
    }

    #[test]
    fn many_kinds_go_into_one_list() {
        let policy = Policy::default()
            .with(MinLength(8))
            .with(has_digit)
            .with(Forbidden(vec!["secret".to_owned()]));
        assert_eq!(
            policy.complaints("Secret"),
            [
                "2 more characters are needed",
                "it has no digit",
                "it contains \"secret\""
            ]
        );
        assert!(policy.complaints("tr0ub4dor").is_empty());
    }

    #[test]
    fn the_choice_is_made_while_running() {
        assert!(rule_for(false).complaint("abcdef").is_none());
        let said = rule_for(true).complaint("MyPassword123");
        assert_eq!(said.as_deref(), Some("it contains \"password\""));
    }

    #[test]
    fn a_closure_may_carry_what_it_needs() {
        let user = String::from("ann");
        let policy = Policy::default().with(move |password: &str| {
            password
                .contains(&user)
                .then(|| "it contains your name".to_owned())
        });
        assert_eq!(policy.complaints("ann1234").len(), 1);
    }
}
