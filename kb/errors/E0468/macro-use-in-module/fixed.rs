pub mod report {
    use std::format;

    pub fn line(name: &str, count: u32) -> String {
        format!("{name}: {count}")
    }
}
