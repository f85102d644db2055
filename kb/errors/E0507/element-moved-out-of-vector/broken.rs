fn main() {
    let names = vec!["Ada".to_string(), "Grace".to_string()];
    let first = names[0];

    println!("first of {} is {first}", names.len());
}
