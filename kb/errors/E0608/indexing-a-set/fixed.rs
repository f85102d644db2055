use std::collections::HashSet;

pub struct Permissions {
    pub granted: HashSet<String>,
}

impl Permissions {
    pub fn may_edit(&self) -> bool {
        self.granted.contains("edit")
    }
}
