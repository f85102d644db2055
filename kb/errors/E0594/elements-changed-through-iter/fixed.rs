pub struct Product {
    pub name: String,
    pub cents: u32,
}

pub fn discount(products: &mut [Product], percent: u32) {
    for product in products.iter_mut() {
        product.cents -= product.cents * percent / 100;
    }
}
