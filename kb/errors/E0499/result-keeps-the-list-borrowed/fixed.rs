fn add<'a>(names: &'a mut Vec<String>, name: &str) -> &'a str {
    names.push(name.to_string());
    &names[names.len() - 1]
}

fn main() {
    let mut names = Vec::new();
    let first = add(&mut names, "ann");
    println!("{first} came first");
    names.push(String::from("ben"));
}
