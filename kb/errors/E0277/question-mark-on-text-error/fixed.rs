pub struct Position {
    pub lat: f64,
    pub lon: f64,
}

pub fn parse_position(text: &str) -> Result<Position, String> {
    let (lat, lon) = text.split_once(',').ok_or("comma expected")?;
    let lat = lat
        .trim()
        .parse::<f64>()
        .map_err(|e| format!("latitude: {e}"))?;
    let lon = lon
        .trim()
        .parse::<f64>()
        .map_err(|e| format!("longitude: {e}"))?;
    Ok(Position { lat, lon })
}
