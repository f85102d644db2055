pub struct Session {
    cart: Option<Vec<u32>>,
}

impl Session {
    pub fn add(&mut self, article: u32) {
        self.cart.get_or_insert_default().push(article);
    }
}
