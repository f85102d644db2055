use std::str::FromStr;

pub fn setting<T: FromStr>(lines: &[&str], key: &str) -> Option<T> {
    for line in lines {
        let (name, value) = line.split_once('=')?;
        if name.trim() == key {
            return value.trim().parse().ok();
        }
    }
    None
}
