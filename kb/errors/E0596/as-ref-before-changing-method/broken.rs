pub struct Session {
    cart: Option<Vec<u32>>,
}

impl Session {
    pub fn add(&mut self, article: u32) {
        if self.cart.is_none() {
            self.cart = Some(Vec::new());
        }
        self.cart.as_ref().unwrap().push(article);
    }
}
