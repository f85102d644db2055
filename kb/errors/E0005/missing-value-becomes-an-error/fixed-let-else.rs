use std::collections::HashMap;

pub fn greeting(texts: &HashMap<String, String>, name: &str) -> Result<String, String> {
    let Some(template) = texts.get("greeting") else {
        let known: Vec<&str> = texts.keys().map(String::as_str).collect();
        return Err(format!("no greeting among {}", known.join(", ")));
    };
    Ok(template.replace("{name}", name))
}
