pub struct Batch {
    pub exit_codes: Vec<i32>,
    pub name: String,
}

pub fn summary(batch: &Batch) -> String {
    let failed = batch.exit_codes.iter().any(|&code| code != 0);
    let state = if failed { "failed" } else { "ok" };
    format!("{}: {state}", batch.name)
}
