pub enum Upload {
    Finished { bytes: u64 },
    Failed { attempt: u32, reason: String },
}

pub fn failures(uploads: &[Upload]) -> usize {
    uploads
        .iter()
        .filter(|upload| matches!(upload, Upload::Failed { .. }))
        .count()
}
