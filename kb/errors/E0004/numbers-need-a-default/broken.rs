pub fn medal(place: u32) -> &'static str {
    match place {
        1 => "gold",
        2 => "silver",
        3 => "bronze",
    }
}
