pub fn winner(home: u32, away: u32) -> &'static str {
    match (home, away) {
        (same, same) => "draw",
        _ if home > away => "home",
        _ => "away",
    }
}
