mod pricing {
    pub fn with_tax(net: f64) -> f64 {
        net * 1.19
    }
}

fn main() {
    println!("{:.2}", pricing::with_tax(100.0));
}
