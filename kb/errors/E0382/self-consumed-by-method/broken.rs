struct Cart {
    prices: Vec<u32>,
}

impl Cart {
    fn total(self) -> u32 {
        self.prices.iter().sum()
    }
}

fn main() {
    let cart = Cart {
        prices: vec![250, 499],
    };
    println!("total {}", cart.total());
    println!("{} items", cart.prices.len());
}
