fn main(args: Vec<String>) {
    for name in args {
        println!("hello {name}");
    }
}
