#[derive(Default)]
pub struct Basket {
    pub items: Vec<String>,
}

impl Basket {
    pub fn new() -> Basket {
        Basket::default()
    }
}
