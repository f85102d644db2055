fn main() {
    let items = 12;
    let discount = if items >= 10 { 15 } else { 0 };
    println!("{discount} % off");
}
