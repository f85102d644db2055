use std::collections::HashMap;

pub fn add_member(groups: &mut HashMap<String, Vec<String>>, team: String, name: String) {
    groups.entry(team).or_default().push(name);
}

pub fn example(groups: &mut HashMap<String, Vec<String>>) {
    add_member(groups, "ops".to_string(), "kim".to_string());
}
