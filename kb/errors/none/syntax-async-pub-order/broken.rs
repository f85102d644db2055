async pub fn load(id: u32) -> String {
    format!("order {id}")
}
