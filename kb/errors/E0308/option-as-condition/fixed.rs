pub struct Step {
    pub name: String,
    pub error: Option<String>,
}

pub fn summary(step: &Step) -> String {
    if step.error.is_some() {
        format!("{}: failed", step.name)
    } else {
        format!("{}: ok", step.name)
    }
}
