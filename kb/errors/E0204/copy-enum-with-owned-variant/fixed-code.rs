#[derive(Clone, Copy, PartialEq)]
pub enum Status {
    Idle,
    Running(u8),
    Failed { code: i32 },
}

pub fn is_busy(status: &Status) -> bool {
    matches!(status, Status::Running(_))
}
