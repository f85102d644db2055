pub fn id_line(id: u32) -> String {
    format!("order {:d}", id)
}
