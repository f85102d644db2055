pub fn to_json(id: u32, total: u64) -> String {
    format!(r#"{{ "id": {id}, "total": {total} }}"#)
}
