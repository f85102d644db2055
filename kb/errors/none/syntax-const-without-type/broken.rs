const MAX_NAME = 64;

pub fn is_valid(name: &str) -> bool {
    name.len() <= MAX_NAME
}
