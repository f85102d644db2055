fn net_price(gross: f64) -> f64 {
    gross / 1.19
}

pub fn print(gross: f64) {
    println!("{:.2}", net_price(gross));
}
