pub struct Setting {
    pub key: String,
    pub value: String,
}

pub fn parse_setting(line: &str) -> Option<Setting> {
    let mut parts = line.splitn(3, ':');
    let (key, _, value) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Setting {
        key: key.trim().to_string(),
        value: value.trim().to_string(),
    })
}
