pub fn is_weekend(day: &str) -> bool {
    day == "Saturday" || day == "Sunday"
}
