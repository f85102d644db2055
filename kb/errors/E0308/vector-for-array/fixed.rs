pub struct Color {
    pub channels: [u8; 3],
}

pub fn parse(hex: &str) -> Option<Color> {
    let mut channels = Vec::new();
    for start in (0..hex.len()).step_by(2) {
        let pair = hex.get(start..start + 2)?;
        channels.push(u8::from_str_radix(pair, 16).ok()?);
    }
    Some(Color {
        channels: channels.try_into().ok()?,
    })
}
