const MAX_NAME: usize = 64;

pub fn is_valid(name: &str) -> bool {
    name.len() <= MAX_NAME
}
