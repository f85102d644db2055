pub fn percent(part: u64, whole: u64) -> u64 {
    if whole == 0 { 0 } else { part * 100 / whole }
}

pub fn is_majority(yes: u64, votes: u64) -> bool {
    percent(yes, votes) > 50
}
