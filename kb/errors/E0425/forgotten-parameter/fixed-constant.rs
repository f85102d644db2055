const CURRENCY: &str = "EUR";

fn price_tag(cents: u32) -> String {
    format!("{}.{:02} {CURRENCY}", cents / 100, cents % 100)
}

fn main() {
    println!("all prices in {CURRENCY}");
    println!("{}", price_tag(1999));
}
