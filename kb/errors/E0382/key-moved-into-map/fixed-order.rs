use std::collections::HashMap;

fn main() {
    let mut stock: HashMap<String, u32> = HashMap::new();
    for line in ["bolt 20", "nut 35"] {
        let mut parts = line.split(' ');
        let name = parts.next().unwrap_or_default().to_string();
        let count = parts.next().and_then(|n| n.parse().ok()).unwrap_or(0);
        println!("adding {name} to {} kinds", stock.len());
        stock.insert(name, count);
    }
}
