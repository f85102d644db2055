mod model {
    struct Order {
        id: u32,
    }

    impl Order {
        pub fn new(id: u32) -> Self {
            Order { id }
        }

        pub fn label(&self) -> String {
            format!("order #{}", self.id)
        }
    }
}

use model::Order;

fn main() {
    println!("{}", Order::new(7).label());
}
