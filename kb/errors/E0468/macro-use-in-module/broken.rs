pub mod report {
    #[macro_use(format)]
    extern crate alloc;

    pub fn line(name: &str, count: u32) -> String {
        format!("{name}: {count}")
    }
}
