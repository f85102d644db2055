pub fn print_all(names: &[&str]) {
    for (i, name) in names.iter().enumerate() {
        println!("{i}: {name}");
    }
}
