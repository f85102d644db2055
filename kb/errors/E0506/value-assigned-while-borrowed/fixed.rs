fn main() {
    let mut level = 10;
    let before = level;
    level = 25;
    println!("level went from {before} to {level}");
}
