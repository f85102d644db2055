use rand::random;

pub fn ticket() -> u64 {
    random()
}
