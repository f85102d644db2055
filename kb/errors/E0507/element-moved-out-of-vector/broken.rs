fn greeting(names: Vec<String>) -> String {
    let first = names[0];
    format!("first of {} is {first}", names.len())
}

fn main() {
    let names = vec!["Ada".to_string(), "Grace".to_string()];
    println!("{}", greeting(names));
}
