pub fn weekday(day: u8) -> &'static str {
    match day {
        6 => "Saturday",
        7 => "Sunday",
        _ => "workday",
    }
}
