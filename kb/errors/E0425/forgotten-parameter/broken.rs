fn price_tag(cents: u32) -> String {
    format!("{}.{:02} {}", cents / 100, cents % 100, currency)
}

fn main() {
    let currency = "EUR";
    println!("all prices in {currency}");
    println!("{}", price_tag(1999));
}
