pub fn percent(part: f64, whole: f64) -> f64 {
    if whole == 0.0 {
        0.0
    } else {
        part * 100.0 / whole
    }
}

pub fn is_majority(yes: f64, votes: f64) -> bool {
    percent(yes, votes) > 50.0
}
