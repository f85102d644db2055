use std::collections::HashMap;

pub fn count_levels<'a>(lines: &'a [&'a str]) -> HashMap<&'a str, u32> {
    let mut counts = HashMap::new();
    for line in lines {
        let level = line.split(' ').next().unwrap_or("");
        *counts.entry(level).or_default() += 1;
    }
    counts
}
