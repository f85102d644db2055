//! A text whose changes can be taken back.

/// A change; places are bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Put a text in.
    Insert {
        /// Where it will begin.
        at: usize,
        /// What to put in.
        text: String,
    },
    /// Take a text out.
    Remove {
        /// Where it begins.
        at: usize,
        /// Its length.
        length: usize,
    },
}

/// The change does not fit the text: a place beyond its end or within a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidPlace;

/// A text with its history.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    text: String,
    undo: Vec<Change>,
    redo: Vec<Change>,
}

impl Editor {
    /// An empty text.
    pub fn new() -> Self {
        Self::default()
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Make a change. What was undone before can no longer be redone.
    pub fn apply(&mut self, change: Change) -> Result<(), InvalidPlace> {
        let opposite = perform(&mut self.text, change)?;
        self.redo.clear();
        // Text typed on and on is one step, up to the end of a word.
        if let Some(Change::Remove { at, length }) = self.undo.last_mut()
            && let Change::Remove {
                at: new,
                length: more,
            } = opposite
            && *at + *length == new
            && !self.text[..new].ends_with(char::is_whitespace)
        {
            *length += more;
        } else {
            self.undo.push(opposite);
        }
        Ok(())
    }

    /// Take the last step back; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        step(&mut self.text, &mut self.undo, &mut self.redo)
    }

    /// Make the last undone step again; `false` if there is none.
    pub fn redo(&mut self) -> bool {
        step(&mut self.text, &mut self.redo, &mut self.undo)
    }
}

fn step(text: &mut String, from: &mut Vec<Change>, to: &mut Vec<Change>) -> bool {
    let Some(change) = from.pop() else {
        return false;
    };
    to.push(perform(text, change).expect("the history fits the text"));
    true
}

/// Change the text, and return the change that takes it back.
fn perform(text: &mut String, change: Change) -> Result<Change, InvalidPlace> {
    match change {
        Change::Insert { at, text: new } => {
            if !text.is_char_boundary(at) {
                return Err(InvalidPlace);
            }
            text.insert_str(at, &new);
            Ok(Change::Remove {
                at,
                length: new.len(),
            })
        }
        Change::Remove { at, length } => {
            let end = at.checked_add(length).ok_or(InvalidPlace)?;
            let removed = text.get(at..end).ok_or(InvalidPlace)?.to_owned();
            text.replace_range(at..end, "");
            Ok(Change::Insert { at, text: removed })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn insert(at: usize, text: &str) -> Change {
        Change::Insert {
            at,
            text: text.to_owned(),
        }
    }

    fn editor(text: &str) -> Editor {
        let mut editor = Editor::new();
        editor.apply(insert(0, text)).expect("it fits");
        editor
    }

    #[test]
    fn changes_are_undone_and_redone() {
        let mut editor = editor("hello world");
        editor
            .apply(Change::Remove { at: 5, length: 6 })
            .expect("it fits");
        editor.apply(insert(0, "oh, ")).expect("it fits");
        assert_eq!(editor.text(), "oh, hello");
        assert!(editor.undo() && editor.undo());
        assert_eq!(editor.text(), "hello world");
        assert!(editor.redo() && editor.redo() && !editor.redo());
        assert_eq!(editor.text(), "oh, hello");
    }

    #[test]
    fn a_new_change_ends_redoing() {
        let mut editor = editor("a");
        assert!(editor.undo() && !editor.undo());
        editor.apply(insert(0, "b")).expect("it fits");
        assert!(!editor.redo());
        assert_eq!(editor.text(), "b");
    }

    #[test]
    fn typed_letters_are_one_step_per_word() {
        let mut editor = Editor::new();
        for (at, letter) in "ab cd".char_indices() {
            editor
                .apply(insert(at, &letter.to_string()))
                .expect("it fits");
        }
        assert!(editor.undo());
        assert_eq!(editor.text(), "ab ");
        assert!(editor.undo());
        assert_eq!(editor.text(), "");
        assert!(!editor.undo());
        assert!(editor.redo() && editor.redo());
        assert_eq!(editor.text(), "ab cd");
    }

    #[test]
    fn an_impossible_change_leaves_everything() {
        let mut editor = editor("é");
        for change in [
            insert(1, "x"),
            insert(3, "x"),
            Change::Remove { at: 0, length: 1 },
            Change::Remove {
                at: 2,
                length: usize::MAX,
            },
        ] {
            assert_eq!(editor.apply(change), Err(InvalidPlace));
        }
        assert_eq!(editor.text(), "é");
        assert!(editor.undo() && !editor.undo());
    }
}
