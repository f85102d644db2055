//! Merging, searching and flattening JSON documents.

use serde_json::{Map, Value};

/// Lay `patch` over `base`: objects are merged key by key, `null` removes a key, all else replaces.
///
/// This is the merge of RFC 7396.
pub fn merge(base: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *base = patch;
        return;
    };
    if !base.is_object() {
        *base = Value::Object(Map::new());
    }
    let Value::Object(base) = base else {
        unreachable!("it was made an object above")
    };
    for (key, value) in patch {
        if value.is_null() {
            base.remove(&key);
        } else {
            merge(base.entry(key).or_insert(Value::Null), value);
        }
    }
}

/// All strings in the document, in order, wherever they stand; keys are not counted.
pub fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(fields) => fields.values().flat_map(strings).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// The leaves of the document with their paths as JSON pointers: `("/a/0", 1)`.
pub fn flatten(value: &Value) -> Vec<(String, &Value)> {
    let mut leaves = Vec::new();
    descend(value, &mut String::new(), &mut leaves);
    leaves
}

fn descend<'a>(value: &'a Value, path: &mut String, leaves: &mut Vec<(String, &'a Value)>) {
    let mut step = |key: &str, value: &'a Value| {
        let length = path.len();
        path.push('/');
        // RFC 6901 keeps `~` and `/` for itself.
        path.push_str(&key.replace('~', "~0").replace('/', "~1"));
        descend(value, path, leaves);
        path.truncate(length);
    };
    match value {
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                step(&index.to_string(), item);
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            for (key, field) in fields {
                step(key, field);
            }
        }
        _ => leaves.push((path.clone(), value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn objects_are_merged_and_null_removes() {
        let mut config = json!({"server": {"port": 80, "tls": true}, "log": "info"});
        merge(
            &mut config,
            json!({"server": {"port": 8080, "tls": null}, "users": [1]}),
        );
        let expected = json!({"server": {"port": 8080}, "log": "info", "users": [1]});
        assert_eq!(config, expected);
    }

    #[test]
    fn other_values_replace_each_other() {
        for (base, patch, expected) in [
            (json!([1, 2]), json!([3]), json!([3])),
            (json!("text"), json!({"a": {"b": null}}), json!({"a": {}})),
            (json!({"a": 1}), json!(null), json!(null)),
        ] {
            let mut merged = base;
            merge(&mut merged, patch);
            assert_eq!(merged, expected);
        }
    }

    #[test]
    fn strings_are_found_at_any_depth() {
        let value = json!({"a": ["x", {"b": "y"}, 3, null], "c": "z"});
        assert_eq!(strings(&value), ["x", "y", "z"]);
    }

    #[test]
    fn a_flat_path_leads_back_to_its_value() {
        let value = json!({"a": [1, {"b/c": true}], "": "empty key", "e": {}});
        let leaves = flatten(&value);
        assert_eq!(leaves.len(), 4);
        for (path, leaf) in leaves {
            assert_eq!(value.pointer(&path), Some(leaf), "{path}");
        }
        assert_eq!(flatten(&json!(7)), [(String::new(), &json!(7))]);
    }
}
