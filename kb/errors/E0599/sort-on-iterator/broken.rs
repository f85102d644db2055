use std::collections::HashMap;

pub fn metric_names(metrics: &HashMap<String, f64>) -> Vec<&String> {
    // Alphabetical order keeps the exported report stable.
    let names = metrics.keys().sort();
    names
}
