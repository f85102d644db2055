fn main() {
    let lines = ["  Ada ", " GRACE", "Linus "];
    let mut names = Vec::new();
    for line in lines {
        let name = line.trim().to_lowercase();
        names.push(name.as_str());
    }
    println!("{}", names.join(", "));
}
