fn main() {
    let cities = ["lyon", "oslo"];
    let shouted: Vec<_> = cities.iter().map(|city| city.to_uppercase()).collect();
    println!("{shouted:?}");
}
