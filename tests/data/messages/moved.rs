fn main() {
    let name = String::from("é🦀");
    let other = name;
    println!("{} {}", name, other);
}
