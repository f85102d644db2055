fn main() {
    let base: u32 = 2;
    let slots = base.pow(10);
    println!("{slots} slots");
}
