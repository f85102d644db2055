fn main() {
    let cities = ["lyon", "oslo"];
    let shouted: Vec<_> = cities
        .iter()
        .map(|city| city.to_uppercase().as_str())
        .collect();
    println!("{shouted:?}");
}
