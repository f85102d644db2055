pub fn is_weekend(day: &str) -> bool {
    day == "Saturday" or day == "Sunday"
}
