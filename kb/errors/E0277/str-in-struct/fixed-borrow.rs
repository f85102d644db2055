pub struct Book<'a> {
    pub title: &'a str,
    pub pages: u32,
}

pub fn is_long(book: &Book<'_>) -> bool {
    book.pages > 500
}
