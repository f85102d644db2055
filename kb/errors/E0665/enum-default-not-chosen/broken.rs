#[derive(Debug, Default)]
pub enum Priority {
    Low,
    Normal,
    High,
}
