fn main() {
    let base = 2;
    let slots = base.pow(10);
    println!("{slots} slots");
}
