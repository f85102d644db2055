#[derive(Clone, Copy, PartialEq)]
pub enum Status {
    Idle,
    Running(u8),
    Failed(String),
}

pub fn is_busy(status: &Status) -> bool {
    matches!(status, Status::Running(_))
}
