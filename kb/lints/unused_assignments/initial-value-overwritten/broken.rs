pub fn load_label(percent: u8) -> String {
    let mut label = "";
    if percent > 90 {
        label = "overloaded";
    } else {
        label = "fine";
    }
    format!("{percent}% ({label})")
}
