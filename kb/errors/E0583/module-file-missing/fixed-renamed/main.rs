mod parse;

fn main() {
    println!("{:?}", parse::fields("a;b;c"));
}
