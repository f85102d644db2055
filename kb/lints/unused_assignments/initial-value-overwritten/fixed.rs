pub fn load_label(percent: u8) -> String {
    let label = if percent > 90 { "overloaded" } else { "fine" };
    format!("{percent}% ({label})")
}
