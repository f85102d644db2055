pub struct Book {
    pub title: String,
    pub pages: u32,
}

pub fn is_long(book: &Book) -> bool {
    book.pages > 500
}
