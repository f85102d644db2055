fn main() {
    let mut names = vec!["Ada".to_string(), "Grace".to_string()];
    let first = names.remove(0);
    println!("{} left after {first}", names.len());
}
