use std::collections::HashMap;

pub fn greeting(texts: &HashMap<String, String>, name: &str) -> Result<String, String> {
    let template = texts.get("greeting").ok_or("there is no greeting")?;
    Ok(template.replace("{name}", name))
}
