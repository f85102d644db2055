pub fn shortest<'a>(names: &[&'a str]) -> Option<&'a str> {
    let mut best: Option<&'a str> = None;
    for name in names {
        if best.is_none_or(|known| name.len() < known.len()) {
            best = Some(name.clone());
        }
    }
    best
}
