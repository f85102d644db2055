use std::collections::HashMap;

pub fn by_customer(orders: &[(u32, String)]) -> HashMap<u32, Vec<&str>> {
    let mut groups: HashMap<u32, Vec<&str>> = HashMap::new();
    for (customer, article) in orders {
        groups
            .entry(*customer)
            .or_insert_with(Vec::new)
            .push(article);
    }
    groups
}
