use std::collections::HashMap;

pub fn greeting(texts: &HashMap<String, String>, name: &str) -> Result<String, String> {
    let Some(template) = texts.get("greeting");
    Ok(template.replace("{name}", name))
}
