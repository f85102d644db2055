pub fn is_png<const N: usize>(bytes: [u8; N]) -> bool {
    matches!(bytes, [0x89, b'P', b'N', b'G', ..])
}
