//! Commands for a drawing robot, in three ways of telling variants apart.

use serde::{Deserialize, Serialize};

/// `{"type": "line", "to": [1, 2]}`: the name stands among the fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// Draw a line to a point.
    Line {
        /// Where it ends.
        to: (f64, f64),
    },
    /// Take another pen.
    ChangePen {
        /// Its colour.
        color: Color,
    },
    /// Lift the pen.
    Lift,
    /// A command of a newer program; it is skipped.
    #[serde(other)]
    Unknown,
}

/// `"red"` or `{"r": 255, "g": 0, "b": 0}`: told apart by its shape alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Color {
    /// Red, green and blue.
    Rgb {
        /// Red.
        r: u8,
        /// Green.
        g: u8,
        /// Blue.
        b: u8,
    },
    /// A name.
    Named(String),
}

/// `{"event": "done", "data": 3}`: the name and the content side by side, so that content can be anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
pub enum Event {
    /// So many commands are done.
    Done(u32),
    /// Something is wrong.
    Failed(String),
    /// The robot waits.
    Idle,
}

/// Read a list of commands; unknown ones are left out.
pub fn read_commands(json: &str) -> Result<Vec<Command>, serde_json::Error> {
    let mut commands: Vec<Command> = serde_json::from_str(json)?;
    commands.retain(|command| *command != Command::Unknown);
    Ok(commands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn commands_are_told_by_their_type() {
        let json = r#"[
            {"type": "change_pen", "color": "red"},
            {"type": "line", "to": [1, 2.5]},
            {"type": "lift"}
        ]"#;
        let expected = [
            Command::ChangePen {
                color: Color::Named("red".to_owned()),
            },
            Command::Line { to: (1.0, 2.5) },
            Command::Lift,
        ];
        assert_eq!(read_commands(json).expect("valid"), expected);
    }

    #[test]
    fn unknown_commands_are_left_out() {
        let json = r#"[{"type": "dance", "speed": 3}, {"type": "lift"}]"#;
        assert_eq!(read_commands(json).expect("valid"), [Command::Lift]);
    }

    #[test]
    fn a_wrong_field_of_a_known_command_is_an_error() {
        let error = read_commands(r#"[{"type": "line", "to": [1]}]"#).expect_err("one number");
        assert!(error.to_string().contains("tuple of size 2"), "{error}");
    }

    #[test]
    fn colors_are_told_by_their_shape() {
        let rgb = Color::Rgb { r: 1, g: 2, b: 3 };
        let json = json!({"r": 1, "g": 2, "b": 3});
        assert_eq!(
            serde_json::from_value::<Color>(json.clone()).expect("valid"),
            rgb
        );
        assert_eq!(serde_json::to_value(&rgb).expect("plain data"), json);
        assert!(serde_json::from_value::<Color>(json!({"r": 300, "g": 0, "b": 0})).is_err());
    }

    #[test]
    fn events_carry_any_content() {
        for (event, json) in [
            (Event::Done(3), json!({"event": "done", "data": 3})),
            (
                Event::Failed("jam".to_owned()),
                json!({"event": "failed", "data": "jam"}),
            ),
            (Event::Idle, json!({"event": "idle"})),
        ] {
            assert_eq!(serde_json::to_value(&event).expect("plain data"), json);
            assert_eq!(serde_json::from_value::<Event>(json).expect("valid"), event);
        }
    }
}
