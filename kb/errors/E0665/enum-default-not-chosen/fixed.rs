#[derive(Debug, Default)]
pub enum Priority {
    Low,
    #[default]
    Normal,
    High,
}
