fn main() {
    let first = String::from("Ada ");
    let last = String::from("Lovelace");
    let name = first + &last;
    println!("{name}, called {first}");
}
