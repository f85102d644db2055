mod limits;

fn main() {
    let name = "a-very-long-user-name";
    println!("{}", name.len() <= limits::NAME_LENGTH);
}
