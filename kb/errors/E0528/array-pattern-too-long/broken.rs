pub fn is_private(prefix: [u8; 3]) -> bool {
    match prefix {
        [10, ..] => true,
        [172, second, _, _, ..] => (16..32).contains(&second),
        [192, 168, ..] => true,
        _ => false,
    }
}
