fn greeting(mut names: Vec<String>) -> String {
    let first = names.swap_remove(0);
    format!("first was {first}, {} others", names.len())
}

fn main() {
    let names = vec!["Ada".to_string(), "Grace".to_string()];
    println!("{}", greeting(names));
}
