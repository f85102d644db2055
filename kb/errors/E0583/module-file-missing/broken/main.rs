mod parser;

fn main() {
    println!("{:?}", parser::fields("a;b;c"));
}
