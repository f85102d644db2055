pub fn render(total: u32) -> String {
    format!("total: {total}")
}
