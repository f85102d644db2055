use std::collections::HashMap;

pub fn count_visit(visits: &mut HashMap<String, u32>, page: &str) {
    let count = visits.entry(page.to_string()).or_default();
    println!("{page} had {count} visits before");
    *count += 1;
}
