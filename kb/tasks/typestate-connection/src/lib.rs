//! A mail session in which every step is possible only in its state.

use std::fmt;

/// Nobody is logged in yet.
#[derive(Debug)]
pub struct Greeted;

/// Logged in.
#[derive(Debug)]
pub struct Ready {
    user: String,
}

/// A mail is being written.
#[derive(Debug)]
pub struct Writing {
    user: String,
    recipients: Vec<String>,
}

/// A session in the state `S`.
#[derive(Debug)]
pub struct Session<S> {
    state: S,
    /// What was said to the server.
    sent: Vec<String>,
}

/// The password was wrong; the session can be used again.
#[derive(Debug)]
pub struct LoginFailed {
    /// As it was before.
    pub session: Session<Greeted>,
}

impl fmt::Display for LoginFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("user or password is wrong")
    }
}

impl std::error::Error for LoginFailed {}

impl<S> Session<S> {
    /// What was said to the server so far, in every state.
    pub fn transcript(&self) -> &[String] {
        &self.sent
    }

    fn say<T>(mut self, line: String, state: T) -> Session<T> {
        self.sent.push(line);
        Session {
            state,
            sent: self.sent,
        }
    }
}

impl Session<Greeted> {
    /// Start a session.
    pub fn open(host: &str) -> Self {
        Self {
            state: Greeted,
            sent: vec![format!("HELO {host}")],
        }
    }

    /// Log in, if `check` accepts user and password.
    ///
    /// ```compile_fail,E0599
    /// # use typestate_connection::Session;
    /// // There is no `mail_to` before the login.
    /// Session::open("example.org").mail_to("ada@example.org");
    /// ```
    pub fn log_in(
        self,
        user: &str,
        password: &str,
        check: impl FnOnce(&str, &str) -> bool,
    ) -> Result<Session<Ready>, Box<LoginFailed>> {
        if !check(user, password) {
            return Err(Box::new(LoginFailed { session: self }));
        }
        Ok(self.say(
            format!("AUTH {user}"),
            Ready {
                user: user.to_owned(),
            },
        ))
    }
}

impl Session<Ready> {
    /// Start a mail to somebody.
    pub fn mail_to(self, recipient: &str) -> Session<Writing> {
        let state = Writing {
            user: self.state.user.clone(),
            recipients: vec![recipient.to_owned()],
        };
        let line = format!("MAIL FROM {}", self.state.user);
        self.say(line, state)
    }

    /// End the session, and return what was said.
    pub fn quit(self) -> Vec<String> {
        self.say("QUIT".to_owned(), ()).sent
    }
}

impl Session<Writing> {
    /// Add another recipient.
    #[must_use]
    pub fn and_to(mut self, recipient: &str) -> Self {
        self.state.recipients.push(recipient.to_owned());
        self
    }

    /// Send it; another mail can follow.
    pub fn send(self, text: &str) -> Session<Ready> {
        let line = format!("DATA to {}: {text}", self.state.recipients.join(", "));
        let user = self.state.user.clone();
        self.say(line, Ready { user })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(user: &str, password: &str) -> bool {
        user == "al" && password == "s3cret"
    }

    #[test]
    fn a_whole_session() {
        let said = Session::open("x")
            .log_in("al", "s3cret", check)
            .expect("the right password")
            .mail_to("bo@x")
            .and_to("cy@x")
            .send("hello")
            .quit();
        assert_eq!(
            said,
            [
                "HELO x",
                "AUTH al",
                "MAIL FROM al",
                "DATA to bo@x, cy@x: hello",
                "QUIT"
            ]
        );
    }

    #[test]
    fn a_failed_login_gives_the_session_back() {
        let failed = Session::open("x")
            .log_in("al", "wrong", check)
            .expect_err("wrong");
        assert_eq!(failed.to_string(), "user or password is wrong");
        let session = failed
            .session
            .log_in("al", "s3cret", check)
            .expect("the right one");
        assert_eq!(session.transcript(), ["HELO x", "AUTH al"]);
    }

    #[test]
    fn several_mails_in_one_session() {
        let mut session = Session::open("x")
            .log_in("al", "s3cret", check)
            .expect("right");
        for name in ["bo", "cy"] {
            session = session.mail_to(name).send("hi");
        }
        assert_eq!(session.transcript().len(), 6);
    }

    #[test]
    fn the_state_takes_no_room_without_data() {
        assert_eq!(size_of::<Session<Greeted>>(), size_of::<Vec<String>>());
    }
}
