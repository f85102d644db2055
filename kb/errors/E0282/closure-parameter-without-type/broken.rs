fn main() {
    let width = |label| label.len() + 2;
    for label in ["id", "customer"] {
        println!("{:>1$}", label, width(label));
    }
}
