pub fn print_all(names: &[&str]) {
    for (let i = 0; i < names.len(); i += 1) {
        println!("{i}: {}", names[i]);
    }
}
