pub fn winner(home: u32, away: u32) -> &'static str {
    match (home, away) {
        (home, away) if home == away => "draw",
        _ if home > away => "home",
        _ => "away",
    }
}
