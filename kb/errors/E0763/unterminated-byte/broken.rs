pub fn columns(record: &[u8]) -> usize {
    let separator = b';
    record.split(|&byte| byte == separator).count()
}
