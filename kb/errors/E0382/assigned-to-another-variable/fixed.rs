fn main() {
    let draft = String::from("Dear customers");
    let letter = &draft;
    println!("{letter}, the shop is closed on Monday.");
    println!("The draft began with {draft:?}.");
}
