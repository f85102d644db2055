use std::collections::HashMap;

pub fn metric_names(metrics: &HashMap<String, f64>) -> Vec<&String> {
    // Alphabetical order keeps the exported report stable.
    let mut names: Vec<_> = metrics.keys().collect();
    names.sort();
    names
}
