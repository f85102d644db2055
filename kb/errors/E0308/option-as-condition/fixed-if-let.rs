pub struct Step {
    pub name: String,
    pub error: Option<String>,
}

pub fn summary(step: &Step) -> String {
    if let Some(error) = &step.error {
        format!("{}: {error}", step.name)
    } else {
        format!("{}: ok", step.name)
    }
}
