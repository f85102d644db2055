use std::collections::HashMap;

pub fn count_visit(visits: &mut HashMap<String, u32>, page: &str) {
    let count = visits.get(page).unwrap_or(&0);
    visits.insert(page.to_string(), *count + 1);
    println!("{page} had {count} visits before");
}
