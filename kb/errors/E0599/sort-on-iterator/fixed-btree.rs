use std::collections::BTreeMap;

pub fn metric_names(metrics: &BTreeMap<String, f64>) -> Vec<&String> {
    metrics.keys().collect()
}
