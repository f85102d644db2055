pub trait Plugin {
    fn name(&self) -> String;

    fn greeting(&self) -> String {
        format!("loaded {}", self.name())
    }
}

pub struct SpellChecker;

impl Plugin for SpellChecker {
    fn name(&self) -> String {
        "spell checker".to_string()
    }
}
