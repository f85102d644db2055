const LIMIT: &mut u32 = &mut 10;

fn main() {
    println!("{}", *LIMIT);
}
