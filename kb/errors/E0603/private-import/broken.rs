mod report {
    use std::collections::HashMap;

    pub fn count(words: &[&'static str]) -> HashMap<&'static str, usize> {
        let mut counts = HashMap::new();
        for &word in words {
            *counts.entry(word).or_insert(0) += 1;
        }
        counts
    }
}

use report::HashMap;

fn main() {
    let counts: HashMap<&str, usize> = report::count(&["ok", "error", "ok"]);
    println!("{:?}", counts.get("ok"));
}
