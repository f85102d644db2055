fn price_tag(cents: u32, currency: &str) -> String {
    format!("{}.{:02} {currency}", cents / 100, cents % 100)
}

fn main() {
    let currency = "EUR";
    println!("all prices in {currency}");
    println!("{}", price_tag(1999, currency));
}
