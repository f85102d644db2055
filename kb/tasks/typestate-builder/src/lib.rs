//! A letter that cannot be sent without an address and a text.

/// Nothing is known about this part yet.
#[derive(Debug, Clone)]
pub struct Missing;

/// The recipient is known.
#[derive(Debug, Clone)]
pub struct Recipient(String);

/// The text is known.
#[derive(Debug, Clone)]
pub struct Text(String);

/// A letter being written. `To` and `Body` say what is known of it already.
#[derive(Debug, Clone)]
#[must_use = "a draft does nothing until it is sent"]
pub struct Draft<To, Body> {
    to: To,
    body: Body,
    copies: Vec<String>,
}

/// A letter on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub envelope: String,
    pub body: String,
}

impl Draft<Missing, Missing> {
    /// Starts with an empty sheet.
    pub const fn new() -> Self {
        Self {
            to: Missing,
            body: Missing,
            copies: Vec::new(),
        }
    }
}

impl Default for Draft<Missing, Missing> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Body> Draft<Missing, Body> {
    /// Addresses the letter. A second address does not compile.
    pub fn to(self, name: &str) -> Draft<Recipient, Body> {
        Draft {
            to: Recipient(name.to_owned()),
            body: self.body,
            copies: self.copies,
        }
    }
}

impl<To> Draft<To, Missing> {
    /// Writes the text.
    pub fn text(self, text: &str) -> Draft<To, Text> {
        Draft {
            to: self.to,
            body: Text(text.to_owned()),
            copies: self.copies,
        }
    }
}

impl<To, Body> Draft<To, Body> {
    /// Adds someone who gets a copy: possible at any time, and as often as wanted.
    pub fn copy_to(mut self, name: &str) -> Self {
        self.copies.push(name.to_owned());
        self
    }
}

impl Draft<Recipient, Text> {
    /// Sends the letter: only a complete one has this method.
    ///
    /// ```compile_fail
    /// typestate_builder::Draft::new().to("Ann").send();
    /// ```
    pub fn send(self) -> Sent {
        let Self {
            to: Recipient(mut envelope),
            body: Text(body),
            copies,
        } = self;
        if !copies.is_empty() {
            envelope += &format!(" (copy to {})", copies.join(", "));
        }
        Sent { envelope, body }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complete_letter_is_sent() {
        let sent = Draft::new().to("Ann").text("Come over!").send();
        let expected = Sent {
            envelope: "Ann".to_owned(),
            body: "Come over!".to_owned(),
        };
        assert_eq!(sent, expected);
    }

    #[test]
    fn the_order_of_the_steps_is_free() {
        let one = Draft::new().text("Hi").copy_to("Bo").to("Ann").send();
        let other = Draft::new().to("Ann").text("Hi").copy_to("Bo").send();
        assert_eq!(one, other);
        assert_eq!(one.envelope, "Ann (copy to Bo)");
    }

    #[test]
    fn half_a_letter_may_go_on_in_several_ways() {
        let invitation = Draft::new().text("Party at eight.");
        let names = ["Ann", "Bo"];
        let sent = names.map(|name| invitation.clone().to(name).send().envelope);
        assert_eq!(sent, names);
    }

    #[test]
    fn the_states_cost_nothing() {
        assert_eq!(
            size_of::<Draft<Missing, Missing>>(),
            size_of::<Vec<String>>()
        );
    }
}
