pub struct Report<'a> {
    pub title: String,
    pub pages: u32,
}
