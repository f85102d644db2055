pub struct Setting {
    pub key: String,
    pub value: String,
}

pub fn parse_setting(line: &str) -> Option<Setting> {
    let (key, _, value) = line.split_once('=')?;
    Some(Setting {
        key: key.trim().to_string(),
        value: value.trim().to_string(),
    })
}
