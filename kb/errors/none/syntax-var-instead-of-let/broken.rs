pub fn slug(title: &str) -> String {
    var lower = title.to_lowercase();
    lower.replace(' ', "-")
}
