pub struct Report {
    pub title: String,
    pub pages: u32,
}
