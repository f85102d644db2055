impl Basket {
    pub fn new() -> Basket {
        Basket { items: Vec::new() }
    }
}
