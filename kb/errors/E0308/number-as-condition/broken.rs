pub struct Report {
    pub errors: u32,
    pub warnings: u32,
}

pub fn exit_code(report: &Report) -> i32 {
    if report.errors {
        return 2;
    }
    i32::from(report.warnings > 10)
}
