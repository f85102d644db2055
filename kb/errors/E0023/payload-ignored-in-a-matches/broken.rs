pub enum Upload {
    Running(u8),
    Failed(u16, String),
}

pub fn failures(uploads: &[Upload]) -> usize {
    uploads
        .iter()
        .filter(|upload| matches!(upload, Upload::Failed(_)))
        .count()
}
