pub struct UndoStack {
    actions: Vec<String>,
}

impl UndoStack {
    pub fn undo(&mut self) -> Option<String> {
        let last = self.actions.len().checked_sub(1)?;
        self.actions.pop(last)
    }
}
