pub struct UndoStack {
    actions: Vec<String>,
}

impl UndoStack {
    pub fn undo(&mut self) -> Option<String> {
        self.actions.pop()
    }
}
